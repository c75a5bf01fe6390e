import type { Workbook } from "@cj-tech-master/excelts";
import type { NameSnapshot, SheetSnapshot } from "../../grid";
import { sheetReference } from "./areas";
import type { InFile } from "./validations";

/** Addresses without sheet and dollar signs, such as `A1:F20,H:J`. */
export type PrintAreas = Partial<Record<"printArea" | "printTitleRows" | "printTitleColumns", string>>;

/** Excel's names of what is printed. */
export const PRINT_NAMES: Record<string, (keyof PrintAreas)[]> = {
  "_xlnm.Print_Area": ["printArea"],
  "_xlnm.Print_Titles": ["printTitleColumns", "printTitleRows"],
};

/** What belongs to a name: those of the workbook, and of each sheet its own and what is printed of it. */
interface Named {
  names: readonly NameSnapshot[];
  sheets: readonly Pick<SheetSnapshot, "name" | "names" | "state">[];
}

/** The library knows names of cells only, but writes whatever it is told stands for a name. */
export function writeNames(workbook: Workbook, { names, sheets }: Named, inFile: InFile): void {
  const all = (given: readonly NameSnapshot[], localSheetId?: number) =>
    given.map(([name, formula]) => ({ name, localSheetId, ranges: [inFile(formula)] }));
  const own = [...all(names), ...sheets.flatMap((sheet, i) => all(sheet.names ?? [], i))];
  const printed = sheets.flatMap(({ name: sheet, state }, localSheetId) =>
    Object.entries(PRINT_NAMES).flatMap(([name, keys]) => {
      const addresses = keys.flatMap((key) => {
        const address = state.page[key];
        return address ? [address] : [];
      });
      return addresses.length > 0
        ? [{ name, localSheetId, ranges: [sheetReference(sheet, addresses.join(","))] }]
        : [];
    }),
  );
  const model = [...own, ...printed];
  Object.defineProperty(workbook.definedNames, "model", { get: () => model });
}
