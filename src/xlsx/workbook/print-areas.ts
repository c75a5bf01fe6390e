import { tokenize, tokenTypes } from "@borgar/fx";

/** Addresses without sheet and dollar signs, such as `A1:F20,H:J`. */
export type PrintAreas = Partial<Record<"printArea" | "printTitleRows" | "printTitleColumns", string>>;

/** Excel's names of what is printed. */
export const PRINT_NAMES: Record<string, (keyof PrintAreas)[]> = {
  "_xlnm.Print_Area": ["printArea"],
  "_xlnm.Print_Titles": ["printTitleColumns", "printTitleRows"],
};

const REFERENCES: ReadonlySet<string> = new Set([tokenTypes.REF_RANGE, tokenTypes.REF_BEAM]);
const BETWEEN = /^[\s,()]*$/;

/** `'甲''乙'!$A$1:$B$2,'甲''乙'!$D:$D` → `A1:B2`, `D:D`; null for what is no list of addresses, such as a formula. */
export function addressesOf(formula: string): string[] | null {
  const tokens = tokenize(formula);
  const references = tokens.filter(({ type }) => REFERENCES.has(type));
  const others = tokens.filter(({ type }) => !REFERENCES.has(type));
  if (references.length === 0 || !others.every(({ value }) => BETWEEN.test(value))) return null;
  return references.map(({ value }) => value.slice(value.lastIndexOf("!") + 1).replace(/\$/g, ""));
}

/** Without the sheet's name it would belong to whichever sheet is looked at. */
export const printReference = (sheet: string, addresses: string): string =>
  addresses
    .split(",")
    .map((address) => `'${sheet.replace(/'/g, "''")}'!${address.replace(/[A-Z]+|\d+/g, "$$$&")}`)
    .join(",");
