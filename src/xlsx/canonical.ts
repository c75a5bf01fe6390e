import { listedSheets, type Parts, relationsOf, type SheetPart, workbookPath, xmlOf } from "./parts";
import { withLateTexts } from "./cell";
import { readXml } from "./plain-xml";
import { Refusal, refuse } from "./refusal";
import { type Most, readSheetXml, type Shared, type SheetContent } from "./sheet";
import { TextReader } from "./texts";
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
const END_OF_TEXT = /<\/(?:[^\s<>:]+:)?si\s*>/g;
/** One look, for a file that tells of none. */
const NO_STYLES =
  "<styleSheet><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/></cellXfs></styleSheet>";
const MOST_STYLES = 16_000_000;

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

/** The shared texts that cells refer to, in the order of their new numbers. */
function sharedTexts(parts: Parts, path: string | undefined, numbers: ReadonlyMap<number, number>): string[] {
  if (numbers.size === 0) return [];
  const xml = decodeXml(parts[path ?? ""] ?? refuse({ code: "part-lost", part: "sharedStrings" }));
  const texts = Array<string>(numbers.size).fill("");
  const leaps = !xml.includes("<!");
  let [item, found, at, reader] = [-1, 0, undefined as number | undefined, new TextReader()];
  readXml(xml, {
    tag: (tag, end) => {
      if (tag.depth > 2 && at !== undefined) reader.tag(tag, tag.depth - 2);
      if (tag.depth !== 2 || tag.name !== "si") return;
      if (tag.kind !== "close") {
        at = numbers.get(++item);
        reader = new TextReader();
        if (at === undefined && tag.kind === "open" && leaps) return endOfText(xml, end);
        if (at !== undefined) found++;
      }
      if (tag.kind !== "open" && at !== undefined) texts[at] = reader.text;
    },
    text: (text) => {
      if (at !== undefined) reader.add(text);
    },
  });
  if (found < numbers.size) refuse({ code: "part-lost", part: "sharedStrings" });
  return texts;
}

/** Where the text ends whose content begins at a place; one that nobody uses is not read. */
function endOfText(xml: string, from: number): number | void {
  END_OF_TEXT.lastIndex = from;
  return END_OF_TEXT.exec(xml)?.index;
}

const textsXml = (texts: readonly string[]): string =>
  `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`;

/**
 * Names that the library takes: it refuses some that files have, such as History or one of over 31 letters.
 * Those that it takes stay.
 */
function libraryNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const plain = /^(?!'|History$)[^*?:/\\[\]]{1,31}(?<!')$/.test(name) && !taken.has(name.toLowerCase());
    const given = plain ? name : `工作表 ${i + 1}`;
    taken.add(given.toLowerCase());
    return given;
  });
}

/** The names by which sheets are told: as the file has them, as far as there is one and no other has it. */
const toldNames = (names: readonly string[], given: readonly string[]): string[] =>
  names.map((name, i) =>
    name !== "" && names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === i
      ? name
      : given[i]!,
  );

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

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

function workbookXml(xml: string, sheets: readonly Cells[], names: readonly string[]): string {
  const places = sheets.map(({ place }) => place);
  const listed = sheets.map(
    ({ state }, i) =>
      `<sheet name="${escapeXml(names[i]!)}" sheetId="${i + 1}" state="${escapeXml(state)}" r:id="rId${i + 1}"/>`,
  );
  const from1904 = isOn(rawAttribute(whole(xml, "workbookPr"), "date1904"));
  return `<workbook>${from1904 ? '<workbookPr date1904="1"/>' : ""}${views(xml, places)}<sheets>${listed.join("")}</sheets>${printNames(xml, places)}${whole(xml, "calcPr")}</workbook>`;
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
  if (path === undefined) return NO_STYLES;
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
  const texts = sharedTexts(parts, related("sharedStrings"), numbers);
  const own = sheets.map(({ name }) => name);
  const names = libraryNames(own);
  const told = toldNames(own, names);
  const targets = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const files: Record<string, string> = {
    "workbook.xml": workbookXml(xmlOf(parts, workbook), sheets, names),
    "_rels/workbook.xml.rels": relationsXml(targets),
    "sharedStrings.xml": textsXml(texts),
    "styles.xml": stylesXml(parts, related("styles")),
    "theme/theme1.xml": xmlOf(parts, related("theme") ?? ""),
    ...Object.fromEntries(targets.map((target, i) => [target, withLateTexts(contents[i]!.xml, texts)])),
  };
  return {
    files: Object.fromEntries(
      Object.entries(files).flatMap(([path, xml]) =>
        xml === "" ? [] : [[`xl/${path}`, encoder.encode(xml)]],
      ),
    ),
    sheets: sheets.map(({ path }, i) => {
      const { xml: _, ...content } = contents[i]!;
      return { name: told[i]!, path, related: relationsOf(parts, path), ...content };
    }),
    otherSheets: listedSheets(parts).flatMap(({ name, cells }) => (cells ? [] : [name])),
  };
}
