import { area, type Area, type Cell, COLORS, FONT, type SheetLayout, type StyleRule } from "../grid";
import type { Ledgers } from "../ledger";
import type { Summary } from "../summary";
import { type Block, bureauBlock, courseBlock, fieldBlock, progressBlock } from "./blocks";
import { chartHeight, chartOf, isDrawn } from "./charts";
import { courseLines } from "./course";
import { progressLines } from "./progress";

export const DASHBOARD_SHEET = "看板";

/** Characters: the name, ten figures, a gap, and what the charts lie over. */
const NAME_WIDTH = 27;
const FIGURE_WIDTH = 8;
const FIGURES = 10;
/** 差距 stands with its unit in the last column of figures that the tables have in common. */
const [GAP_COLUMN, GAP_WIDTH] = [5, 13];
const CHART_COLUMNS = 4;
const CHART_WIDTH = 23;
const TABLE_COLUMNS = 1 + FIGURES;
const TABLE_WIDTH = NAME_WIDTH + (FIGURES - 1) * FIGURE_WIDTH + GAP_WIDTH;
const CHARTS_AT = TABLE_COLUMNS + 1;
const WIDTH = CHARTS_AT + CHART_COLUMNS;
/** Points. */
const ROW_HEIGHT = 18;
const HEAD_ROWS = 2;

/** Of Chinese, which is twice as wide as the characters that columns count. */
const linesIn = (text: string, width: number): number => Math.max(1, Math.ceil((2 * text.length) / width));

/** A long name, or a gap with its unit, takes more lines, a note those of the whole table's width. */
function heightOf(cells: readonly Cell[], row: number, notes: ReadonlySet<number>): number {
  const width = notes.has(row) ? TABLE_WIDTH : NAME_WIDTH;
  const gap = String(cells[GAP_COLUMN] ?? "");
  const latin = gap.replace(/[^ -~]/g, "").length;
  const gapLines = Math.ceil((2 * gap.length - latin) / GAP_WIDTH);
  return ROW_HEIGHT * Math.max(linesIn(String(cells[0] ?? ""), width), gapLines);
}

interface Placed {
  block: Block;
  /** of its title; the header follows */
  row: number;
}

const rowsOf = ({ rows, note }: Block): number => 2 + rows.length + (note === "" ? 0 : 1);

function placed(blocks: readonly Block[]): Placed[] {
  let row = HEAD_ROWS;
  return blocks.map((block) => {
    const at = { block, row };
    row += rowsOf(block) + 1;
    return at;
  });
}

/** The last column of a table takes all that is left where it holds words. */
const isWide = ({ id }: Block): boolean => id === "progress";

function cellsOf({ block }: Placed): Cell[][] {
  const { title, headers, rows, note } = block;
  const padded = (cells: readonly Cell[]): Cell[] => [
    ...cells,
    ...Array<Cell>(WIDTH - cells.length).fill(""),
  ];
  return [[title], headers, ...rows, ...(note === "" ? [] : [[note]]), []].map(padded);
}

function formatsOf({ block: { formats, rows, note } }: Placed): string[][] {
  const general = (): string[] => Array<string>(WIDTH).fill("General");
  const line = (): string[] => ["General", ...formats, ...general()].slice(0, WIDTH);
  return [general(), general(), ...rows.map(line), ...(note === "" ? [] : [general()]), general()];
}

/** Where a table's header and lines stand. */
const tableOf = ({ block, row }: Placed): Area =>
  area(row + 1, 0, 1 + block.rows.length, isWide(block) ? TABLE_COLUMNS : block.headers.length);

function stylesOf(all: readonly Placed[], bottom: number): StyleRule[] {
  const tables = all.map(tableOf);
  const words = all.filter(({ block }) => isWide(block));
  const notes = all.flatMap(({ block, row }) =>
    block.note === "" ? [] : [area(row + rowsOf(block) - 1, 0, 1, TABLE_COLUMNS)],
  );
  const wide = words.map(({ block, row }) =>
    area(row + 2, block.headers.length - 1, Math.max(1, block.rows.length), 1),
  );
  return [
    {
      areas: [area(0, 0, bottom, WIDTH)],
      style: {
        font: { name: FONT, size: 10, color: COLORS.text },
        horizontal: "Center",
        vertical: "Center",
      },
    },
    { areas: [area(0, 0, 1, WIDTH)], style: { font: { size: 16, bold: true } } },
    {
      areas: [area(1, 0, 1, WIDTH), ...notes],
      style: { font: { color: COLORS.quiet }, wrap: true },
    },
    { areas: all.map(({ row }) => area(row, 0)), style: { font: { size: 11, bold: true } } },
    { areas: tables, style: { border: COLORS.line, wrap: true } },
    { areas: [area(HEAD_ROWS, 0, bottom - HEAD_ROWS, 1), ...wide], style: { horizontal: "Left" } },
    {
      areas: tables.map(({ row, columns }) => area(row, 0, 1, columns)),
      style: { font: { bold: true }, fill: COLORS.header, horizontal: "Center" },
    },
  ];
}

