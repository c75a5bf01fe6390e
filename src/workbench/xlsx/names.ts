import type { Workbook } from "@cj-tech-master/excelts";
import type { WorkbookSnapshot } from "../engine/snapshot";

type Names = WorkbookSnapshot["names"];

/** The library knows names of cells only, but writes whatever it is told stands for a name. */
export function writeNames(workbook: Workbook, names: Names): void {
  const model = names.map(([name, formula]) => ({ name, ranges: [formula.slice(1)] }));
  Object.defineProperty(workbook.definedNames, "model", { get: () => model });
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescape = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex || decimal
      ? String.fromCodePoint(parseInt(hex ?? decimal!, hex ? 16 : 10))
      : (ENTITIES[name!] ?? whole),
  );

const NAME = /<definedName\b([^>]*)>([^<]*)<\/definedName>/g;
const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescape(found);
};

/** The workbook's names from its part xl/workbook.xml. Those of one sheet are its print setup and Excel's own. */
export const readNames = (xml: string): Names =>
  [...xml.matchAll(NAME)].flatMap(([, attributes = "", formula = ""]) => {
    const name = attribute(attributes, "name");
    const own = attribute(attributes, "localSheetId") !== undefined || !name || name.startsWith("_xl");
    return own ? [] : [[name, `=${unescape(formula)}`] as [string, string]];
  });
