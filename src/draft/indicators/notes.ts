import { meaningsOf } from "../../plan";
import type { Columns, ValueColumn } from "./value-columns";
import { isRowNumber } from "../source/numbers";
import type { TableRow } from "../source/table";

/* 备注 of an indicator: its own, and what of the printed cells stands nowhere else. */

export const isNone = (text: string): boolean => {
  const [way] = meaningsOf(text, { name: "", unit: "" });
  return way?.notation.kind === "none";
};

/** Of a cell that the sheet holds otherwise than it is printed. */
export const asPrinted = (text: string): string => `印作“${text.trim()}”`;

const MARKS = /[①-⑳*＊▲△★☆◆◇]/g;

/** What a table's notes say of the marks in a row. */
function footnotes({ cells }: TableRow, notes: readonly string[]): string[] {
  const marks = notes.length === 0 ? [] : [...new Set(cells.join("").match(MARKS) ?? [])];
  const said =
    marks.length === 0
      ? []
      : notes.join("；").split(/(?=[①-⑳])|[；;。]|[，,、](?=(?:带|标)?有?[“"]?[*＊▲△★☆◆◇])/);
  return marks.flatMap((mark) => said.filter((one) => one.includes(mark)).map((one) => one.trim()));
}

/** What stands in columns that nobody understands, and a number that is none, with their headers. */
const unread = ({ cells }: TableRow, { others, numbers }: Columns): string[] =>
  [...numbers.filter(({ place }) => !isRowNumber(cells[place] ?? "")), ...others].flatMap(
    ({ place, header }) => {
      const text = (cells[place] ?? "").trim();
      return text === "" || isNone(text) ? [] : [`${header}：${text}`];
    },
  );

const OWN_YEAR = /[(（](?:截[至止]到?)?((?:19|20)\d\d)年?[^()（）]*[)）]/;

/** Of a base that is of another year than the plan's, to which its cell says so. */
export function yearOfBase(text: string, baselineYear: number): string[] {
  const year = OWN_YEAR.exec(text)?.[1];
  return year === undefined || Number(year) === baselineYear ? [] : [`基期值是${year}年的数`];
}

/** The notes of a row, whose target stands in the column `counted`. */
export function notesOf(
  row: TableRow,
  columns: Columns,
  counted: ValueColumn | undefined,
  tableNotes: readonly string[],
): string[] {
  const { baselines, growths, target } = columns;
  const kept = [
    ...baselines,
    ...[target, ...growths].flatMap((one) => (one && one !== counted ? [one] : [])),
  ];
  const values = kept.flatMap(({ place, header }) => {
    const text = (row.cells[place] ?? "").trim();
    return isNone(text) ? [] : [`${header.trim()}：${text}`];
  });
  const note = columns.text(row, "note");
  return [...(note === "" ? [] : [note]), ...footnotes(row, tableNotes), ...values, ...unread(row, columns)];
}
