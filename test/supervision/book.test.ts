import fc from "fast-check";
import type { Cell, Grid } from "../../src/grid";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { NO_BUREAU } from "../../src/report";
import type { Ledgers } from "../../src/ledger";
import {
  type Book,
  BOOK_COLUMNS,
  type BookColumn,
  bookLayout,
  type BookUpdate,
  bookWrite,
  closing,
  higher,
  isOpen,
  LADDER,
  levelAt,
  readBook,
  updateOf,
  valueOf,
  withUpdate,
} from "../../src/supervision";
import { type Summary, summaryOf } from "../../src/summary";
import { Workbook } from "../ledger/workbook";
import { asRead } from "../sheets/helpers";

const DATE = "2023-07-05";

/** The sheet once an update has been written, as it would be read again. */
function written(grid: Grid | null, book: Book, update: Pick<BookUpdate, "opened" | "changes">): Grid | null {
  const write = bookWrite(book, update);
  if (!write) return grid;
  const base = grid ?? asRead(write.layout!);
  const values = base.values.map((row) => [...row]);
  for (const { row, column, was, value } of write.changes) {
    expect(values[row]![column]).toEqual(was);
    values[row]![column] = value;
  }
  if (write.area) {
    expect(write.area.row).toBe(values.length);
    const { column } = write.area;
    const width = Math.max(values[0]!.length, column + write.area.columns);
    for (const line of write.cells) {
      const row: unknown[] = Array<Cell>(width).fill("");
      line.forEach((cell, i) => cell !== null && (row[column + i] = cell));
      values.push(row);
    }
  }
  return { row: 0, column: 0, values, formulas: values };
}

/** A workbook with its book, which goes from period to period. */
class Office {
  readonly workbook: Workbook;
  sheet: Grid | null = null;

  constructor(period: string) {
    this.workbook = new Workbook(plan, period);
  }
  summary(): Summary {
    const read = summaryOf(this.workbook.held(), plan);
    if (!read.ok) throw new Error(read.issue);
    return read.value;
  }
  book = (): Book => readBook(this.sheet, plan);
  ledgers = (): Ledgers => this.workbook.read();
  update(firstLeads = false): BookUpdate {
    const book = this.book();
    const update = updateOf(book, this.summary(), this.ledgers(), { date: DATE, firstLeads });
    this.sheet = written(this.sheet, book, update);
    return update;
  }
  close(): void {
    const book = this.book();
    const { recovered } = updateOf(book, this.summary(), this.ledgers(), { date: DATE });
    this.sheet = written(this.sheet, book, {
      opened: [],
      changes: closing(
        recovered.map(({ row }) => row),
        DATE,
      ),
    });
  }
  /** The book's lines under some of its columns. */
  lines = (...ids: BookColumn[]): string[] =>
    this.book().rows.map(({ cells }) => ids.map((id) => String(valueOf(cells[id]))).join(" | "));
  archive(): void {
    expect(this.workbook.archive({ reason: "核对后更正", confirmed: true }).obstacles).toEqual([]);
  }
}

const LATE = 43.3;
const explained = { 情况说明: "新建项目尚未交付" };
const type = (office: Office, code: string, value: unknown): void => {
  office.workbook.type(code, "本期值", value).type(code, "情况说明", explained.情况说明);
};

test("what is behind gets a matter, with its figures in the right words and whoever answers for it", () => {
  const office = new Office("2023年");
  type(office, "YL07", 48);
  type(office, "YL06", 96);
  office.workbook.type(1, "进展状态", "滞后").type(2, "进展状态", "推进中").type(2, "完成时限", "2022年底");
  office.update();
  expect(office.lines("number", "opened", "matter", "lead", "others", "problem", "streak", "level")).toEqual([
    "1 | 2023-07-05 | YL06 新建城区和新建居民区配套建设养老服务设施达标率 | 市住建局、市自然资源和规划局 |  | 2023年滞后：目标 100%，本期值 96%，差距 4个百分点 | 1 | 提醒",
    "2 | 2023-07-05 | YL07 护理型养老床位占比 | 市民政局 |  | 2023年滞后：目标 55%，序时目标 49.8%，本期值 48%，差距 7个百分点 | 1 | 提醒",
    expect.stringMatching(
      /^3 .* \| 任务1 .* \| 市民政局、市财政局 \| {2}\| 2023年滞后：进展状态为“滞后”，没有写进展情况 \| 1 \| 提醒$/,
    ),
    expect.stringMatching(/^4 .* \| 任务2 .* \| 2023年逾期：完成时限2022年底已过，.* \| 1 \| 提醒$/),
  ]);
});

