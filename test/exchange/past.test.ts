import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  asDecided,
  decided,
  decidedPast,
  type Decisions,
  goneBefore,
  type Incoming,
  incomingIssueMessage,
  mergeReport,
  optionId,
  readIncoming,
} from "../../src/exchange";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM_SHEET, perTable, TASKS_SHEET } from "../../src/sheets";
import { LEDGERS } from "../../src/ledger";
import { Workbook } from "../ledger/workbook";
import { fillSlot } from "../sheets/helpers";
import { expectation, filled, returned } from "./files";

/* A returned file of another period than the form's goes into the ledgers, if the user agrees. */

const [OWN, OTHER] = ["2023年上半年", "2023年一季度"];
const HOW = { time: "2023-07-05 14:30", reason: "" };

const read = (name: string, bytes: Uint8Array): Promise<Incoming> =>
  readIncoming(name, bytes, expectation(OWN));
const civil = async (
  actuals: Record<string, string | number>,
  states = {},
  name = "民政.xlsx",
): Promise<Incoming> => read(name, await filled("市民政局", actuals, states, OTHER));

/** A workbook in the half year; `quarter` is archived of the quarter before. */
function workbook(quarter: Record<string, number> = {}): Workbook {
  const made = new Workbook(plan, OTHER);
  for (const [code, value] of Object.entries(quarter)) made.type(code, "本期值", value);
  if (Object.keys(quarter).length > 0) made.archive({ cleanOnly: true });
  return made.setPeriod(OWN);
}

function merge(
  into: Workbook,
  files: Incoming[],
  decisions: Decisions = {},
  reason = "",
  { gone, anew }: { gone?: string[]; anew?: boolean } = {},
) {
  const kept = perTable(({ id }) => {
    const grid = into.ledgers[id];
    return grid && { name: LEDGERS[id].name, grid, bottom: grid.values.length };
  });
  const { form, tasks } = into.tables;
  const target = { form, tasks, records: into.records, ledgers: kept, ...(gone && { gone }) };
  const agreed = files.map((file) => asDecided(file, 0));
  const report = mergeReport(plan, target, agreed, OWN);
  const past = decidedPast(report, decisions, { ...HOW, reason, ...(anew && { anew }) }, plan);
  return { report, past, own: decided(report, decisions, HOW.time, OWN) };
}
const rowsOf = ({ past }: ReturnType<typeof merge>): unknown[][] =>
  past.archive.flatMap(({ cells }) => cells.map((line) => [line[0], line[1], line[4], line[11]]));

test("it is offered in words, and nothing is merged unasked", async () => {
  const file = await civil({ YL07: 45 });
  expect(file).toMatchObject({ refused: true, entries: [] });
  expect(file.alternatives.map(({ words }) => words)).toEqual([`并入历史数据（${OTHER}）`]);
  expect(file.issues.map(incomingIssueMessage)).toEqual([
    expect.stringMatching(/报告期不符.*未并入本表，确是那一期的，可在下面选定并入历史数据/),
  ]);
});

test("agreed, its figures become rows of the ledgers, with their source; the sheets get nothing", async () => {
  const done = merge(workbook(), [await civil({ YL07: 45 }, { 3: "推进中" })]);
  expect(done.own).toEqual({ writes: [], records: [], open: 0 });
  expect(done.past).toMatchObject({ count: 2, obstacles: [], withheld: [], open: 0 });
  expect(done.past.archive.map(({ name }) => name)).toEqual(["历史数据", "任务历史"]);
  expect(rowsOf(done)[0]).toEqual([OTHER, "YL07", 45, "市民政局（民政.xlsx）"]);
  expect(done.past.records.map((record) => [record.period, record.done])).toEqual([
    [OTHER, "archived"],
    [OTHER, "archived"],
  ]);
  expect(done.report.outstanding.some(({ bureau, returned: has }) => bureau === "市民政局" && has)).toBe(
    false,
  );
});

test("the same figures again append nothing", async () => {
  const done = merge(workbook({ YL07: 45 }), [await civil({ YL07: 45 })]);
  expect(done.past).toMatchObject({ archive: [], count: 0 });
  expect(done.past.records).toMatchObject([{ done: "received", period: OTHER }]);
});

test("other figures than archived are asked, and want a reason once for all", async () => {
  const into = workbook({ YL07: 45, YL08: 51 });
  const file = await civil({ YL07: 46, YL08: 52 });
  expect(merge(into, [file]).past).toMatchObject({ open: 2, archive: [] });
  const take = Object.fromEntries(
    merge(into, [file]).report.past[0]!.items.map(({ id, offers }) => [id, optionId(offers[0]!.value)]),
  );
  const without = merge(into, [file], take);
  expect(without.past.archive).toEqual([]);
  expect(without.past.obstacles).toEqual([expect.stringMatching(/2 项与已归档的不同：.*请写明修订原因/)]);
  const done = merge(into, [file], take, "口径核实");
  expect(rowsOf(done).map((line) => line.slice(1, 3))).toEqual([
    ["YL07", 46],
    ["YL08", 52],
  ]);
  expect(
    done.past.archive[0]!.cells.every((line) => line.includes("修订") && line.includes("口径核实")),
  ).toBe(true);
});

