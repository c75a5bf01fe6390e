import { builtInPlan as plan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import raw from "../../src/plan/built-in.json";
import {
  archivedPeriods,
  beforeOf,
  ledgerMessage,
  LEDGERS,
  latestOf,
  lostFigures,
  readLedger,
  recognizesLedger,
  restorations,
  withGone,
} from "../../src/ledger";
import type { MergeRecord } from "../../src/sheets";
import { period } from "../assessment/samples";
import { fillSlot } from "../sheets/helpers";
import { Workbook } from "./workbook";

const COLUMN = { period: 0, key: 1, name: 2, value: 4, status: 5, nature: 9, time: 10, check: 13 };

/** Three figures of 2022年, four of 2023年, one of which revises another. */
function kept(): Workbook {
  const book = new Workbook(plan, "2022年");
  book.type("YL07", "本期值", 47.5).type("YL11", "本期值", 78).type("TY05", "本期值", 1.7).archive();
  book.roll("2023年");
  book.type("YL07", "本期值", 50).type("YL11", "本期值", 78.3).type("TY05", "本期值", 2.2).archive();
  book.type("YL07", "本期值", 51).archive({ reason: "补报" });
  return book;
}
const valueOf = (book: Workbook, code: string, text: string): unknown =>
  latestOf(book.read().form, period(text), code)?.cells.value;

test("no sheet is an empty ledger", () => {
  expect(readLedger(null, LEDGERS.form, plan)).toMatchObject({ rows: [], last: 0, issues: [], place: null });
});

test("what was archived reads as it was written, and nothing is odd about it", () => {
  const book = kept();
  expect(book.issues()).toEqual([]);
  expect(book.read().form.rows.map(({ state, number }) => [state, number])).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((number) => ["intact", number]),
  );
  expect(
    archivedPeriods(book.read()).map(({ text, records, revisions }) => [text, records.form, revisions]),
  ).toEqual([
    ["2023年", 3, 1],
    ["2022年", 3, 0],
  ]);
});

test("sorted, with a title above, a column between and blank rows: read as before, and appended to at the bottom", () => {
  const book = kept();
  book.edit(([header, ...rows]) => {
    const sorted = [...rows].sort((a, b) => String(a[COLUMN.key]).localeCompare(String(b[COLUMN.key])));
    const wider = [header!, ...sorted].map((row, i) => [
      ...row.slice(0, 3),
      i === 0 ? "我的备注" : "√",
      ...row.slice(3),
    ]);
    const blank = wider[0]!.map(() => "");
    return [["我的历史", ...blank.slice(1)], blank, wider[0]!, blank, ...wider.slice(1)];
  });
  expect(book.issues()).toEqual([
    "“历史数据”行的次序变过（排序）；不影响计算，不用处理；新归档的行接在最下面",
    "“历史数据”多了“我的备注”列；会原样保留，归档不写这些列",
  ]);
  expect([valueOf(book, "YL07", "2022年"), valueOf(book, "YL07", "2023年")]).toEqual([47.5, 51]);
  const before = book.ledgers.form!.values.slice(3);
  book.type("YL08", "本期值", 90).archive();
  const after = book.ledgers.form!.values;
  expect(after.slice(3, 3 + before.length)).toEqual(before);
  expect(after.at(-1)!.slice(0, 6)).toEqual(["2023年", "YL08", expect.anything(), "", expect.anything(), 90]);
  expect(book.codes()).toEqual(["sorted", "added"]);
});

test("an edited row counts as it stands, and is told; what it said is proved and given back", () => {
  const book = kept();
  book.edit((cells) => {
    cells[1]![COLUMN.value] = 57.5; // of 2022年
    cells[2]![COLUMN.status] = "已达标";
    cells[6]![COLUMN.name] = "寿命";
    cells[7]![COLUMN.period] = "2024年";
  });
  expect(book.issues()).toEqual([
    "“历史数据”第2至3、7至8行归档后被改动；现按改后的内容计算；误改的请恢复，确需更正的请调阅那一期，改后再归档，原数会保留",
  ]);
  expect(valueOf(book, "YL07", "2022年")).toBe(57.5);
  book.records = [
    {
      ...{ time: "", period: "2022年度", file: "a.xlsx", bureau: "市民政局", done: "written", table: "form" },
      ...{ key: "YL07", column: "actual", was: "", value: 47.5 },
    },
  ];
  const found = restorations(book.read().form, book.records, book.current(), plan);
  expect(found.map(({ row, header, was, value }) => [row, header, was, value])).toEqual([
    [1, "值", 57.5, 47.5],
    [2, "状态", "已达标", "达到序时"],
    [6, "指标名称", "寿命", "每千人口托位数"],
    [7, "报告期", "2024年", "2023年"],
  ]);
  book.edit((cells) => found.forEach(({ row, column, value }) => (cells[row]![column] = value)));
  expect(book.issues()).toEqual([]);
});

