import type { Plan } from "../plan";
import { asCell, type Cell, folded, type Grid, type SheetLayout, valueAt } from "../grid";
import { KEPT_LISTS } from "./kept-lists";
import { TABLES, tableOf } from "./kinds";
import { LIST_FONT, listLayout } from "./list-layout";
import { type PerTable, perTable, type TableId } from "./table-words";

interface Line {
  /** `2023-07-05 14:30` */
  time: string;
  period: string;
  /** several, when bureaus of a joint indicator agree, are parted by ； */
  file: string;
  bureau: string;
}

/** A cell for which something came: it was written, onto the sheets or into a ledger, or refused, and `was` stayed. */
export interface CellRecord extends Line {
  done: "written" | "archived" | "refused";
  table: TableId;
  /** indicator code or task number */
  key: string;
  /** column id */
  column: string;
  was: Cell;
  value: Cell;
}

/** A file that came and of which no cell tells: it had nothing new, or was left out. */
export interface FileRecord extends Line {
  done: "received" | "left-out";
  /** of one left out: tells its entries from others */
  contents?: string;
}

/** One line of the sheet 汇总记录. */
export type MergeRecord = CellRecord | FileRecord;

export const isCellRecord = (record: MergeRecord): record is CellRecord => "key" in record;

/** One cell of the form or the task sheet to write, with what must still stand there. */
export interface CellWrite {
  table: TableId;
  key: string;
  column: string;
  was: Cell;
  value: Cell;
  /** the number format it is to be shown in */
  format?: string;
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

const HEADERS = [
  ["时间", 17],
  ["报告期", 12],
  ["工作表", 12],
  ["代码", 9],
  ["栏目", 12],
  ["原内容", 30],
  ["新内容", 45],
  ["来源单位", 24],
  ["来源文件", 40],
  ["处理", 16],
] as const;
/** The first version of the sheet had no 处理: everything on it was written. */
const FIRST_VERSION = HEADERS.length - 1;

const DONE: Record<MergeRecord["done"], string> = {
  written: "写入",
  archived: "并入历史数据",
  refused: "未采用",
  received: "收到，无新内容",
  "left-out": "收到，未采用",
};
/** 新内容 of a file that was left out, by which the same entries are known again. */
const CONTENTS = "填报内容代号 ";

const doneBy = (word: unknown): MergeRecord["done"] =>
  (Object.keys(DONE) as MergeRecord["done"][]).find((done) => DONE[done] === word) ?? "written";

/** The columns of each table. */
const columnsOf = (plan: Plan): PerTable<{ id: string; header: string }[]> =>
  perTable(({ id }) => tableOf(id).build(plan).columns);

function linesOf(records: readonly MergeRecord[], plan: Plan): Cell[][] {
  const columns = columnsOf(plan);
  const cells = (record: MergeRecord): Cell[] => {
    if (!isCellRecord(record))
      return ["", "", "", "", record.contents === undefined ? "" : `${CONTENTS}${record.contents}`];
    const { table, key, column, was, value } = record;
    const { header } = columns[table].find(({ id }) => id === column)!;
    return [tableOf(table).name, tableOf(table).keyCell(key), header, was, value];
  };
  return records.map((record) => [
    record.time,
    record.period,
    ...cells(record),
    record.bureau,
    record.file,
    DONE[record.done],
  ]);
}

const recognizes = (grid: Grid): boolean =>
  HEADERS.slice(0, FIRST_VERSION).every(
    ([header], column) => folded(valueAt(grid, 0, column)) === folded(header),
  );

function read(grid: Grid | null, plan: Plan): MergeRecord[] {
  if (!grid || !recognizes(grid)) return [];
  const columns = columnsOf(plan);
  return grid.values.slice(1 - grid.row).flatMap((row): MergeRecord[] => {
    const [time, period, name, key, header, was = "", value, bureau, file, word] = row.map(asCell);
    const text = (cell: Cell | undefined): string => String(cell ?? "");
    const line = { time: text(time), period: text(period), bureau: text(bureau), file: text(file) };
    const done = doneBy(word);
    if (done === "received" || done === "left-out") {
      const contents = text(value).startsWith(CONTENTS) && text(value).slice(CONTENTS.length);
      return [{ ...line, done, ...(contents && { contents }) }];
    }
    const table = TABLES.find((kind) => kind.name === name)?.id;
    const column = table && columns[table].find((c) => c.header === header)?.id;
    if (!table || !column || value === undefined) return [];
    return [{ ...line, done, table, key: text(key), column, was, value }];
  });
}

export const RECORDS: RecordsSheet = {
  layout: listLayout(KEPT_LISTS.records.name, HEADERS),
  font: LIST_FONT,
  recognizes,
  lines: linesOf,
  read,
};