test("two files of one bureau and period with different figures are a conflict, and asked", async () => {
  const files = [await civil({ YL07: 45 }), await civil({ YL07: 46 }, {}, "民政2.xlsx")];
  const { report, past } = merge(workbook(), files);
  expect(report.past[0]!.items.map(({ state }) => state)).toEqual(["conflict"]);
  expect(past).toMatchObject({ open: 1, archive: [] });
  expect(report.files.every(({ issues }) => issues.some(({ code }) => code === "same-bureau"))).toBe(true);
});

test("what the audit does not let pass is held out and told; the rest goes in", async () => {
  const file = await civil({ YL07: 145, YL08: 51 });
  const first = merge(workbook(), [file]);
  const [held] = first.report.past[0]!.items.filter(({ state }) => state === "held");
  const done = merge(workbook(), [file], { [held!.id]: optionId(145) });
  expect(rowsOf(done).map((line) => line.slice(1, 3))).toEqual([["YL08", 51]]);
  expect(done.past.withheld).toEqual([expect.stringMatching(/^YL07 .*强制/)]);
});

test("words and state that are archived stay beside a value that is revised", async () => {
  const into = new Workbook(plan, OTHER).type("YL07", "本期值", 45).type("YL07", "情况说明", "新建一所");
  into.archive();
  const file = await civil({ YL07: 46 });
  const id = `${OTHER}/form/YL07/actual`;
  const done = merge(into.setPeriod(OWN), [file], { [id]: optionId(46) }, "口径核实");
  expect(done.past.archive[0]!.cells[0]).toEqual(expect.arrayContaining([46, "新建一所"]));
});

const periodCell = (value: string | number) => async (): Promise<Incoming> =>
  read(
    "a.xlsx",
    await returned("市民政局", (w) => {
      w.getWorksheet(FORM_SHEET)!.getCell("F3").value = value;
      w.getWorksheet(TASKS_SHEET)!.getCell("D2").value = value;
      w.removeWorksheet(w.getWorksheet("文件信息")!.id);
    }),
  );

test.each<[string | number, string, string[]]>([
  ["去年", "period-unreadable", []],
  ["2020年", "period-outside", []],
  ["2027年", "period-outside", []],
  [2023.1, "period-ambiguous", ["2023年1月", "2023年10月"]],
  ["2026年", "other-period", ["2026年"]],
])("报告期 %s in a file: %s", async (value, code, periods) => {
  const file = await periodCell(value)();
  expect(file.refused).toBe(true);
  expect(file.issues.map((issue) => issue.code)).toContain(code);
  expect(file.alternatives.map(({ incoming }) => incoming.period)).toEqual(periods);
  expect(file.issues.map(incomingIssueMessage).join()).toMatch(/未并入/);
});

test("a ledger's sheet in a returned file is told, and not read", async () => {
  const bytes = await returned(
    "市民政局",
    (w) => {
      const sheet = w.addWorksheet("历史数据");
      sheet.addRow(LEDGERS.form.columns.map(({ header }) => header));
      sheet.addRow([OTHER, "YL07", "护理型养老床位占比", "%", 45]);
    },
    OWN,
  );
  const file = await read("a.xlsx", bytes);
  expect(file.issues.map(incomingIssueMessage)).toEqual([
    expect.stringMatching(/“历史数据”表是该单位归档的往期数据（1 行），未读取/),
  ]);
});

test("a ledger that is gone is begun anew only once that is confirmed", async () => {
  const file = await civil({ YL07: 45 });
  const asked = merge(workbook(), [file], {}, "", { gone: ["form"] });
  const words = [
    expect.stringMatching(/^“历史数据”不在了.*确实没有的，归档或并入时确认，即另建一张，从头编号$/),
  ];
  expect(goneBefore(asked.report, plan)).toEqual(words);
  expect(asked.past.obstacles).toEqual(words);
  const done = merge(workbook(), [file], {}, "", { gone: ["form"], anew: true });
  expect(done.past).toMatchObject({ obstacles: [], count: 1 });
  // the other ledger has nothing to do with it
  expect(merge(workbook(), [file], {}, "", { gone: ["tasks"] }).past.obstacles).toEqual([]);
});

test("状态 is judged by 容差 and 红线 of the form's head", async () => {
  const into = workbook();
  const status = async (): Promise<unknown> => {
    const { past } = merge(into, [await civil({ YL07: 45 })]);
    return past.archive[0]!.cells[0]![5];
  };
  expect(await status()).toBe("滞后");
  fillSlot(into.tables.form, "容差", 0);
  fillSlot(into.tables.form, "红线", 1);
  expect(await status()).toBe("严重滞后");
});

test("a file of an earlier version of the add-in goes into the ledger like any other", async () => {
  const old = join(__dirname, "../cases/returned/version-1-distributed-filled/file.xlsx");
  const done = merge(workbook(), [await read("甲.xlsx", readFileSync(old))], {
    "2023年/form/YL04/actual": null,
  });
  expect(done.report.past.map(({ period }) => period)).toEqual(["2023年"]);
  expect(rowsOf(done).map((line) => line.slice(0, 3))).toEqual([
    ["2023年", "YL07", 48],
    ["2023年", "YL08", 60.5],
    ["2023年", 3, expect.any(String)],
  ]);
});
