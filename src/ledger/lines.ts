import { area, type Area, type Cell, type Cells, type SheetLayout } from "../grid";
import { LIST_FONT } from "../sheets";
import { headersOf, ledgerLayout } from "./kinds";
import type { Ledger, LedgerRow } from "./ledger";

/** What is to be written into a ledger's sheet: one area below all that stands there, and the headers. */
export interface LedgerWrite {
  name: string;
  /** the sheet to be made first; null: it is there */
  layout: SheetLayout | null;
  /** the cell of the header 校验码, which says how many rows there are to be; what it says now, and is to say */
  count: { row: number; column: number; was: Cell; text: Cell };
  /** where the lines go: it was empty when the sheet was read */
  area: Area;
  /** rows × columns; null keeps what is there, under columns that are not ours */
  cells: Cells;
  formats: (string | null)[][];
  font: { name: string; size: number };
}

/** The lines of rows that are to be appended, each cell under its header; null where there are none. */
export function ledgerWrite({ kind, place }: Ledger, rows: readonly LedgerRow[]): LedgerWrite | null {
  if (rows.length === 0) return null;
  const columns = place?.columns ?? new Map(kind.columns.map(({ id }, i) => [id, i]));
  const left = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - left + 1;
  const empty = <T>(): (T | null)[] => Array<T | null>(width).fill(null);
  const cells = rows.map((row): (Cell | null)[] => {
    const line = empty<Cell>();
    for (const [id, column] of columns) line[column - left] = row.cells[id] ?? "";
    return line;
  });
  const format = empty<string>();
  for (const { id, format: own = "General" } of kind.columns) format[columns.get(id)! - left] = own;
  const text = headersOf(kind, rows.at(-1)!.number!).at(-1)!;
  return {
    name: kind.name,
    layout: place ? null : ledgerLayout(kind),
    count: { row: place?.header ?? 0, column: columns.get("check")!, was: place?.count ?? "", text },
    area: area(place?.bottom ?? 1, left, rows.length, width),
    cells,
    formats: rows.map(() => format),
    font: LIST_FONT,
  };
}
