import {
  area,
  type Area,
  type Cell,
  COLORS,
  PIXELS_PER_CHARACTER,
  POINTS_PER_PIXEL,
  quoteName,
  type SheetLayout,
  type StyleRule,
} from "../grid";
import type { Briefing } from "./briefing";
import {
  BOTTOM,
  DIGITS,
  type Hand,
  type Hands,
  HANDS,
  inPoints,
  INDENT,
  linesIn,
  PAPER,
  RIGHT,
  SMALLER,
} from "./paper";
import { type Piece, type Sentence, textOf } from "./piece";
import { sourceTable } from "./sources";
import { type Column, LAGGING_COLUMNS, type Table } from "./table";

export const BRIEFING_SHEET = "进展通报";
export const ANNEX_SHEET = "通报附表";
export const SOURCES_SHEET = "通报数据来源";

/** So many lagging indicators still go on one page. */
const ONE_PAGE = 15;

/** One row of a sheet that is made from top to bottom. */
interface Row {
  cells: readonly Cell[];
  /** number formats; absent: General */
  formats?: readonly string[];
  hand: Hand;
  /** points */
  height: number;
  /** one text over all columns */
  whole?: "Left" | "Center" | "Right";
  /** a line of a table: which columns are to the left, and which are left empty */
  line?: { left: readonly boolean[]; slots: readonly boolean[] };
  header?: true;
  /** of a text over all columns: the office writes here */
  slot?: true;
}

const CELL_PADDING = 5;
/** A width in characters, by which sheets count; the inverse of `widthInPoints`. */
const inCharacters = (points: number): number =>
  Number(((points / POINTS_PER_PIXEL - CELL_PADDING) / PIXELS_PER_CHARACTER).toFixed(2));

const BODY = inPoints(PAPER.bodyWidth);

function textRow(
  text: string,
  hand: Hand,
  columns: readonly Column[],
  whole: Row["whole"] = "Left",
  slot = false,
): Row {
  return {
    cells: [text, ...Array<Cell>(columns.length - 1).fill("")],
    hand,
    height: linesIn(text, BODY, hand) * hand.line,
    whole,
    ...(slot && { slot: true }),
  };
}

const sentenceRow = (sentence: Sentence, { text }: Hands, columns: readonly Column[]): Row =>
  textRow(
    INDENT + textOf(sentence),
    text,
    columns,
    "Left",
    sentence.some(({ slot }) => slot),
  );

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

const NUMBER = /^(-?\d+(?:\.(\d+))?)(%?)$/;

/** A number is written as one, as spreadsheets want it, and shown as it is said. */
function numberOf(text: string): { value: Cell; format: string } {
  const [, digits, decimals = "", percent] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return { value: text, format: "General" };
  const value = percent ? Number((Number(digits) / 100).toPrecision(DIGITS)) : Number(digits);
  return { value, format: `0${decimals && "."}${"0".repeat(decimals.length)}${percent}` };
}

/** A figure that stands in a cell of the workbook leads there. */
function cellOf({ text, trace }: Piece, { sheets }: Briefing): Cell {
  const sheet = trace?.kind === "cell" ? sheets[trace.item.table] : undefined;
  if (trace?.kind !== "cell" || sheet === undefined || trace.address !== trace.item.address)
    return numberOf(text).value;
  const place = `#${quoteName(sheet)}!${trace.address}`;
  return { formula: `=HYPERLINK(${quoted(place)},${quoted(text)})`, result: text };
}

/** Above and below the text of a table's cells. */
const AIR = 4;
/** Lines that an empty slot in a table leaves room for. */
const SLOT_LINES = 2;

const lineHeight = (
  texts: readonly string[],
  columns: readonly Column[],
  hand: Hand,
  least: number,
): number =>
  AIR +
  hand.line *
    Math.max(least, ...texts.map((text, i) => linesIn(text, inPoints(columns[i]!.width) - AIR, hand)));

/** A table's header and lines, over the first columns of the sheet. */
function tableRows({ columns, rows }: Table, { head, cell }: Hands, briefing: Briefing): Row[] {
  const left = columns.map((column) => column.left ?? false);
  const none = columns.map(() => false);
  const headers = columns.map(({ header }) => header);
  return [
    {
      cells: headers,
      hand: head,
      height: lineHeight(headers, columns, head, 1),
      header: true,
      line: { left: none, slots: none },
    },
    ...rows.map((row): Row => {
      const slots = row.map(({ slot }) => slot ?? false);
      const texts = row.map(({ text }) => text);
      return {
        cells: row.map((piece) => cellOf(piece, briefing)),
        formats: texts.map((text) => numberOf(text).format),
        hand: cell,
        height: lineHeight(texts, columns, cell, slots.includes(true) ? SLOT_LINES : 1),
        line: { left, slots },
      };
    }),
  ];
}

