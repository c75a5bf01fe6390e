import {
  type Area,
  area,
  type Cell,
  formatChange,
  type FormatChange,
  formulaAt,
  isFormula,
  readArea,
  typedCell,
  valueAt,
} from "../grid";
import type { HeadWrite, Restoration } from "../ledger";
import { type CellWrite, type TableRow, tableOf } from "../sheets";
import type { Tables } from "./check";
import { CommandError } from "./issues";
import type { OpenKept } from "./kept";

/** A cell to be written, with what stands there. */
export interface Placed {
  sheet: Excel.Worksheet;
  row: number;
  column: number;
  was: Cell;
  value: Cell;
  /** where the cell's own number format would show something else */
  format: FormatChange | null;
  /** protection does not let it through */
  locked?: true;
}

/** Cells below each other, which are written together. */
export interface Block {
  sheet: Excel.Worksheet;
  area: Area;
  cells: readonly Placed[];
}

/** Where what is shown goes, and what was typed there. @throws CommandError when a row or column is gone */
export const placeShown = (tables: Tables, writes: readonly CellWrite[]): Placed[] => {
  const rows = new Map<string, TableRow>(
    Object.entries(tables).flatMap(([id, found]) =>
      ((found?.table.rows ?? []) as readonly TableRow[]).map((row) => [`${id}/${row.code}`, row] as const),
    ),
  );
  return writes.map(({ table, key, column, value, format }): Placed => {
    const kind = tableOf(table);
    const cell = rows.get(`${table}/${kind.code(key)}`)?.cells[column];
    const at = cell && readArea(cell.address);
    if (!cell || !at) throw new CommandError({ code: "form-damaged", sheet: kind.name });
    return {
      ...{ sheet: tables[table]!.sheet, row: at.row, column: at.column, value },
      was: cell.content,
      format: formatChange(cell.format ?? "General", format),
    };
  });
};

/** 报告期 of each table, but where a formula says it. */
export const placeHeads = (tables: Tables, heads: readonly HeadWrite[]): Placed[] =>
  heads.flatMap(({ table, address, value, unlessFormula }): Placed[] => {
    const { sheet, grid } = tables[table]!;
    const { row, column } = readArea(address)!;
    const [now, formula] = [valueAt(grid, row, column), formulaAt(grid, row, column)];
    if (unlessFormula && isFormula(now, formula)) return [];
    return [{ sheet, row, column, value, was: typedCell(now, formula), format: null }];
  });

/** Cells of a ledger that were edited. */
export const placeRestored = (kept: OpenKept | null, restorations: readonly Restoration[]): Placed[] =>
  restorations.map(({ row, column, was, value }) => ({
    ...{ sheet: kept!.sheet, row, column, value, was, format: null },
  }));

/** Joins what stands below each other; what does not change is left out. */
export function blocksOf(cells: readonly Placed[]): Block[] {
  const blocks: { sheet: Excel.Worksheet; cells: Placed[] }[] = [];
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  const inOrder = [...cells].sort(
    (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.column - b.column || a.row - b.row,
  );
  for (const cell of inOrder) {
    const end = blocks.at(-1)?.cells.at(-1);
    const follows = end?.sheet === cell.sheet && end.column === cell.column && end.row + 1 === cell.row;
    if (follows) blocks.at(-1)!.cells.push(cell);
    else blocks.push({ sheet: cell.sheet, cells: [cell] });
  }
  return blocks.map(({ sheet, cells: some }) => ({
    ...{ sheet, cells: some },
    area: area(some[0]!.row, some[0]!.column, some.length),
  }));
}
