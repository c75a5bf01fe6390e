import {
  type Area,
  area,
  type Cell,
  cellAddress,
  COLORS,
  FONT,
  type Highlight,
  joinRows,
  type SheetLayout,
  type StyleRule,
  type Validation,
  type ValidationSpec,
} from "../grid";
import type { Version } from "./template";

/** Addresses of the record's own row, by column id: `at("actual")` → `$H9`. */
export type At = (columnId: string) => string;

export interface Column<R> {
  id: string;
  header: string;
  /** characters */
  width: number;
  align: "Left" | "Center" | "Right";
  /** what other plans call it, folded, where its header is a plan's own */
  elsewhere?: RegExp;
  /** typed by people: unlocked, kept by every command */
  entry?: boolean;
  /** absent for entries */
  cell?(record: R, at: At): Cell;
  /** of an entry: what the plan says, which stands there until someone types over it */
  given?(record: R): Cell;
  numberFormat?(record: R): string;
  /** records that give the same object share one validation */
  validation?(record: R): ValidationSpec;
}

/** A labelled place outside the table, such as 报告期. Columns count from 0, first to last. */
export interface Slot {
  id: string;
  label: string;
  labelColumns: [number, number];
  columns: [number, number];
  value: Cell;
  /** locked slots are filled by us */
  locked?: boolean;
  align?: "Left" | "Center";
  validation?: ValidationSpec;
  /** of what was typed, where it is written anew */
  numberFormat?: (content: Cell) => string;
  /** the workbook name that stands for it */
  name?: string;
  /** what stands there of other plans, where it is a plan's own: made anew with another plan */
  elsewhere?: RegExp;
}

/** A sheet that holds one table keyed by its first column, with slots above and below. Rows are described once, by column. */
export interface TableSheet<R> {
  name: string;
  title: string;
  columns: Column<R>[];
  /** id of the column whose text identifies a record */
  key: string;
  /** the key is a record's place in the list, which changes as others come and go; absent: it is the record's for good */
  keyIsPlace?: true;
  /** id of the column that names a record in words, by which it is found where its key is gone */
  subject: string;
  /** id of the slot that says whose sheet it is */
  scope: string;
  /** columns that stay in sight beside the header rows */
  frozenColumns: number;
  groups: { title: string | null; records: R[] }[];
  head: Slot[][];
  foot: Slot[][];
  note: string;
  highlights: (body: Area, at: At) => Highlight[];
  /** workbook names that stand for texts */
  names: Record<string, string>;
  /** those of them that say from which template the sheet was made, the first that is there */
  template: [own: string, ...earlier: string[]];
  /** its versions after the first, oldest first */
  versions: readonly Version[];
  /** the one of them that says for whom it was made */
  givenTo: string;
  /** a label that only another sheet with much the same headers has */
  unlike?: string;
}

/** Where each part of a table sheet stands. */
export interface Frame<R> {
  header: number;
  groupTitles: { row: number; title: string }[];
  records: { row: number; record: R }[];
  body: Area;
  slots: { row: number; slot: Slot }[];
  note: number;
  width: number;
}

/** Gives each part its row: title, head, header, groups with their records, an empty row, foot, note. */
export function frameOf<R>(sheet: TableSheet<R>): Frame<R> {
  const header = 1 + sheet.head.length;
  const frame: Frame<R> = {
    header,
    groupTitles: [],
    records: [],
    body: area(header + 1, 0),
    slots: [],
    note: 0,
    width: sheet.columns.length,
  };
  let row = header + 1;
  for (const group of sheet.groups) {
    if (group.title !== null) frame.groupTitles.push({ row: row++, title: group.title });
    for (const record of group.records) frame.records.push({ row: row++, record });
  }
  frame.body = area(header + 1, 0, Math.max(1, row - header - 1), frame.width);
  const foot = row + 1;
  sheet.head.forEach((slots, i) => slots.forEach((slot) => frame.slots.push({ row: 1 + i, slot })));
  sheet.foot.forEach((slots, i) => slots.forEach((slot) => frame.slots.push({ row: foot + i, slot })));
  frame.note = foot + sheet.foot.length;
  return frame;
}

/** The value of an entry or slot that is already on the sheet; undefined: none, null: it stays where it is, untouched. */
export interface Kept {
  entry: (key: string, columnId: string) => Cell | null | undefined;
  slot: (slotId: string) => Cell | null | undefined;
  /** rows × columns that belong to no part of the form, put down below it */
  strays: Cell[][];
}

export const NOTHING_KEPT: Kept = { entry: () => undefined, slot: () => undefined, strays: [] };

const span = ([first, last]: [number, number], row: number): Area => area(row, first, 1, last - first + 1);