function bodyRows(briefing: Briefing, hands: Hands): Row[] {
  const columns = LAGGING_COLUMNS;
  const { title, period, sections, notes, closing, below } = briefing;
  return [
    textRow(textOf(title), hands.title, columns, "Center"),
    textRow(textOf(period), hands.text, columns, "Center"),
    ...sections.flatMap(({ heading, paragraphs, table }) => [
      textRow(INDENT + heading, hands.heading, columns),
      ...paragraphs.map((sentence) => sentenceRow(sentence, hands, columns)),
      ...(table ? tableRows(table, hands, briefing) : []),
    ]),
    ...notes.map((note, i) => textRow(`${INDENT}注${i + 1}：${textOf(note)}`, hands.note, columns)),
    ...closing.map((sentence) =>
      textRow(`${textOf(sentence)}${INDENT.repeat(5)}`, hands.text, columns, "Right", true),
    ),
    ...below.map((sentence) => sentenceRow(sentence, hands, columns)),
  ];
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** In the largest writing in which all fits on one page; where none is small enough, the printer makes it smaller still. */
function onOnePage(briefing: Briefing): Row[] {
  const all = SMALLER.map((hands) => bodyRows(briefing, hands));
  return all.find((rows) => heightOf(rows) <= inPoints(PAPER.bodyHeight)) ?? all.at(-1)!;
}

const styleOf = ({ hand: { font, size }, whole, header, line }: Row): StyleRule["style"] => ({
  font: { name: font, size, color: COLORS.text },
  vertical: whole && !header ? "Top" : "Center",
  wrap: true,
  horizontal: whole ?? "Center",
  locked: true,
  ...(line && { border: COLORS.line }),
  ...(header && { fill: COLORS.header }),
});

/** What only some cells of a row have. */
function exceptions(row: Row, at: number, columns: number): StyleRule[] {
  const cells = (which: readonly boolean[]): Area[] =>
    which.flatMap((yes, column) => (yes ? [area(at, column)] : []));
  const slots = row.slot ? [area(at, 0, 1, columns)] : cells(row.line?.slots ?? []);
  const left = cells(row.line?.left ?? []);
  return [
    ...(left.length > 0 ? [{ areas: left, style: { horizontal: "Left" as const } }] : []),
    ...(slots.length > 0 ? [{ areas: slots, style: { locked: false, fill: COLORS.entry } }] : []),
  ];
}

/** Rows that look alike under one rule, as writers want them. */
function stylesOf(rows: readonly Row[], columns: number): StyleRule[] {
  const alike = new Map<string, StyleRule>();
  rows.forEach((row, at) => {
    const width = row.line ? row.cells.length : columns;
    const style = styleOf(row);
    const key = `${width} ${JSON.stringify(style)}`;
    const rule = alike.get(key) ?? { areas: [], style };
    rule.areas.push(area(at, 0, 1, width));
    alike.set(key, rule);
  });
  const some = new Map<string, StyleRule>();
  for (const { areas, style } of rows.flatMap((row, at) => exceptions(row, at, columns))) {
    const key = JSON.stringify(style);
    const rule = some.get(key) ?? { areas: [], style };
    rule.areas.push(...areas);
    some.set(key, rule);
  }
  return [...alike.values(), ...some.values()];
}

const CENTIMETRE = 10;
const MARGINS = {
  left: PAPER.left / CENTIMETRE,
  right: RIGHT / CENTIMETRE,
  top: PAPER.top / CENTIMETRE,
  bottom: BOTTOM / CENTIMETRE,
  header: 1.5,
  footer: 2.5,
};

function layoutOf(
  name: string,
  rows: readonly Row[],
  columns: readonly Column[],
  pages?: number,
): SheetLayout {
  const width = columns.length;
  const header = rows.findIndex((row) => row.header);
  return {
    name,
    cells: rows.map(({ cells }) => [...cells, ...Array<Cell>(width - cells.length).fill("")]),
    numberFormats: rows.map(({ formats }) =>
      Array.from({ length: width }, (_, column) => formats?.[column] ?? "General"),
    ),
    styles: stylesOf(rows, width),
    merges: rows.flatMap(({ whole }, at) => (whole ? [area(at, 0, 1, width)] : [])),
    columnWidths: columns.map((column) => inCharacters(inPoints(column.width))),
    rowHeights: rows.map(({ height }, row) => ({ row, rows: 1, height })),
    validations: [],
    highlights: [],
    names: {},
    frozenRows: 0,
    print: {
      orientation: "portrait",
      area: area(0, 0, rows.length, width),
      ...(header >= 0 && pages === undefined && { title: area(header, 0) }),
      footer: "— &P —",
      margins: MARGINS,
      ...(pages !== undefined && { pages }),
    },
  };
}

/** The sheet 进展通报: A4 upright by GB/T 9704; with up to 15 lagging indicators it goes on one page. */
export function briefingSheet(briefing: Briefing): SheetLayout {
  const lagging = briefing.sections.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0);
  return lagging <= ONE_PAGE
    ? layoutOf(BRIEFING_SHEET, onOnePage(briefing), LAGGING_COLUMNS, 1)
    : layoutOf(BRIEFING_SHEET, bodyRows(briefing, HANDS), LAGGING_COLUMNS);
}

const annexRows = (table: Table, briefing: Briefing): Row[] => [
  textRow(table.title, HANDS.heading, table.columns, "Center"),
  ...tableRows(table, HANDS, briefing),
];

/** The sheets 通报附表: every indicator, and where each figure of the bulletin comes from. */
export function annexSheets(briefing: Briefing): SheetLayout[] {
  const sources = sourceTable(briefing);
  return [
    ...(briefing.annex
      ? [layoutOf(ANNEX_SHEET, annexRows(briefing.annex, briefing), briefing.annex.columns)]
      : []),
    layoutOf(SOURCES_SHEET, annexRows(sources, briefing), sources.columns),
  ];
}