test("where the plan names no bureau nobody is said to lead: the office writes who", () => {
  const office = new Office("2023年");
  type(office, "YL07", LATE);
  const now = office.summary();
  const nameless = { ...now, indicators: now.indicators!.map((one) => ({ ...one, bureaus: [NO_BUREAU] })) };
  for (const firstLeads of [true, false]) {
    const { opened } = updateOf(office.book(), nameless, office.ledgers(), { date: DATE, firstLeads });
    expect(opened.map(({ cells }) => [valueOf(cells.lead), valueOf(cells.others)])).toEqual([["", ""]]);
  }
});

test("the first bureau named leads only where that is asked for", () => {
  const office = new Office("2023年");
  type(office, "YL06", 96);
  office.update(true);
  expect(office.lines("lead", "others")).toEqual(["市住建局 | 市自然资源和规划局"]);
});

test("periods behind in a row raise the level; a period that was not archived ends the row", () => {
  const office = new Office("2022年一季度");
  const steps = ["2022年一季度", "2022年二季度", "2022年三季度", "2022年四季度", "2023年二季度"].map(
    (period) => {
      office.workbook.setPeriod(period);
      type(office, "YL07", LATE);
      const { opened, changes } = office.update();
      const [line] = office.lines("streak", "level");
      office.archive();
      return [opened.length, changes.length, line];
    },
  );
  expect(steps).toEqual([
    [1, 0, "1 | 提醒"],
    [0, 2, "2 | 通报"],
    [0, 2, "3 | 约谈"],
    [0, 2, "4 | 挂牌"],
    // a quarter is missing: it is not known to be behind then; the level stays
    [0, 1, "1 | 挂牌"],
  ]);
});

test.each([
  ["quarters as months", ["2022年3月", "2022年6月", "2022年9月"], "3"],
  ["months", ["2022年10月", "2022年11月", "2022年12月"], "3"],
  ["years, then a half", ["2021年", "2022年", "2023年上半年"], "3"],
  ["halves and a missing one", ["2021年上半年", "2022年上半年", "2022年"], "2"],
  ["months with a missing one", ["2022年9月", "2022年11月", "2022年12月"], "2"],
])("%s follow each other", (_, periods, streak) => {
  const office = new Office(periods[0]!);
  for (const period of periods) {
    office.workbook.setPeriod(period);
    type(office, "YL07", LATE);
    office.update();
    office.archive();
  }
  expect(office.lines("streak")).toEqual([streak]);
});

test("上年同期 that was archived with a form is no period before it", () => {
  const office = new Office("2023年一季度");
  type(office, "YL07", 45);
  office.workbook.type("YL07", "上年同期", 42.1);
  office.archive();
  office.workbook.setPeriod("2023年二季度");
  type(office, "YL07", 45);
  office.update();
  expect(office.lines("streak")).toEqual(["2"]);
});

test("what has recovered is proposed, closed only when asked, and opened anew when it is behind again", () => {
  const office = new Office("2022年");
  type(office, "YL07", LATE);
  office.update();
  office.archive();
  office.workbook.setPeriod("2023年");
  type(office, "YL07", 50);
  const { recovered } = office.update();
  expect(recovered.map(({ words }) => words)).toEqual([
    "YL07 护理型养老床位占比：达到序时：目标 55%，序时目标 49.8%，本期值 50%，差距 5个百分点",
  ]);
  expect(office.lines("closed")).toEqual([""]);
  office.close();
  office.archive();
  office.workbook.setPeriod("2024年");
  type(office, "YL07", 50.1);
  office.update();
  expect(office.lines("number", "streak", "closed")).toEqual(["1 | 1 | 2023-07-05", "2 | 1 | "]);
});

test("what is not reported now is neither opened, raised nor proposed", () => {
  const office = new Office("2022年");
  type(office, "YL07", LATE);
  office.update();
  office.archive();
  office.workbook.setPeriod("2023年");
  office.workbook.type("YL07", "本期值", "");
  expect(office.update()).toEqual({ opened: [], changes: [], recovered: [] });
});

test("the same again changes nothing", () => {
  const office = new Office("2023年");
  type(office, "YL07", 48);
  office.update();
  expect(office.update()).toEqual({ opened: [], changes: [], recovered: [] });
});

test("columns that were moved, a title above and columns of one's own do not matter", () => {
  const office = new Office("2023年");
  type(office, "YL07", 48);
  office.update();
  const values = office.sheet!.values.map((row) => ["领导批示", ...[...row].reverse()]);
  // the ladder's numbers stand right of their names
  values[0] = ["", ...office.sheet!.values[0]!];
  office.sheet = {
    row: 0,
    column: 0,
    values: [["督办台账", ...values[0].slice(1)], ...values],
    formulas: values,
  };
  type(office, "YL08", 51);
  const { opened } = office.update();
  expect(opened).toHaveLength(1);
  expect(office.lines("number", "matter")).toEqual([
    "1 | YL07 护理型养老床位占比",
    "2 | YL08 兜底线和普惠性养老床位合计占比",
  ]);
  expect(office.sheet.values.at(-1)![0]).toBe("");
});

