import { plainXml } from "./plain-xml";
import { decodeXml, elements, unescapeXml } from "./xml";

/** The parts of an .xlsx file by their path, with slashes and without a leading one; pictures and programs are empty. */
export type Parts = Record<string, Uint8Array>;

/** What a part refers to. */
export interface Relation {
  id: string;
  /** the last word of the relation's type, such as `comments` */
  type: string;
  /** of the part; empty for what lies outside the file */
  path: string;
  /** as it is written, such as a web address */
  target: string;
}

/** A sheet's part, with the parts that belong to it, such as its notes. */
export interface SheetPart {
  name: string;
  path: string;
  related: Relation[];
}

/** A part's plain XML; empty where there is no such part. */
export const xmlOf = (parts: Parts, path: string): string =>
  parts[path] ? plainXml(decodeXml(parts[path])) : "";

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** A part's path whatever its letters, and whether it is written with escapes. */
const plainPath = (path: string): string => decoded(path).toLowerCase();
const places = new WeakMap<Parts, Map<string, string>>();

/** Where a part stands, however it is named. */
function placeOf(parts: Parts, path: string): string {
  if (parts[path]) return path;
  const known = places.get(parts) ?? new Map(Object.keys(parts).map((name) => [plainPath(name), name]));
  places.set(parts, known);
  return known.get(plainPath(path)) ?? path;
}

/** `../comments1.xml` beside `xl/worksheets/sheet1.xml` → `xl/comments1.xml` */
function resolved(target: string, from: string): string {
  const steps = decoded(target).replace(/\\/g, "/").split("/");
  const path = steps[0] === "" ? [] : from.split("/").slice(0, -1);
  for (const step of steps)
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  return path.join("/");
}

/** What a part refers to; the empty path stands for the file as a whole. */
export function relationsOf(parts: Parts, path: string): Relation[] {
  const at = path.lastIndexOf("/") + 1;
  const rels = placeOf(parts, `${path.slice(0, at)}_rels/${path.slice(at)}.rels`);
  return elements(xmlOf(parts, rels), "Relationship").map(({ attribute }) => {
    const target = (attribute("Target") ?? "").trim();
    const outside = attribute("TargetMode") === "External";
    return {
      id: attribute("Id") ?? "",
      type: (attribute("Type") ?? "").split("/").at(-1)!,
      path: outside ? "" : placeOf(parts, resolved(target, path)),
      target,
    };
  });
}

const WORKBOOK = /(spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template)\.macroEnabled)\.main\+xml$/i;

/** The workbook by the list of what the parts are, for a file that has lost what it refers to. */
const listedWorkbook = (parts: Parts): string | undefined =>
  elements(xmlOf(parts, placeOf(parts, "[Content_Types].xml")), "Override")
    .filter(({ attribute }) => WORKBOOK.test(attribute("ContentType") ?? ""))
    .map(({ attribute }) => placeOf(parts, resolved(attribute("PartName") ?? "", "")))
    .find((path) => parts[path]);

/** The part of the workbook; undefined where the file names none or it is not there. */
export const workbookPath = (parts: Parts): string | undefined =>
  relationsOf(parts, "").find(({ type, path }) => type === "officeDocument" && parts[path])?.path ??
  listedWorkbook(parts);

/** A sheet as the workbook lists it; without a part where the file has lost it. */
export interface ListedSheet {
  name: string;
  state: string;
  /** cells, and not a chart or an old macro */
  cells: boolean;
  path?: string;
}

/** All that the workbook lists as sheets, in their order. */
export function listedSheets(parts: Parts): ListedSheet[] {
  const workbook = workbookPath(parts) ?? "";
  const relations = relationsOf(parts, workbook);
  const [sheets] = elements(xmlOf(parts, workbook), "sheets");
  return elements(sheets?.content ?? "", "sheet").map(({ attribute }) => {
    const relation = relations.find(({ id }) => id === attribute("r:id"));
    return {
      name: attribute("name") ?? "",
      state: attribute("state") ?? "visible",
      // Excel lists the sheets of old macro modules without a part
      cells: relation ? relation.type === "worksheet" : attribute("r:id") !== "",
      ...(relation && parts[relation.path] && { path: relation.path }),
    };
  });
}

/** The sheets of cells of a file in their order. */
export const sheetParts = (parts: Parts): SheetPart[] =>
  listedSheets(parts).flatMap(({ name, path, cells }) =>
    path !== undefined && cells ? [{ name, path, related: relationsOf(parts, path) }] : [],
  );

/**
 * Names with what they stand for, such as `'指标填报'!$C$3`, without Excel's own such as print areas.
 * @param localSheet the place in the list of the sheet to which they belong; none: those of the workbook
 */
export const definedNames = (xml: string, localSheet?: number): [name: string, formula: string][] =>
  elements(xml, "definedName").flatMap(({ attribute, content }) => {
    const name = attribute("name");
    const asked = attribute("localSheetId") === (localSheet === undefined ? undefined : String(localSheet));
    return asked && name && !name.startsWith("_xl") ? [[name, unescapeXml(content)] as [string, string]] : [];
  });

export const namesOf = (parts: Parts): [name: string, formula: string][] =>
  definedNames(xmlOf(parts, workbookPath(parts) ?? ""));