/** Words over several columns. */
const mergesOf = (all: readonly Placed[]): Area[] =>
  all.flatMap(({ block, row }) => {
    const last = block.headers.length - 1;
    const lines = isWide(block)
      ? [...Array(1 + block.rows.length).keys()].map((i) => area(row + 1 + i, last, 1, TABLE_COLUMNS - last))
      : [];
    return [...lines, ...(block.note === "" ? [] : [area(row + rowsOf(block) - 1, 0, 1, TABLE_COLUMNS)])];
  });

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/**
 * The charts one below the other, together as high as the tables beside them.
 * @param heights of the rows below the head: some are much higher than others
 */
function chartsOf(all: readonly Placed[], heights: readonly number[]): NonNullable<SheetLayout["charts"]> {
  const drawn = all.filter(({ block }) => isDrawn(block));
  const wanted = drawn.map(({ block }) => chartHeight(block));
  /** The row where the part of all height ends that so many charts want. */
  const edge = (count: number): number => {
    const above = (sumOf(heights) * sumOf(wanted.slice(0, count))) / sumOf(wanted);
    const row = heights.findIndex((_, i) => sumOf(heights.slice(0, i + 1)) > above);
    return HEAD_ROWS + (row < 0 ? heights.length : row);
  };
  return drawn.map(({ block, row }, i) =>
    chartOf(block, row + 1, area(edge(i), CHARTS_AT, edge(i + 1) - edge(i), CHART_COLUMNS)),
  );
}

/** Charts lower than this cannot be read; a page that is as wide as the sheet has the height. */
const LEAST_ROWS = 40;

/**
 * The sheet 看板, on one page: how many stand how, by field and by bureau, who is how far behind, and how it went from
 * period to period. What is drawn is printed beside it.
 * @param made 生成时间, `2023-07-05 14:30`
 */
export function dashboardSheet(summary: Summary, ledgers: Ledgers, made: string): SheetLayout {
  const { plan, bureau, period } = summary;
  const all = placed([
    fieldBlock(summary),
    bureauBlock(summary),
    progressBlock(progressLines(summary)),
    courseBlock(courseLines(summary, ledgers)),
  ]);
  const head: Cell[][] = [
    [`${bureau ?? ""}${plan.name}进展看板`],
    [`报告期：${period}　生成时间：${made}　数据改动后请重新生成`],
  ];
  const pad = (cells: readonly Cell[]): Cell[] => [...cells, ...Array<Cell>(WIDTH - cells.length).fill("")];
  const own = [...head.map(pad), ...all.flatMap(cellsOf)];
  const cells = [...own, ...Array.from({ length: Math.max(0, LEAST_ROWS - own.length) }, () => pad([]))];
  const notes = new Set(
    all.flatMap(({ block, row }) => (block.note === "" ? [] : [row + rowsOf(block) - 1])),
  );
  const formats = [...head.map(() => []), ...all.flatMap(formatsOf)];
  const heights = cells.slice(HEAD_ROWS).map((line, i) => heightOf(line, HEAD_ROWS + i, notes));
  return {
    name: DASHBOARD_SHEET,
    cells,
    numberFormats: cells.map((row, i) => row.map((_, j) => formats[i]?.[j] ?? "General")),
    styles: stylesOf(all, cells.length),
    merges: [area(0, 0, 1, WIDTH), area(1, 0, 1, WIDTH), ...mergesOf(all)],
    columnWidths: [
      NAME_WIDTH,
      ...Array.from({ length: FIGURES }, (_, i) => (1 + i === GAP_COLUMN ? GAP_WIDTH : FIGURE_WIDTH)),
      2,
      ...Array<number>(CHART_COLUMNS).fill(CHART_WIDTH),
    ],
    rowHeights: [
      { row: 0, rows: 1, height: 30 },
      { row: 1, rows: 1, height: ROW_HEIGHT },
      ...heights.map((height, i) => ({ row: HEAD_ROWS + i, rows: 1, height })),
    ],
    validations: [],
    highlights: [],
    names: {},
    frozenRows: 0,
    print: {
      orientation: "landscape",
      area: area(0, 0, cells.length, WIDTH),
      footer: "",
      pages: 1,
    },
    charts: chartsOf(all, heights),
  };
}