test.each<[string, (cells: unknown[][]) => void, RegExp, boolean]>([
  ["a column is gone", (cells) => (cells[1]![7] = ""), /缺少等级列；.*不更新/, false],
  [
    "a number of the ladder does not rise",
    (cells) => (cells[0]![6] = 1),
    /等级的期数须为由小到大的整数/,
    true,
  ],
  ["a matter is none of the plan's", (cells) => (cells[2]![2] = "某事"), /第3行的事项不在本规划中/, true],
  ["a row was copied", (cells) => cells.push([...cells[2]!]), /第4行与上面未销号的一行是同一事项/, true],
])("%s: that is told", (_, change, words, goesOn) => {
  const office = new Office("2023年");
  type(office, "YL07", 48);
  office.update();
  const values = office.sheet!.values.map((row) => [...row]);
  change(values);
  office.sheet = { row: 0, column: 0, values, formulas: values };
  expect(office.book().issues).toEqual([expect.stringMatching(words)]);
  type(office, "YL08", 51);
  expect(office.update().opened.length > 0).toBe(goesOn);
});

test("another sheet of its name is left alone", () => {
  const book = readBook({ row: 0, column: 0, values: [["别的", "表"]], formulas: [["别的", "表"]] }, plan);
  expect(book.issues).toEqual([expect.stringMatching(/没有台账的表头/)]);
});

test("the ladder can be changed in the sheet's head", () => {
  const grid = asRead(bookLayout());
  grid.values[0]![6] = 3;
  grid.values[0]![8] = 5;
  grid.values[0]![10] = 8;
  expect(readBook(grid, plan).ladder.map(({ from }) => from)).toEqual([1, 3, 5, 8]);
});

test.each([
  [0, ""],
  [1, "提醒"],
  [3, "约谈"],
  [9, "挂牌"],
])("after %i periods the level is %j", (streak, level) => expect(levelAt(streak, LADDER)).toBe(level));

test.each([
  ["约谈", "提醒", "约谈"],
  ["提醒", "通报", "通报"],
  ["", "提醒", "提醒"],
  ["市长督办", "挂牌", "市长督办"],
])("of %j and %j the level is %j", (was, due, level) => expect(higher(was, due, LADDER)).toBe(level));

const OURS: readonly BookColumn[] = ["streak", "level"];
const RANKS = ["", ...LADDER.map(({ level }) => level)];

test("over random periods, entries, notes and closings the book only grows", () => {
  const step = fc.record({
    values: fc.record({ YL07: fc.constantFrom("", 41, 45, 50, 56), YL06: fc.constantFrom("", 90, 100) }),
    task: fc.constantFrom("", "滞后", "推进中", "已完成"),
    archive: fc.boolean(),
    closes: fc.boolean(),
    note: fc.constantFrom("", "已约谈分管负责人"),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const office = new Office("2021年一季度");
      steps.forEach(({ values, task, archive, closes, note }, i) => {
        office.workbook.setPeriod(`${2021 + Math.floor(i / 4)}年${"一二三四"[i % 4]!}季度`);
        for (const [code, value] of Object.entries(values)) type(office, code, value);
        office.workbook.type(1, "进展状态", task).type(1, "进展情况", "资金没有到位");
        const before = office.book().rows;
        const { opened } = office.update();
        const after = office.book().rows;
        expect(after).toHaveLength(before.length + opened.length);
        before.forEach(({ cells }, at) => {
          for (const { id } of BOOK_COLUMNS)
            if (!OURS.includes(id)) expect(after[at]!.cells[id]).toEqual(cells[id]);
          const [was, is] = [cells.level, after[at]!.cells.level].map((cell) => RANKS.indexOf(String(cell)));
          expect(is!).toBeGreaterThanOrEqual(was!);
        });
        const open = after.filter(isOpen).map(({ record }) => JSON.stringify(record));
        expect(new Set(open).size).toBe(open.length);
        if (note !== "" && after.length > 0) {
          const column = BOOK_COLUMNS.findIndex(({ id }) => id === "feedback");
          office.sheet!.values.at(-1)![column] = note;
        }
        if (closes) office.close();
        expect(office.book().rows).toHaveLength(after.length);
        if (archive) office.workbook.archive({ reason: "核对后更正", confirmed: true, cleanOnly: true });
      });
    }),
    { numRuns: 12 },
  );
});

test("an update of the book itself is what reading the sheet gives", () => {
  const office = new Office("2023年");
  type(office, "YL07", 48);
  const book = office.book();
  const update = office.update();
  expect(withUpdate(book, update).rows.map(({ cells }) => cells)).toEqual(
    office.book().rows.map(({ cells }) => cells),
  );
});
