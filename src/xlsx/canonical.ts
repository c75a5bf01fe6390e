import { listedSheets, type Parts, relationsOf, type SheetPart, workbookPath, xmlOf } from "./parts";
import { readXml, written } from "./plain-xml";
import { Refusal, refuse } from "./refusal";
import { type Most, readSheetXml, type Shared, type SheetContent } from "./sheet";
import { decodeXml, elements, escapeXml, rawAttribute, withAttribute } from "./xml";

/** A sheet of cells as it was read. */
export type OpenedSheet = SheetPart & Omit<SheetContent, "xml">;

/** What the library gets: parts where it expects them, and nothing that it need not know. */
export interface Canonical {
  files: Parts;
  sheets: OpenedSheet[];
  /** charts and the like that the workbook lists among its sheets */
  otherSheets: string[];
}

const encoder = new TextEncoder();
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const EMPTY_SHEET = "<worksheet><sheetData/></worksheet>";
const MOST_STYLES = 16_000_000;

/** Stands for a formula's empty text, which the library would take for no result. */
export const EMPTY_TEXT = "\u2063";

/** A cell whose formula gave text, and no text in it. */
const EMPTY_RESULT =
  /(<c\s[^>]*\bt="str"[^>]*>\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)\s*)(?:<v\b[^>]*\/>|<v\b[^>]*><\/v>)?(\s*<\/c>)/g;

/** The XML in which a formula's empty text can be told from a formula that was never calculated. */
const withEmptyResults = (xml: string): string => xml.replace(EMPTY_RESULT, `$1<v>${EMPTY_TEXT}</v>$2`);

/** Numbers the shared texts anew in the order in which they are met. */
function textNumbers(): { numbers: Map<number, number>; text: (number: number) => number } {
  const numbers = new Map<number, number>();
  const text = (number: number): number => {
    const known = numbers.get(number) ?? numbers.size;
    numbers.set(number, known);
    return known;
  };
  return { numbers, text };
}

/** The shared texts that cells refer to, under their new numbers. */
function sharedTexts(parts: Parts, path: string | undefined, numbers: ReadonlyMap<number, number>): string {
  if (numbers.size === 0) return "<sst/>";
  const bytes = parts[path ?? ""] ?? refuse({ code: "part-lost", part: "sharedStrings" });
  const texts = Array<string>(numbers.size).fill("");
  let [item, found, at] = [-1, 0, undefined as number | undefined];
  readXml(decodeXml(bytes), {
    tag: (tag) => {
      if (tag.depth === 2 && tag.name === "si" && tag.kind !== "close") {
        at = numbers.get(++item);
        if (at !== undefined) found++;
      }
      if (at !== undefined && tag.depth > 1) texts[at] += written(tag);
      if (tag.depth === 2 && tag.kind !== "open") at = undefined;
    },
    text: (text) => {
      if (at !== undefined) texts[at] += text;
    },
  });
  if (found < numbers.size) refuse({ code: "part-lost", part: "sharedStrings" });
  return `<sst>${texts.join("")}</sst>`;
}

/** The first element of a name, with its tags. */
const whole = (xml: string, name: string): string =>
  new RegExp(`<${name}(?:\\s(?:[^>"]|"[^"]*")*?)?(?:/>|>[^]*?</${name}>)`).exec(xml)?.[0] ?? "";

/** Of the workbook's names only the print setup of its sheets; the others are read without the library. */
function printNames(xml: string, places: readonly number[]): string {
  const names = elements(xml, "definedName").flatMap(({ attribute, content }) => {
    const [name, sheet] = [attribute("name"), places.indexOf(Number(attribute("localSheetId") ?? -1))];
    return (name === "_xlnm.Print_Area" || name === "_xlnm.Print_Titles") &&
      sheet >= 0 &&
      !content.includes("#REF!")
      ? [`<definedName name="${name}" localSheetId="${sheet}">${content}</definedName>`]
      : [];
  });
  return names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
}