const rowAt = <R>(sheet: TableSheet<R>, row: number): At => {
  return (id) =>
    `$${cellAddress(
      row,
      sheet.columns.findIndex((c) => c.id === id),
    )}`;
};

function fillCells<R>(sheet: TableSheet<R>, frame: Frame<R>, kept: Kept): SheetLayout["cells"] {
  const cells: SheetLayout["cells"] = Array.from({ length: frame.note + 1 }, () =>
    Array<Cell | null>(frame.width).fill(null),
  );
  const put = (row: number, column: number, cell: Cell | null): void => void (cells[row]![column] = cell);
  put(0, 0, sheet.title);
  for (const { row, slot } of frame.slots) {
    put(row, slot.labelColumns[0], slot.label);
    const old = slot.locked ? undefined : kept.slot(slot.id);
    put(row, slot.columns[0], old === undefined ? slot.value : old);
  }
  sheet.columns.forEach((column, i) => put(frame.header, i, column.header));
  for (const { row, title } of frame.groupTitles) put(row, 0, title);
  for (const { row, record } of frame.records) {
    const at = rowAt(sheet, row);
    const key = keyOf(sheet, record);
    sheet.columns.forEach((column, i) => {
      const entry = column.entry ? kept.entry(key, column.id) : undefined;
      put(row, i, entry === undefined ? (column.cell?.(record, at) ?? column.given?.(record) ?? "") : entry);
    });
  }
  put(frame.note, 0, sheet.note);
  return [...cells, ...strayRows(kept.strays, frame.width)];
}

function strayRows(strays: Cell[][], width: number): Cell[][] {
  if (strays.length === 0) return [];
  const pad = (cells: Cell[]): Cell[] => Array.from({ length: width }, (_, i) => cells[i] ?? "");
  return [pad([]), pad([STRAYS_TITLE]), ...strays.map(pad)];
}

export const STRAYS_TITLE = "以下内容不属于表样，原样保留：";

/** The text that identifies a record. */
export function keyOf<R>(sheet: TableSheet<R>, record: R): string {
  const cell = sheet.columns.find((c) => c.id === sheet.key)!.cell!(record, () => "");
  return String(cell);
}

function numberFormats<R>(
  sheet: TableSheet<R>,
  frame: Frame<R>,
  cells: SheetLayout["cells"],
): (string | null)[][] {
  const formats: (string | null)[][] = cells.map(() => Array<string>(frame.width).fill("General"));
  for (const { row, slot } of frame.slots) {
    const [column] = slot.columns;
    const content = cells[row]![column] ?? null;
    if (content !== null && slot.numberFormat) formats[row]![column] = slot.numberFormat(content);
  }
  for (const { row, record } of frame.records)
    sheet.columns.forEach((column, i) => (formats[row]![i] = column.numberFormat?.(record) ?? "General"));
  return formats;
}

function styles<R>(sheet: TableSheet<R>, frame: Frame<R>, rows: number): StyleRule[] {
  const { body, width } = frame;
  const all = area(0, 0, rows, width);
  const column = (i: number): Area => area(body.row, i, body.rows, 1);
  const aligned = (align: string): Area[] =>
    sheet.columns.flatMap((c, i) => (c.align === align ? [column(i)] : []));
  const entries = sheet.columns.flatMap((c, i) =>
    c.entry ? joinRows(frame.records.map(({ row }) => area(row, i))) : [],
  );
  const open = frame.slots.filter(({ slot }) => !slot.locked).map(({ row, slot }) => span(slot.columns, row));
  const rules: StyleRule[] = [
    {
      areas: [all],
      style: { font: { name: FONT, size: 10, color: COLORS.text }, vertical: "Center", locked: true },
    },
    { areas: [area(0, 0, 1, width)], style: { font: { size: 18, bold: true }, horizontal: "Center" } },
    {
      areas: frame.slots.map(({ row, slot }) => span(slot.labelColumns, row)),
      style: { font: { color: COLORS.quiet }, horizontal: "Right" },
    },
    { areas: frame.slots.map(({ row, slot }) => span(slot.columns, row)), style: { underline: COLORS.line } },
    { areas: [area(frame.header, 0, body.rows + 1, width)], style: { border: COLORS.line, wrap: true } },
    // text is left by itself
    { areas: aligned("Center"), style: { horizontal: "Center" } },
    { areas: aligned("Right"), style: { horizontal: "Right" } },
    {
      areas: [area(frame.header, 0, 1, width)],
      style: { font: { bold: true }, fill: COLORS.header, horizontal: "Center" },
    },
    {
      areas: frame.groupTitles.map(({ row }) => area(row, 0, 1, width)),
      style: { font: { bold: true }, fill: COLORS.section, horizontal: "Left" },
    },
    { areas: [...open, ...entries], style: { fill: COLORS.entry, locked: false } },
    {
      areas: [area(frame.note, 0, 1, width)],
      style: { font: { size: 9, color: COLORS.quiet }, wrap: true, horizontal: "Left", vertical: "Top" },
    },
  ];
  return rules
    .filter((rule) => rule.areas.length > 0)
    .map((rule) => ({ ...rule, areas: joinColumns(rule.areas) }));
}

