import type { Plan } from "../plan";
import { formSheet } from "./form";
import { area } from "./grid";
import type { Cell, SheetLayout } from "./layout";
import { COLORS, FONT } from "./palette";
import { asCell, folded, type Grid, valueAt } from "./cells";
import { taskSheet } from "./tasks";

export type TableId = "form" | "tasks";

/** One line of the sheet 汇总记录: which cell got which value from whom. */
export interface MergeRecord {
  /** `2023-07-05 14:30` */
  time: string;
  period: string;
  table: TableId;
  /** indicator code or task number */
  key: string;
  /** column id */
  column: string;
  was: Cell;
  value: Cell;
  /** several, when bureaus of a joint indicator agree, are parted by ； */
  file: string;
  bureau: string;
}

/** One cell of the form or the task sheet to write, with what must still stand there. */
export interface CellWrite {
  table: TableId;
  key: string;
  column: string;
  was: Cell;
  value: Cell;
}

/** The sheet 汇总记录, as far as whoever puts it into a workbook must know. */
export interface RecordsSheet {
  /** the sheet without lines; merges add lines below and never change one */
  layout: SheetLayout;
  /** of every line, the header's among them */
  font: { name: string; size: number };
  /** true for a sheet that begins with the record's headers */
  recognizes: (grid: Grid) => boolean;
  /** the lines, as the sheet shows them */
  lines: (records: readonly MergeRecord[], plan: Plan) => Cell[][];
  /** what the sheet tells, oldest first; lines that name no cell of ours are passed over */
  read: (grid: Grid | null, plan: Plan) => MergeRecord[];
}

const NAME = "汇总记录";
const font = { name: FONT, size: 10 };

const HEADERS = [
  ["时间", 17],
  ["报告期", 12],
  ["工作表", 12],
  ["代码", 9],
  ["栏目", 12],
  ["原内容", 20],
  ["新内容", 20],
  ["来源单位", 24],
  ["来源文件", 40],
] as const;

const sheetsOf = (plan: Plan) => ({ form: formSheet(plan), tasks: taskSheet(plan) });
type Sheets = ReturnType<typeof sheetsOf>;
const columnsOf = (sheets: Sheets, table: TableId): { id: string; header: string }[] => sheets[table].columns;

function linesOf(records: readonly MergeRecord[], plan: Plan): Cell[][] {
  const sheets = sheetsOf(plan);
  return records.map(({ time, period, table, key, column, was, value, file, bureau }) => {
    const header = columnsOf(sheets, table).find(({ id }) => id === column)!.header;
    return [
      time,
      period,
      sheets[table].name,
      table === "tasks" ? Number(key) : key,
      header,
      was,
      value,
      bureau,
      file,
    ];
  });
}

const recognizes = (grid: Grid): boolean =>
  HEADERS.every(([header], column) => folded(valueAt(grid, 0, column)) === folded(header));

function read(grid: Grid | null, plan: Plan): MergeRecord[] {
  if (!grid || !recognizes(grid)) return [];
  const sheets = sheetsOf(plan);
  return grid.values.slice(1 - grid.row).flatMap((row): MergeRecord[] => {
    const [time, period, name, key, header, was, value, bureau, file] = row.map(asCell);
    const table = (["form", "tasks"] as const).find((id) => sheets[id].name === name);
    const column = table && columnsOf(sheets, table).find((c) => c.header === header)?.id;
    if (!table || !column || value === undefined) return [];
    const text = (cell: Cell | undefined): string => String(cell ?? "");
    return [
      {
        time: text(time),
        period: text(period),
        table,
        key: text(key),
        column,
        was: was ?? "",
        value,
        bureau: text(bureau),
        file: text(file),
      },
    ];
  });
}

function layoutOf(): SheetLayout {
  const columns = HEADERS.length;
  return {
    name: NAME,
    cells: [HEADERS.map(([header]) => header)],
    numberFormats: [HEADERS.map(() => "General")],
    styles: [
      {
        areas: [area(0, 0, 1, columns)],
        style: {
          font: { ...font, color: COLORS.text, bold: true },
          fill: COLORS.header,
          horizontal: "Center",
          vertical: "Center",
          border: COLORS.line,
          locked: true,
        },
      },
    ],
    merges: [],
    columnWidths: HEADERS.map(([, width]) => width),
    rowHeights: [{ row: 0, rows: 1, height: 24 }],
    validations: [],
    highlights: [],
    names: {},
    frozenRows: 1,
    print: {
      orientation: "landscape",
      title: area(0, 0),
      footer: "第 &P 页，共 &N 页",
    },
  };
}

export const RECORDS: RecordsSheet = { layout: layoutOf(), font, recognizes, lines: linesOf, read };
