import { elements, sharedFormula, unescapeXml } from "..";
import { type Area, MAX_ROWS, readArea } from "../../grid";
import { textIn } from "./values";

/** A cell as its file has it; the row and the column count from 0. */
export interface FileCell {
  row: number;
  column: number;
  /** number of its look */
  style: number;
  /** as the file says: `n` number, `s` shared text, `str` text, `b`, `e`, `d` date, `inlineStr` */
  type: string;
  /** as text; null where there is none */
  value: string | null;
  /** without its "=" */
  formula?: string;
  /** the cells over which the formula is one of an array */
  array?: Area;
  /** it may give more than one value, as formulas of newer Excel do */
  dynamic?: true;
  /** it has a data type of its own, or is filled in by Excel's 模拟运算表 */
  special?: "data table" | "rich value";
}

type Formulas = Map<string, { formula: string; row: number; column: number }>;

/** A shared formula is told at one cell; the others bring its number. */
function formulaOf(
  xml: string,
  at: { row: number; column: number },
  shared: Formulas,
): Pick<FileCell, "formula" | "array" | "special"> {
  const [element] = elements(xml, "f");
  if (!element) return {};
  const formula = unescapeXml(element.content);
  const type = element.attribute("t");
  if (type === "dataTable") return { special: "data table" };
  if (type === "shared") {
    const group = element.attribute("si") ?? "";
    if (formula !== "") shared.set(group, { formula, ...at });
    const known = shared.get(group);
    return known ? { formula: sharedFormula(known.formula, known, at) } : {};
  }
  if (formula === "") return {};
  const array = type === "array" ? readArea(element.attribute("ref") ?? "") : null;
  return { formula, ...(array && { array }) };
}

/** Newer Excel writes a formula of one value as one of an array too, and marks it: nothing is lost when it is a plain one. */
function ofArray<T extends Pick<FileCell, "array">>(
  { array, ...cell }: T,
  marked: boolean,
): Omit<T, "array"> | T {
  return array && !(marked && array.rows * array.columns === 1) ? { array, ...cell } : cell;
}

/** All cells of a sheet's part, row by row. */
export function fileCells(xml: string): FileCell[] {
  const [data] = elements(xml, "sheetData");
  const shared: Formulas = new Map();
  let [row, column] = [-1, -1];
  return elements(data?.content ?? "", "row").flatMap((line) => {
    const number = Number(line.attribute("r"));
    row = Number.isInteger(number) && number > 0 && number <= MAX_ROWS ? number - 1 : row + 1;
    column = -1;
    return elements(line.content, "c").map((cell): FileCell => {
      column = readArea(cell.attribute("r") ?? "")?.column ?? column + 1;
      const [value] = elements(cell.content, "v");
      const type = cell.attribute("t") ?? "n";
      return {
        row,
        column,
        style: Number(cell.attribute("s") ?? 0),
        type,
        value: type === "inlineStr" ? textIn(cell.content) : value ? unescapeXml(value.content) : null,
        ...(cell.attribute("vm") && { special: "rich value" as const }),
        ...(cell.attribute("cm") !== undefined && { dynamic: true as const }),
        ...ofArray(formulaOf(cell.content, { row, column }, shared), cell.attribute("cm") !== undefined),
      };
    });
  });
}
