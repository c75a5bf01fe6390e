import type { KeptId } from "../sheets";
import type { Grid } from "../grid";

/** A sheet that only grows, as read: values alone, since it grows to thousands of rows. */
export interface KeptSheet {
  id: string;
  name: string;
  grid: Grid;
  /** the first row below all that stands on the sheet */
  bottom: number;
}

export type Kept<T = KeptSheet> = Record<KeptId, T | null> & {
  /** those whose workbook name is there, though their sheet is not; absent: none */
  gone?: readonly KeptId[];
};

/** One that may be written to. */
export interface OpenKept extends KeptSheet {
  sheet: Excel.Worksheet;
}

/** Excel on the web answers with 5 MB at most: so many rows of a ledger are below that, whatever is said in them. */
const PAGE_ROWS = 6000;
const PAGE_COLUMNS = "A:AZ".split(":") as [string, string];
/** What stands further down is no ledger's. */
const MOST_ROWS = 120_000;

const CELLS = "rowIndex,columnIndex,values";
const CELLS_AND_FORMULAS = `${CELLS},formulas`;

const EMPTY: Grid = { row: 0, column: 0, values: [[""]], formulas: [[""]] };

/** Cells of pages, one below the other, from the first row and column in which something stands. */
function stacked(
  pages: readonly Excel.Range[],
  row: number,
  column: number,
  cells: "values" | "formulas",
): unknown[][] {
  const all: unknown[][] = [];
  for (const page of pages) {
    while (all.length < page.rowIndex - row) all.push([]);
    const left = Array<string>(page.columnIndex - column).fill("");
    for (const line of page[cells] as unknown[][]) all.push([...left, ...line]);
  }
  return all;
}

/** Pages as one grid; a list that only grows is told by its values alone. */
function joined(pages: readonly Excel.Range[], changes: boolean): Grid {
  const filled = pages.filter(({ isNullObject }) => !isNullObject);
  const [first] = filled;
  if (!first) return EMPTY;
  const row = first.rowIndex;
  const column = Math.min(...filled.map(({ columnIndex }) => columnIndex));
  const values = stacked(filled, row, column, "values");
  return { row, column, values, formulas: changes ? stacked(filled, row, column, "formulas") : values };
}

/** Queues the reading of such a sheet: its first page, and how far it reaches. */
export class KeptReading {
  private readonly whole: Excel.Range;
  private readonly first: Excel.Range;

  /** @param changes formulas are read too */
  constructor(
    private readonly sheet: Excel.Worksheet,
    private readonly changes: boolean,
  ) {
    sheet.load("id,name,protection/protected,protection/options");
    this.whole = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
    this.first = this.page(0);
  }

  private page(start: number): Excel.Range {
    const [left, right] = PAGE_COLUMNS;
    const range = this.sheet.getRange(`${left}${start + 1}:${right}${start + PAGE_ROWS}`);
    return range.getUsedRangeOrNullObject(true).load(this.changes ? CELLS_AND_FORMULAS : CELLS);
  }

  /** Gives what was read; further pages take a request each. */
  async read(send: () => Promise<void>): Promise<OpenKept> {
    const { whole, sheet } = this;
    const bottom = whole.isNullObject ? 0 : whole.rowIndex + whole.rowCount;
    const pages = [this.first];
    for (let start = PAGE_ROWS; start < Math.min(bottom, MOST_ROWS); start += PAGE_ROWS) {
      pages.push(this.page(start));
      await send();
    }
    const read = { id: sheet.id, name: sheet.name, grid: joined(pages, this.changes), bottom };
    remembered.set(read.id, read);
    return { ...read, sheet };
  }
}

/** By the sheet's id, as long as nobody has changed it. */
const remembered = new Map<string, KeptSheet>();

/** What was read of a sheet that has not changed since. */
export const rememberedKept = (id: string): KeptSheet | undefined => remembered.get(id);

/** To be called when a sheet has changed. @param id absent: any may have */
export function forgetKept(id?: string): void {
  if (id === undefined) remembered.clear();
  else remembered.delete(id);
}
