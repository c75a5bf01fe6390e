import type { Workbook } from "@cj-tech-master/excelts";
import { definedNames } from "../../xlsx";
import type { WorkbookSnapshot } from "../engine/snapshot";

type Names = WorkbookSnapshot["names"];

/** The library knows names of cells only, but writes whatever it is told stands for a name. */
export function writeNames(workbook: Workbook, names: Names): void {
  const model = names.map(([name, formula]) => ({ name, ranges: [formula.slice(1)] }));
  Object.defineProperty(workbook.definedNames, "model", { get: () => model });
}

/** The workbook's names from its part xl/workbook.xml. */
export const readNames = (xml: string): Names =>
  definedNames(xml).map(([name, formula]) => [name, `=${formula}`]);
