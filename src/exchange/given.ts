import { type Plan, readPeriod, samePeriod } from "../plan";
import { area, COLORS, folded, type Grid, isEmpty, type Scalar, type SheetLayout, valueAt } from "../grid";
import {
  type Before,
  beforeOf,
  brokenIn,
  goneIn,
  type LedgerKind,
  ledgerMessage,
  LEDGERS,
  type Ledgers,
  monthsOf,
  readLedger,
  withGone,
  yearBefore,
} from "../ledger";
import { type MergeRecord, type PerTable, type TableId, tableOf, TABLES } from "../sheets";
import { frameOf, keyOf, type TableSheet } from "../tables";
import type { FoundTable, Given } from "./found-table";
import type { ReadWorkbook } from "./read";
import { sameValue, type Value } from "./values";

/* What a file is handed out with of earlier periods: 上年同期, and the last value in a column of its own beside the table. */

/** What earlier periods say of a record, for a form of some period. */
export type Earlier = (table: TableId, key: string) => Before;

/** A line of the sheet 文件信息 that says what a cell was handed out with. */
export type GivenLine = readonly [label: string, value: Scalar];

/** Something for each table of which periods are kept. */
const ofLedgers = <T>(make: (kind: LedgerKind) => T): PerTable<T> =>
  Object.fromEntries(Object.values(LEDGERS).map((kind) => [kind.table, make(kind)])) as PerTable<T>;

/** A ledger's sheet as read: its name, its cells, and the first row below all that stands on it. */
interface KeptGrid {
  name: string;
  grid: Grid;
  bottom: number;
}

/** What a workbook says of its ledgers. */
export interface KeptIn {
  /** absent: there are none */
  ledgers?: PerTable<KeptGrid | null>;
  /** ledgers whose workbook name is there, though their sheet is not; absent: none */
  gone?: readonly string[];
  records: readonly MergeRecord[];
}

export function readLedgers({ ledgers, gone = [], records }: KeptIn, plan: Plan): Ledgers {
  const found = ofLedgers((kind) => {
    const { name = kind.name, grid = null, bottom = 0 } = ledgers?.[kind.table] ?? {};
    const ledger = readLedger(grid, { ...kind, name }, plan);
    const { place } = ledger;
    return place ? { ...ledger, place: { ...place, bottom: Math.max(place.bottom, bottom) } } : ledger;
  });
  return withGone(
    found,
    records,
    ofLedgers(({ table }) => gone.includes(table)),
  );
}

/** Why files bring nothing of what was archived: a sentence for each ledger that is gone or cannot be read. */
export const lackingWords = (ledgers: Ledgers, plan: Plan): string[] =>
  [...goneIn(ledgers), ...brokenIn(ledgers)].map((issue) => ledgerMessage(issue, plan));

/** What the ledgers of a workbook have for a form of this period. */
export function earlierOf(ledgers: Ledgers, period: string): Earlier {
  const before: Partial<PerTable<(key: string) => Before>> = ofLedgers(({ table }) =>
    beforeOf(ledgers, period, table),
  );
  const yearAgo = yearBefore(period);
  return (table, key) => {
    const found = before[table]?.(key) ?? { lastYear: "", last: null };
    // it stands beside 本期值 already
    const isSame = table === "form" && found.last !== null && samePeriod(found.last.period, yearAgo);
    return isSame ? { ...found, last: null } : found;
  };
}

const PREVIOUS = "previous";
/** The column beside the table; its header names the period. */
const LAST = "上期";

const headerOf = (period: string): string => `${LAST}（${period}）`;
const labelOf = (sheet: string, key: string, header: string): string => `${sheet} ${key} ${header}`;

function endOf(period: string): number {
  const read = readPeriod(period);
  return read.ok ? monthsOf(read.value) : 0;
}

interface Row {
  row: number;
  key: string;
  before: Before;
}

const rowsOf = <R>(id: TableId, sheet: TableSheet<R>, earlier: Earlier): Row[] =>
  frameOf(sheet).records.map(({ row, record }) => {
    const key = keyOf(sheet, record);
    return { row, key, before: earlier(id, key) };
  });

