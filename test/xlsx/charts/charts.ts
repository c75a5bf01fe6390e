import fc from "fast-check";
import {
  area,
  CHART_TYPES,
  type ChartAxis,
  type ChartSeries,
  type ChartState,
  type ChartType,
  LEGEND_PLACES,
  type SheetSnapshot,
  usualOverlap,
  type WorkbookSnapshot,
} from "../../../src/grid";
import { writeXlsx } from "../../../src/xlsx/workbook";
import { BLANK } from "../../../src/workbench/engine/snapshot";

export const SHEET = "看 板";

/** A table of so many rows and columns below and right of C3: a header row, a first column, numbers. */
const TABLE = { row: 2, column: 2 };
const ROWS = 9;
const COLUMNS = 9;
/** What stands in the table's first row and first column. */
export const headerText = (row: number, column: number): string => `头${row},${column}`;

/** A workbook whose only sheet holds a table, its headers and numbers, with the charts. */
function bookWith(charts: readonly ChartState[]): WorkbookSnapshot {
  const cells = Array.from({ length: TABLE.row + ROWS }, (_, row) =>
    Array.from({ length: TABLE.column + COLUMNS }, (_, column) => {
      if (row < TABLE.row || column < TABLE.column) return null;
      if (row === TABLE.row || column === TABLE.column) return { value: headerText(row, column) };
      return { value: row * 10 + column / 4, ...(column === 4 && { formula: "=1+1" }) };
    }),
  );
  const sheet: SheetSnapshot = {
    id: "1",
    name: SHEET,
    ...BLANK,
    cells,
    styles: cells.map((line) => line.map(() => 0)),
    looks: [{ numberFormat: "0.0%" }],
    columnWidths: Array<number>(26).fill(54),
    rowHeights: cells.map(() => null),
    state: { ...BLANK.state, charts },
  };
  return { sheets: [sheet], names: [], active: "1", selection: area(0, 0) };
}

const perhaps = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });

/** Without what is undefined. */
const given = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, "0").toUpperCase()}`);
/** Words as people write them, signs of XML among them. */
const words = fc
  .string({ unit: fc.constantFrom(..."进度 <&>\"'%（项）A1!\u00e9"), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text);
const format = fc.constantFrom("General", "0", "0;;", "0.0%", '0"项"', "#,##0.00;[Red]-#,##0.00");
const limit = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  .map((n) => (n === 0 ? 0 : n));

const axis: fc.Arbitrary<ChartAxis | undefined> = perhaps(
  fc
    .record({
      title: perhaps(words),
      min: perhaps(limit),
      max: perhaps(limit),
      format: perhaps(format),
      reversed: perhaps(fc.constant(true)),
    })
    .map(given)
    .filter((one) => Object.keys(one).length > 0),
);

const looks: fc.Arbitrary<Omit<ChartSeries, "values">> = fc
  .record({
    name: perhaps(words),
    color: perhaps(color),
    labelFormat: perhaps(format),
    labelColor: perhaps(color),
  })
  .map(({ labelColor, ...rest }) => given({ ...rest, ...(rest.labelFormat && { labelColor }) }));

/** Where the series stand in the table: how many, from the first, of how many numbers; and what of the table is its source. */
const table = fc.record({
  rows: fc.boolean(),
  headers: fc.boolean(),
  categories: fc.boolean(),
  series: fc.array(looks, { minLength: 0, maxLength: 5 }),
  count: fc.integer({ min: 1, max: 6 }),
  skipped: fc.integer({ min: 0, max: 2 }),
});

type Table = Pick<ChartState, "source" | "seriesIn" | "series">;

/** Turned over, rows are columns. */
const turned = ({ row, column, rows, columns }: ChartState["source"]) => area(column, row, columns, rows);

const tables: fc.Arbitrary<Table> = table.map(
  ({ rows, headers, categories, series, count, skipped }): Table => {
    const [head, first] = [Number(headers), Number(categories)];
    const turn = rows ? turned : (one: ChartState["source"]) => one;
    const { row, column } = TABLE;
    return given({
      source: turn(
        area(row + 1 - head, column + 1 - first, count + head, skipped + Math.max(1, series.length) + first),
      ),
      seriesIn: rows ? ("rows" as const) : ("columns" as const),
      series: series.map((one, i) => ({
        ...one,
        values: turn(area(row + 1, column + 1 + skipped + i, count)),
      })),
    });
  },
);

const bars = (type: ChartType): boolean => !type.startsWith("Line");

/** Any chart; what goes without saying in a chart of its type is not said. */
export const charts: fc.Arbitrary<ChartState> = fc
  .record({
    name: words,
    type: fc.constantFrom(...CHART_TYPES),
    title: perhaps(words),
    table: tables,
    categories: axis,
    values: axis,
    legend: perhaps(fc.constantFrom(...LEGEND_PLACES)),
    gapWidth: perhaps(fc.integer({ min: 0, max: 500 })),
    overlap: perhaps(fc.integer({ min: -100, max: 100 })),
    position: fc
      .tuple(fc.nat(40), fc.nat(20), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }))
      .map(([row, column, rows, columns]) => area(row, column, rows, columns)),
  })
  .map(({ table: own, categories, gapWidth, overlap, ...rest }): ChartState => {
    const { min: _min, max: _max, ...named } = categories ?? {};
    return given({
      id: "chart-0",
      ...rest,
      ...own,
      ...(Object.keys(named).length > 0 && { categories: named }),
      ...(bars(rest.type) && {
        gapWidth,
        overlap: overlap === usualOverlap(rest.type) ? undefined : overlap,
      }),
    });
  });

export const written = (...all: ChartState[]): Promise<Uint8Array> => writeXlsx(bookWith(all), "YIZHI");

/** A chart of which nothing is said but what must be: two series of three numbers. */
export const simple = (type: ChartType): ChartState => ({
  id: "chart-0",
  name: "图表",
  type,
  source: area(TABLE.row, TABLE.column, 4, 3),
  seriesIn: "columns",
  series: [1, 2].map((i) => ({ values: area(TABLE.row + 1, TABLE.column + i, 3) })),
  position: area(1, 4, 12, 6),
});