test("a value that is recorded nowhere is given back by the form that still shows it", () => {
  const book = kept();
  book.edit((cells) => void (cells[7]![COLUMN.value] = 99));
  expect(restorations(book.read().form, [], book.current(), plan)).toMatchObject([{ row: 7, value: 51 }]);
  book.type("YL07", "本期值", 52);
  expect(restorations(book.read().form, [], book.current(), plan)).toEqual([]);
});

test("deleted rows are missed, in the middle and at the end, and what merges recorded of them can be archived again", () => {
  const book = kept();
  book.edit((cells) => cells.filter((_, i) => i !== 2 && i !== 3 && i !== 7));
  expect(book.issues()).toEqual([
    "“历史数据”归档过的行少了 3 行（校验码序号 2至3、7）；误删的请撤销删除；填报表或汇总记录还有的可点“恢复”补归档，用新的序号；仍在表上的行不受影响",
  ]);
  expect(valueOf(book, "YL07", "2023年")).toBe(50);
  const record = {
    ...{ time: "", period: "2022年", file: "a.xlsx", bureau: "市卫健委", done: "written", table: "form" },
    ...{ key: "YL11", column: "actual", was: "", value: 78 },
  } as MergeRecord;
  const lost = lostFigures(book.read(), [record], { ...book.current(), figures: [] }, plan);
  expect(
    lost.map(({ period, figures }) => [
      period,
      figures.map(({ key, value, source }) => [key, value, source]),
    ]),
  ).toEqual([["2022年", [["YL11", 78, "汇总记录：市卫健委（a.xlsx）"]]]]);
  // the form still has the revision, and last year's figures
  book.archive({ reason: "恢复误删的行" });
  expect(valueOf(book, "YL07", "2023年")).toBe(51);
  expect(book.lines(["校验码"]).map((check) => Number(check.split("-")[0]))).toEqual([1, 4, 5, 6, 8, 9, 10]);
});

test("what was typed by hand counts, and an archived row goes before it", () => {
  const book = kept();
  book.edit((cells) => {
    const row = (text: unknown, code: string, value: unknown): unknown[] => {
      const line: unknown[] = cells[0]!.map(() => "");
      return Object.assign(line, { [COLUMN.period]: text, [COLUMN.key]: code, [COLUMN.value]: value });
    };
    cells.push(row("2021年", "YL07", 44), row("2023年", "YL07", 60), row("2021年", "YL11", "约77"));
    cells.push(row("2021年上半年", "YL07", 42.5), row("2021Q2", "yl07", 43));
    cells.push(row("二三年", "YL07", 1), row(2023.1, "YL07", 1), row("2021年", "ZZ09", 1));
  });
  expect(valueOf(book, "YL07", "2021年")).toBe(44);
  expect(valueOf(book, "YL07", "2021年上半年")).toBe(43);
  expect(valueOf(book, "YL07", "2023年")).toBe(51);
  expect(book.issues().map((words) => words.split("；")[0])).toEqual([
    "“历史数据”第14行的报告期“二三年”无法识别",
    "“历史数据”第15行的报告期“2023.1”可能是1月，也可能是10月",
    "“历史数据”第16行的“ZZ09”不在本规划中",
    "“历史数据”第10、12行与另一行是同一期的同一项数据（“2023年 YL07”、“2021年上半年 YL07”）",
    "“历史数据”第11行的值“约77”不是数",
    "“历史数据”第9至13行是手工填的，没有校验码",
  ]);
});

test("a copied row is told, and the one that was not changed counts", () => {
  const book = kept();
  book.edit((cells) => {
    const copy = [...cells[7]!];
    copy[COLUMN.value] = 60;
    cells.push(copy);
  });
  expect(valueOf(book, "YL07", "2023年")).toBe(51);
  expect(book.codes()).toEqual(["edited", "doubled"]);
});

test("a column that is gone is told, and stops archiving until it is back", () => {
  const book = kept();
  book.edit((cells) => void (cells[0]![COLUMN.value] = "数值"));
  expect(book.issues()).toEqual([
    "“历史数据”缺少“值”列；请把表头改回原来的字；列已删去的，请撤销删除。在此之前不归档，以免与原有数据对不上",
    "“历史数据”多了“数值”列；会原样保留，归档不写这些列",
  ]);
  const { obstacles, rows } = book.type("YL07", "本期值", 52).archive({ reason: "补报" });
  expect([obstacles.map(({ code }) => code), rows.form]).toEqual([["ledger"], []]);
});

