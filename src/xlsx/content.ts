import type { Cell, CellValue } from "@cj-tech-master/excelts";
import { EMPTY_TEXT } from "./cell";
import { sharedFormula } from "./shared-formula";

const DAY = 86_400_000;
/** Excel's day 25569 is 1970-01-01. */
const serial = (date: Date): number => date.getTime() / DAY + 25569;

/** What a cell of a file holds: the formula with its "=", and its result as value. */
export interface Content {
  value: string | number | boolean;
  formula?: string;
  error?: true;
  uncalculated?: true;
}

/** A value as a plain one: nothing is followed or executed; a link is its text, a date its serial number. */
function contentOf(value: CellValue): Content {
  if (value === null || value === undefined) return { value: "" };
  if (typeof value !== "object") return { value };
  if (value instanceof Date) return { value: serial(value) };
  if ("error" in value) return { value: value.error, error: true };
  if ("text" in value) return contentOf(value.text);
  if ("checkbox" in value) return { value: value.checkbox };
  if (!("formula" in value || "sharedFormula" in value)) return { value: "" };
  if (value.result === undefined) return { value: "", uncalculated: true };
  const { value: result, error } = contentOf(value.result);
  return { value: result === EMPTY_TEXT ? "" : result, ...(error && { error }) };
}

/** The library moves text in quotes and names of sheets too, so a formula that cells share is written out here. */
function formulaOf(cell: Cell): string | undefined {
  const { value } = cell;
  const master =
    value && typeof value === "object" && "sharedFormula" in value && value.sharedFormula
      ? cell.worksheet.findCell(value.sharedFormula)
      : undefined;
  const place = ({ fullAddress }: Cell) => ({ row: fullAddress.row, column: fullAddress.col });
  const formula = master ? sharedFormula(master.formula ?? "", place(master), place(cell)) : cell.formula;
  return formula ? `=${formula}` : undefined;
}

/** A result of empty text is saved as no result by some programs; a formula that gives text is no less calculated. */
export function cellContent(cell: Cell): Content {
  const { uncalculated, ...content } = contentOf(cell.value);
  const formula = formulaOf(cell);
  return formula === undefined ? content : { ...content, formula, ...(uncalculated && { uncalculated }) };
}
