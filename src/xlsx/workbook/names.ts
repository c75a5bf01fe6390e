import { definedNames, elements, unescapeXml } from "..";
import type { WorkbookSnapshot } from "../../grid";
import { PRINT_NAMES, type PrintAreas } from "../write/names";
import { fromFileFormula } from "./formulas";
import { addressesOf } from "./print-areas";

type Names = WorkbookSnapshot["names"];

const placeOf = (book: string, sheet: string): number => {
  const [list] = elements(book, "sheets");
  return elements(list?.content ?? "", "sheet").findIndex(({ attribute }) => attribute("name") === sheet);
};

/** The names of the workbook, or those of one of its sheets, from the part that lists them. */
export const readNames = (book: string, namespace: string, sheet?: string): Names =>
  definedNames(book, sheet === undefined ? undefined : placeOf(book, sheet)).map(([name, formula]) => [
    name,
    fromFileFormula(formula, namespace),
  ]);

/** What is printed of a sheet, from the part that lists names. */
export function readPrintAreas(book: string, sheet: string): PrintAreas {
  const index = placeOf(book, sheet);
  const found: PrintAreas = {};
  for (const { attribute, content } of elements(book, "definedName"))
    if (attribute("localSheetId") === String(index)) {
      const [first, ...more] = PRINT_NAMES[attribute("name") ?? ""] ?? [];
      const addresses = (first && addressesOf(unescapeXml(content))) || [];
      if (first && more.length === 0 && addresses.length > 0) found[first] = addresses.join(",");
      else
        for (const address of addresses)
          found[/\d/.test(address) ? "printTitleRows" : "printTitleColumns"] = address;
    }
  return found;
}

/** What is printed by formula, which the workbench does not follow. */
export const printFormulas = (book: string): number =>
  elements(book, "definedName").filter(
    ({ attribute, content }) =>
      (attribute("name") ?? "") in PRINT_NAMES &&
      !content.includes("#REF!") &&
      addressesOf(unescapeXml(content)) === null,
  ).length;