test("a sheet of that name that is none of ours is told, and left alone", () => {
  const grid = {
    row: 0,
    column: 0,
    values: [
      ["年份", "值"],
      [2023, 1],
    ],
    formulas: [],
  };
  expect(recognizesLedger(grid, LEDGERS.form)).toBe(false);
  const { issues } = readLedger(grid, LEDGERS.form, plan);
  expect(issues.map((issue) => ledgerMessage(issue, plan))).toEqual([
    "“历史数据”没有归档的表头（“报告期”、“指标代码”、“指标名称”、“计量单位”等），不是归档用的表；请把它改名，归档时会另建一张；或改回表头",
  ]);
});

test("rows of another plan stay, and count for nothing; another version of this plan reads them by code, or by name", () => {
  const book = kept();
  const other = openPlan({ ...structuredClone(raw), id: "another" });
  const foreign = readLedger(book.ledgers.form, LEDGERS.form, other);
  expect(foreign.issues.map((issue) => ledgerMessage(issue, plan))).toEqual([
    "“历史数据”第2至8行是另一个规划归档的；行仍保留，但不参加本规划的计算",
  ]);
  expect(foreign.index.size).toBe(0);
  const changed = structuredClone(raw);
  changed.version = "2";
  // they name the indicator whose code changes
  changed.checks = [];
  changed.example = "YL08";
  const [first] = changed.sections;
  const at = first!.indicators.findIndex(({ code }) => code === "YL07");
  first!.indicators[at]!.code = "YL90";
  first!.indicators = first!.indicators.filter(({ code }) => code !== "YL11");
  const later = openPlan(changed);
  const ledger = readLedger(book.ledgers.form, LEDGERS.form, later);
  expect(latestOf(ledger, period("2023年"), "YL90")?.cells.value).toBe(51);
  expect(ledger.issues.map((issue) => ledgerMessage(issue, plan))).toEqual([
    "“历史数据”第3、6行的“YL11”不在本规划中；规划换了版本的不用处理；写错的请改正。行仍保留，但不参加计算",
  ]);
});

test("a filter is told where the host tells of it", () => {
  const { issues } = readLedger(kept().ledgers.form, LEDGERS.form, plan, true);
  expect(issues.map(({ code }) => code)).toEqual(["filtered"]);
});

test.each([
  ["nothing", {}, false, []],
  ["the workbook's name", {}, true, ["YIZHI_HISTORY"]],
  ["a file that was archived", { done: "archived" }, false, ["汇总记录"]],
  ["a file that was merged into the form", { done: "written" }, false, []],
] as const)("%s tells whether a ledger is gone", (_, record, isNamed, names) => {
  const book = new Workbook(plan, "2023年");
  const line = {
    time: "",
    period: "2023年",
    file: "甲.xlsx",
    bureau: "市民政局",
    was: "",
    value: 50,
  } as const;
  const cell = { table: "form", key: "YL07", column: "actual" } as const;
  const records = "done" in record ? [{ ...line, ...cell, ...record }] : [];
  const ledgers = withGone(book.read(), records, { form: isNamed, tasks: false });
  expect(ledgers.form.issues.flatMap((issue) => issue.names ?? [])).toEqual(names);
  expect(ledgers.tasks.issues).toEqual([]);
});

test("a header without its count is told", () => {
  const book = kept();
  book.edit((cells) => void (cells[0]![COLUMN.check] = "校验码"));
  expect(book.issues()).toEqual([expect.stringMatching(/^“历史数据”的表头“校验码”没有了行数；/)]);
});

test("what a deleted row said is found in the form, of this period and of last year's", () => {
  const book = kept();
  // YL07 of 2022年, YL11 of 2023年
  book.edit((cells) => cells.filter((_, i) => i !== 1 && i !== 5));
  const lost = lostFigures(book.read(), [], book.current(), plan).flatMap(({ figures }) =>
    figures.map(({ period: of, key, value }) => `${of} ${key} ${String(value)}`),
  );
  expect(lost.sort()).toEqual(["2022年 YL07 47.5", "2023年 YL11 78.3"]);
});

test.each([
  ["archived", 45, ["45"]],
  // it may have been changed before it was archived
  ["written", 45, []],
  ["archived", 50, []],
] as const)("a revision that is gone comes back if 汇总记录 says %s %d", (done, value, found) => {
  const book = kept();
  book.edit((cells) => cells.filter((_, i) => i !== 7));
  book.type("YL07", "本期值", 50);
  fillSlot(book.tables.form, "容差", 0);
  fillSlot(book.tables.form, "红线", 1);
  const line = { time: "", period: "2023年", file: "甲.xlsx", bureau: "市民政局", was: "" } as const;
  const records = [{ ...line, done, table: "form", key: "YL07", column: "actual", value }] as MergeRecord[];
  const lost = lostFigures(book.read(), records, book.current(), plan);
  expect(lost.flatMap(({ figures }) => figures.map((figure) => String(figure.value)))).toEqual(found);
  for (const { parameters } of lost) expect(parameters).toEqual([0, 1]);
});

