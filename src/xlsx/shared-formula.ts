import { MAX_COLUMNS, MAX_ROWS } from "../grid";
import { columnNumber, lettersOf } from "./merges";

const WORD = String.raw`[$\p{L}\p{N}_\\.?]+(?![$\p{L}\p{N}_\\.?])`;
/** What stays: names of functions and sheets, texts, what stands in brackets, errors. */
const STAYING = String.raw`${WORD}(?=\s*\()|${WORD}(?::${WORD})?(?=!)|"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|#[\w/]+[!?]?`;
/** What stays, or else a word, or two with a colon between them. */
const PARTS = new RegExp(String.raw`${STAYING}|(${WORD})(?::(${WORD})(?!\s*\())?`, "gu");

/** Where a cell stands; only how far two of them are apart counts. */
export interface CellPlace {
  row: number;
  column: number;
}

/** What leaves the sheet comes in on the other side, as in Excel. */
const around = (number: number, most: number): number => ((((number - 1) % most) + most) % most) + 1;

const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)(\d{1,7})$/;
const CELL = /^(\$?[A-Z]{1,3})(\$?\d{1,7})$/i;

/**
 * A formula that several cells share, as it reads in another of them.
 * @param formula without its "="
 */
export function sharedFormula(formula: string, from: CellPlace, to: CellPlace): string {
  const column = (word: string): string => {
    const [, fixed, letters = ""] = COLUMN.exec(word)!;
    const number = columnNumber(letters.toUpperCase());
    return fixed || number === 0 ? word : lettersOf(around(number + to.column - from.column, MAX_COLUMNS));
  };
  const row = (word: string): string => {
    const [, fixed, number] = ROW.exec(word)!;
    return fixed ? word : String(around(Number(number) + to.row - from.row, MAX_ROWS));
  };
  const cell = (word: string): string => {
    const [, letters = "", number = ""] = CELL.exec(word) ?? [];
    return columnNumber(letters.replace("$", "").toUpperCase()) ? column(letters) + row(number) : word;
  };
  return formula.replace(PARTS, (whole, first?: string, second?: string) => {
    if (first === undefined) return whole;
    if (second === undefined) return cell(first);
    for (const [form, moved] of [[COLUMN, column] as const, [ROW, row] as const])
      if (form.test(first) && form.test(second)) return `${moved(first)}:${moved(second)}`;
    return `${cell(first)}:${cell(second)}`;
  });
}
