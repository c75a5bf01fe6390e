import { elements, unescapeXml } from "./xml";

/** The parts of an .xlsx file by their path. */
export type Parts = Record<string, Uint8Array>;

/** A sheet's part, with the parts that belong to it, such as its notes. */
export interface SheetPart {
  name: string;
  path: string;
  /** `type` is the last word of the relation's type, such as `comments` */
  related: { type: string; path: string }[];
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** A part's XML; empty where there is no such part. */
export const xmlOf = (parts: Parts, path: string): string => (parts[path] ? decoder.decode(parts[path]) : "");

/** `../comments1.xml` beside `xl/worksheets/sheet1.xml` → `xl/comments1.xml` */
function resolved(target: string, from: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/"))
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  return path.join("/");
}

function relationsOf(parts: Parts, path: string): { id: string; type: string; path: string }[] {
  const at = path.lastIndexOf("/") + 1;
  const xml = xmlOf(parts, `${path.slice(0, at)}_rels/${path.slice(at)}.rels`);
  return elements(xml, "Relationship").map(({ attribute }) => ({
    id: attribute("Id") ?? "",
    type: (attribute("Type") ?? "").split("/").at(-1)!,
    path: resolved(attribute("Target") ?? "", path),
  }));
}

const WORKBOOK = "xl/workbook.xml";

/** The sheets of a file in their order. */
export function sheetParts(parts: Parts): SheetPart[] {
  const relations = relationsOf(parts, WORKBOOK);
  return elements(xmlOf(parts, WORKBOOK), "sheet").flatMap(({ attribute }) => {
    const relation = relations.find(({ id }) => id === attribute("r:id"));
    if (!relation || !parts[relation.path]) return [];
    return [
      { name: attribute("name") ?? "", path: relation.path, related: relationsOf(parts, relation.path) },
    ];
  });
}

const EMPTY_SHEET =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';

/** The parts with one sheet emptied, so that nobody parses what nobody reads; unchanged where the sheet is not found. */
export function withoutSheet(parts: Parts, name: string): Parts {
  const sheet = sheetParts(parts).find((one) => one.name === name);
  return sheet ? { ...parts, [sheet.path]: encoder.encode(EMPTY_SHEET) } : parts;
}

/** Stands for a formula's empty text, which the library would take for no result. */
export const EMPTY_TEXT = "\u2063";

/** A cell whose formula gave text, and no text in it. */
const EMPTY_RESULT =
  /(<c\s[^>]*\bt="str"[^>]*>\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)\s*)(?:<v\b[^>]*\/>|<v\b[^>]*><\/v>)?(\s*<\/c>)/g;

/** The parts in which a formula's empty text can be told from a formula that was never calculated. */
export function withEmptyResults(parts: Parts): Parts {
  const marked = sheetParts(parts).flatMap(({ path }) => {
    const xml = xmlOf(parts, path);
    const changed = xml.replace(EMPTY_RESULT, `$1<v>${EMPTY_TEXT}</v>$2`);
    return changed === xml ? [] : [[path, encoder.encode(changed)] as const];
  });
  return { ...parts, ...Object.fromEntries(marked) };
}

/** The workbook's names with what they stand for, such as `'指标填报'!$C$3`; those of one sheet are its print setup and Excel's own. */
export const definedNames = (xml: string): [name: string, formula: string][] =>
  elements(xml, "definedName").flatMap(({ attribute, content }) => {
    const name = attribute("name");
    const own = attribute("localSheetId") !== undefined || !name || name.startsWith("_xl");
    return own ? [] : [[name, unescapeXml(content)] as [string, string]];
  });

export const namesOf = (parts: Parts): [name: string, formula: string][] =>
  definedNames(xmlOf(parts, WORKBOOK));