test("each odd row is told once, and what is told of it does not contradict itself", () => {
  const book = kept();
  const typed = (cells: unknown[][], text: string, code: string): void => {
    const line: unknown[] = cells[0]!.map(() => "");
    cells.push(Object.assign(line, { [COLUMN.period]: text, [COLUMN.key]: code, [COLUMN.value]: 1 }));
  };
  book.edit((cells) => {
    cells[1] = cells[1]!.map((cell, i) => (i === COLUMN.check ? cell : ""));
    typed(cells, "合计", "");
    typed(cells, "去年", "YL07");
    typed(cells, "2040年", "YL07");
    typed(cells, "", "YL07");
  });
  expect(book.issues().map((words) => words.split("；")[0])).toEqual([
    "“历史数据”第2行归档的内容被清空，只剩校验码",
    "“历史数据”第9至10、12行的报告期“合计”、“去年”、（空）无法识别",
    "“历史数据”第11行的报告期“2040年”在规划期之后",
  ]);
});

test("a typed row that was revised by archiving is its history, and is to stay", () => {
  const book = kept();
  book.edit((cells) => {
    const line: unknown[] = cells[0]!.map(() => "");
    cells.push(Object.assign(line, { [COLUMN.period]: "2023年", [COLUMN.key]: "YL08", [COLUMN.value]: 88 }));
  });
  book.type("YL08", "本期值", 90).archive({ reason: "补报" });
  expect(valueOf(book, "YL08", "2023年")).toBe(90);
  expect(book.codes()).toEqual(["typed"]);
});

test("an edited 报告期 is given back where any row still says it", () => {
  const book = kept();
  // YL11 has no other row of 2022年
  book.edit((cells) => void (cells[2]![COLUMN.period] = "2021年"));
  expect(restorations(book.read().form, [], book.current(), plan)).toMatchObject([
    { row: 2, header: "报告期", was: "2021年", value: "2022年" },
  ]);
});

test("figures that were turned to text are numbers all the same, and are told", () => {
  const book = kept();
  book.edit((cells) => {
    for (const row of cells.slice(1, 3)) row[COLUMN.value] = String(row[COLUMN.value]);
    const line: unknown[] = cells[0]!.map(() => "");
    cells.push(
      Object.assign(line, { [COLUMN.period]: "2021年", [COLUMN.key]: "YL07", [COLUMN.value]: "４４.5" }),
    );
  });
  expect(valueOf(book, "YL07", "2022年")).toBe(47.5);
  expect(valueOf(book, "YL07", "2021年")).toBe(44.5);
  expect(book.issues()[0]).toBe(
    "“历史数据”第2至3、9行的值是文本形式的数（“47.5”、“78”、“４４.5”）；照常按数参加计算；SUMIFS 和数据透视表不计文本，要用的请转换为数字",
  );
  expect(book.codes()).toEqual(["as-text", "typed"]);
  // and the same figure again is no revision
  book
    .setPeriod("2022年")
    .type("YL07", "本期值", 47.5)
    .type("YL11", "本期值", 78)
    .type("TY05", "本期值", 1.7);
  expect(book.archive({ confirmed: true }).rows.form).toEqual([]);
});

test("报告期 and 归档时间 that someone typed as dates are told as such, and the period can be gone to by its words", () => {
  const book = kept();
  book.edit((cells) => {
    const line: unknown[] = cells[0]!.map(() => "");
    // 2021-06-30, 2021-07-05
    cells.push(
      Object.assign(line, {
        [COLUMN.period]: 44377,
        [COLUMN.key]: "YL07",
        [COLUMN.value]: 44,
        [COLUMN.time]: 44382,
      }),
    );
  });
  expect(archivedPeriods(book.read()).at(-1)).toMatchObject({ text: "2021年6月", time: "2021-07-05" });
  const before = beforeOf(book.read(), "2021年三季度")("YL07");
  expect(before.last).toEqual({ period: "2021年6月", value: 44 });
  book.recall("2021年6月", true);
  expect(book.period).toBe("2021年6月");
});

test("归档时间 that became a date, as where it is typed again, leaves the row as archived", () => {
  const book = kept();
  expect(book.ledgers.form!.values[1]![COLUMN.time]).toBe("2024-01-05 09:30");
  // with the last digits of the binary
  book.edit((cells) => void (cells[1]![COLUMN.time] = 45296 + 9.5 / 24 - 1e-9));
  expect(book.issues()).toEqual([]);
  book.edit((cells) => void (cells[1]![COLUMN.time] = 45297));
  expect(book.codes()).toEqual(["edited"]);
});