/** Which of its sheets is in front, counted among those of cells. */
function views(xml: string, places: readonly number[]): string {
  const found = whole(xml, "bookViews");
  const active = rawAttribute(found, "activeTab");
  return active === undefined
    ? found
    : withAttribute(found, "activeTab", Math.max(0, places.indexOf(Number(active))));
}

interface Cells {
  name: string;
  state: string;
  path: string;
  /** among all that the workbook lists, from 0 */
  place: number;
}

function workbookXml(xml: string, sheets: readonly Cells[]): string {
  const places = sheets.map(({ place }) => place);
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" state="${escapeXml(state)}" r:id="rId${i + 1}"/>`,
  );
  return `<workbook>${whole(xml, "workbookPr")}${views(xml, places)}<sheets>${listed.join("")}</sheets>${printNames(xml, places)}${whole(xml, "calcPr")}</workbook>`;
}

/** Target by relation; the library knows the others by their place. */
const relationsXml = (sheets: readonly string[]): string =>
  `<Relationships>${sheets
    .map((target, i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/worksheet" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The sheets of cells, each with its part. */
const cellSheets = (parts: Parts): Cells[] =>
  listedSheets(parts).flatMap(({ name, state, path, cells }, place): Cells[] =>
    cells ? [{ name, state, place, path: path ?? refuse({ code: "sheet-lost", sheet: name }) }] : [],
  );

function stylesXml(parts: Parts, path: string | undefined): string {
  if (path === undefined) return "<styleSheet/>";
  const bytes = parts[path] ?? refuse({ code: "part-lost", part: "styles" });
  if (bytes.length > MOST_STYLES) refuse({ code: "too-much", what: "styles", limit: MOST_STYLES });
  return xmlOf(parts, path);
}

/** Names the sheet for whatever is wrong with its XML. */
function sheetContent(sheet: Cells, parts: Parts, shared: Shared, unread?: string): SheetContent {
  try {
    return readSheetXml(
      sheet.name === unread ? EMPTY_SHEET : decodeXml(parts[sheet.path]!),
      sheet.name,
      shared,
    );
  } catch (error) {
    if (error instanceof Refusal && error.issue.code !== "unreadable") throw error;
    return refuse({ code: "sheet-lost", sheet: sheet.name });
  }
}

/**
 * A file as the library reads it best, whatever program wrote it. Refuses a file that has lost a part, and one that holds
 * more than is read.
 * @param unread a sheet that is not looked at: it is taken for empty
 */
export function canonical(parts: Parts, most: Most, unread?: string): Canonical {
  const workbook = workbookPath(parts)!;
  const relations = relationsOf(parts, workbook);
  const related = (kind: string): string | undefined => relations.find(({ type }) => type === kind)?.path;
  const sheets = cellSheets(parts);
  if (sheets.length === 0) refuse({ code: "unreadable", details: "no sheet" });
  const { numbers, text } = textNumbers();
  const shared: Shared = { most, cells: 0, text };
  const contents = sheets.map((sheet) => sheetContent(sheet, parts, shared, unread));
  const targets = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const files: Record<string, string> = {
    "workbook.xml": workbookXml(xmlOf(parts, workbook), sheets),
    "_rels/workbook.xml.rels": relationsXml(targets),
    "sharedStrings.xml": sharedTexts(parts, related("sharedStrings"), numbers),
    "styles.xml": stylesXml(parts, related("styles")),
    "theme/theme1.xml": xmlOf(parts, related("theme") ?? ""),
    ...Object.fromEntries(targets.map((target, i) => [target, withEmptyResults(contents[i]!.xml)])),
  };
  return {
    files: Object.fromEntries(
      Object.entries(files).flatMap(([path, xml]) =>
        xml === "" ? [] : [[`xl/${path}`, encoder.encode(xml)]],
      ),
    ),
    sheets: sheets.map(({ name, path }, i) => {
      const { setup, merges, links, beyond } = contents[i]!;
      return { name, path, related: relationsOf(parts, path), setup, merges, links, beyond };
    }),
    otherSheets: listedSheets(parts).flatMap(({ name, cells }) => (cells ? [] : [name])),
  };
}
