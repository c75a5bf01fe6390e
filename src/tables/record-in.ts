import { type Grid, valueAt } from "../grid";
import type { TableReading } from "./reading";
import type { TableSheet } from "./table";

/** A row that names a record: its key and name, and what people typed in it, in words. */
interface RecordInWords {
  key: string;
  name: string;
  /** `本期值 30，情况说明 见附件` */
  typed: string;
}

const MOST_SHOWN = 20;
const short = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}……` : text);

/** The record that a row names, of today's plan or not; null when it names none. */
export function recordIn<R>(
  grid: Grid,
  { columns }: Pick<TableReading, "columns">,
  sheet: TableSheet<R>,
  row: number,
): RecordInWords | null {
  const textAt = (id: string): string => {
    const column = columns.get(id);
    return column === undefined ? "" : String(valueAt(grid, row, column) ?? "").trim();
  };
  const [key, name] = [textAt(sheet.key), textAt(sheet.subject)];
  if (key === "" || name === "") return null;
  const typed = sheet.columns
    .filter(({ entry, id }) => entry && textAt(id) !== "")
    .map(({ header, id }) => `${header} ${short(textAt(id))}`);
  return { key, name, typed: typed.join("，") };
}