/** The column 上期 right of a table; where a record's last value is of an older period, the cell says of which. */
function withLast<R>(
  table: TableId,
  layout: SheetLayout,
  sheet: TableSheet<R>,
  rows: readonly Row[],
  period: string,
) {
  const frame = frameOf(sheet);
  const at = frame.width;
  const texts = new Map<number, Scalar>([[frame.header, headerOf(period)]]);
  for (const { row, before } of rows) {
    const { last } = before;
    if (last) texts.set(row, last.period === period ? last.value : `${last.value}（${last.period}）`);
  }
  const required = sheet.columns.find(({ id }) => id === tableOf(table).required)!;
  const body = { ...frame.body, column: at, columns: 1 };
  const formats = new Map(frame.records.map(({ row, record }) => [row, required.numberFormat?.(record)]));
  const wider: SheetLayout = {
    ...layout,
    cells: layout.cells.map((cells, row) => [...cells, texts.get(row) ?? null]),
    numberFormats: layout.numberFormats.map((all, row) => [...all, formats.get(row) ?? "General"]),
    columnWidths: [...layout.columnWidths, 13],
    styles: [
      ...layout.styles,
      {
        areas: [area(frame.header, at, body.rows + 1, 1)],
        style: {
          font: { name: layout.styles[0]!.style.font!.name!, size: 10, color: COLORS.quiet },
          vertical: "Center",
          horizontal: required.align,
          wrap: true,
          border: COLORS.line,
          locked: true,
        },
      },
      {
        areas: [area(frame.header, at)],
        style: { font: { bold: true }, fill: COLORS.header, horizontal: "Center" },
      },
    ],
    print: { ...layout.print, ...(layout.print.area && { area: { ...layout.print.area, columns: at + 1 } }) },
  };
  return { layout: wider, texts };
}

/** A table's layout with what earlier periods say, and the lines by which that is known again. */
export function withEarlier<R>(
  id: TableId,
  layout: SheetLayout,
  sheet: TableSheet<R>,
  earlier: Earlier | undefined,
): { layout: SheetLayout; given: GivenLine[] } {
  if (!earlier) return { layout, given: [] };
  const rows = rowsOf(id, sheet, earlier);
  const previous = sheet.columns.findIndex((column) => column.id === PREVIOUS);
  const filled = rows.filter(({ before }) => previous >= 0 && before.lastYear !== "");
  const cells = layout.cells.map((line) => [...line]);
  for (const { row, before } of filled) cells[row]![previous] = before.lastYear;
  const given = filled.map(({ key, before }): GivenLine => {
    return [labelOf(sheet.name, key, sheet.columns[previous]!.header), before.lastYear];
  });
  const latest = rows
    .flatMap(({ before: { last } }) => last ?? [])
    .reduce<Before["last"]>((a, b) => (a && endOf(a.period) >= endOf(b.period) ? a : b), null);
  if (!latest) return { layout: { ...layout, cells }, given };
  const wider = withLast(id, { ...layout, cells }, sheet, rows, latest.period);
  const keyAt = new Map(rows.map(({ row, key }) => [row, key]));
  const told = [...wider.texts].map(([row, text]): GivenLine => {
    return [labelOf(sheet.name, keyAt.get(row) ?? "", LAST), text];
  });
  return { layout: wider.layout, given: [...given, ...told] };
}

/** @param sheetName of the sheet 文件信息 */
export function givenIn({ sheets }: ReadWorkbook, sheetName: string): Given {
  const known = new Set(TABLES.map(({ name }) => name));
  const rows = sheets.find(({ name }) => name === sheetName)?.grid.values ?? [];
  return new Map(
    rows.flatMap(([label, value]): [string, Value][] => {
      const [table] = String(label).split(" ");
      return known.has(table as never) && !isEmpty(value) ? [[String(label), value as Value]] : [];
    }),
  );
}

/** What an entry was handed out with; undefined: it was blank. */
export const givenEntry = (
  { table, given }: FoundTable,
  key: string,
  columnId: string,
): Value | undefined => {
  const header = table.columns.find(({ id }) => id === columnId)?.header ?? "";
  return given.get(labelOf(table.sheetName, key, header));
};

/** Tells the cells of the column 上期 that are as they were handed out. */
export function isUntouchedLast({ table, sheet, reading, given }: FoundTable) {
  const header = given.get(labelOf(table.sheetName, "", LAST));
  const columns = new Set<number>();
  if (header !== undefined)
    (sheet.grid.values[reading.header - sheet.grid.row] ?? []).forEach((cell, i) => {
      if (folded(cell) === folded(header)) columns.add(sheet.grid.column + i);
    });
  const keys = new Map([...reading.rows].map(([key, row]) => [row, key]));
  return ({ row, column }: { row: number; column: number }): boolean => {
    if (!columns.has(column)) return false;
    if (row === reading.header) return true;
    const [key, value] = [keys.get(row), valueAt(sheet.grid, row, column)];
    const was = key === undefined ? undefined : given.get(labelOf(table.sheetName, key, LAST));
    return was !== undefined && sameValue(was, value as Value);
  };
}