function validations<R>(sheet: TableSheet<R>, frame: Frame<R>): Validation[] {
  const areas = new Map<ValidationSpec, Area[]>();
  const add = (spec: ValidationSpec, at: Area): void =>
    void areas.set(spec, [...(areas.get(spec) ?? []), at]);
  for (const { row, record } of frame.records)
    sheet.columns.forEach((column, i) => column.validation && add(column.validation(record), area(row, i)));
  for (const { row, slot } of frame.slots)
    if (slot.validation) add(slot.validation, area(row, slot.columns[0]));
  return [...areas].map(([spec, list]) => ({ ...spec, areas: joinColumns(joinRows(list)) }));
}

/** The part of an area in which some of the columns stand, neighbours joined. */
export const columnsOf = <R>(
  body: Area,
  columns: Column<R>[],
  wanted: (column: Column<R>) => boolean,
): Area[] =>
  joinColumns(columns.flatMap((column, i) => (wanted(column) ? [{ ...body, column: i, columns: 1 }] : [])));

/** Joins areas of the same rows whose columns follow each other. */
function joinColumns(areas: Area[]): Area[] {
  const turn = (a: Area): Area => ({ row: a.column, column: a.row, rows: a.columns, columns: a.rows });
  return joinRows(areas.map(turn)).map(turn);
}

/** Chinese is twice as wide. */
const chars = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 2 : 1), 0);

/** A merged cell never follows its text, so its height is reckoned: small print over the sheet's whole width. */
function noteHeight<R>({ columns, note }: TableSheet<R>): number {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return Math.ceil(chars(note) / width) * 14 + 4;
}

function rowHeights<R>(sheet: TableSheet<R>, frame: Frame<R>): SheetLayout["rowHeights"] {
  const single = frame.records.map(({ row }) => ({ row, rows: 1, height: null }));
  const heights: SheetLayout["rowHeights"] = [
    { row: 0, rows: 1, height: 30 },
    { row: 1, rows: sheet.head.length, height: 19 },
    { row: frame.header, rows: 1, height: 30 },
    ...[...single, ...frame.groupTitles.map(({ row }) => ({ row, rows: 1, height: 19 }))].sort(
      (a, b) => a.row - b.row,
    ),
    { row: frame.note - sheet.foot.length, rows: sheet.foot.length, height: 19 },
    { row: frame.note, rows: 1, height: noteHeight(sheet) },
  ];
  return heights.reduce<SheetLayout["rowHeights"]>((joined, next) => {
    const last = joined.at(-1);
    if (last && last.height === next.height && last.row + last.rows === next.row) last.rows += next.rows;
    else if (next.rows > 0) joined.push({ ...next });
    return joined;
  }, []);
}

/** Expands a table sheet, with what is already typed, into a layout. */
export function expandTable<R>(sheet: TableSheet<R>, kept: Kept = NOTHING_KEPT): SheetLayout {
  const frame = frameOf(sheet);
  const cells = fillCells(sheet, frame, kept);
  const slotNames = frame.slots.flatMap(({ row, slot }) =>
    slot.name ? [[slot.name, area(row, slot.columns[0])] as const] : [],
  );
  return {
    name: sheet.name,
    cells,
    numberFormats: numberFormats(sheet, frame, cells),
    styles: styles(sheet, frame, cells.length),
    merges: [
      area(0, 0, 1, frame.width),
      ...frame.groupTitles.map(({ row }) => area(row, 0, 1, frame.width)),
      ...frame.slots.flatMap(({ row, slot }) => [span(slot.labelColumns, row), span(slot.columns, row)]),
      area(frame.note, 0, 1, frame.width),
    ].filter((a) => a.columns > 1),
    columnWidths: sheet.columns.map((c) => c.width),
    rowHeights: rowHeights(sheet, frame),
    validations: validations(sheet, frame),
    highlights: sheet.highlights(frame.body, rowAt(sheet, frame.body.row)),
    names: { ...sheet.names, ...Object.fromEntries(slotNames) },
    frozenRows: frame.header + 1,
    frozenColumns: sheet.frozenColumns,
    print: {
      orientation: "landscape",
      area: area(0, 0, frame.note + 1, frame.width),
      title: area(frame.header, 0, 1, frame.width),
      footer: "第 &P 页，共 &N 页",
    },
  };
}
