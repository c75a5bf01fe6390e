import { findBureau, indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { type FormData, formSheet, readForm } from "../../src/sheets";
import { type FormReport, reportOf } from "../../src/report";
import { asRead, fill, fillSlot, rowOf, type } from "../sheets/helpers";

type Typed = Record<string, { actual?: unknown; previous?: unknown; explanation?: string }>;

const SHEET = { id: "1", name: "指标填报" };
const reportOn = (data: FormData): FormReport =>
  reportOf({ form: { ...data, sheet: SHEET }, tasks: null }, plan).form!;

/** The report on a form in which this was typed, for a period; the period may be left out. */
function reported(typed: Typed, period: string | null = "2023年", bureauName?: string) {
  const found = bureauName === undefined ? undefined : findBureau(bureauName, plan);
  const layout = expandTable(
    formSheet(plan, { ...(found?.ok && { bureau: found.value }), ...(period && { period }) }),
  );
  const grid = asRead(layout);
  for (const [code, entries] of Object.entries(typed)) {
    if (entries.actual !== undefined) fill(grid, code, "本期值", entries.actual);
    if (entries.previous !== undefined) fill(grid, code, "上年同期", entries.previous);
    if (entries.explanation !== undefined) fill(grid, code, "情况说明", entries.explanation);
  }
  const data = readForm(grid, plan);
  if (!data) throw new Error("no form");
  return { report: reportOn(data), address: (code: string) => `H${rowOf(layout.cells, code) + 1}` };
}

test("counts what is filled in, what was found and what lags, each indicator once", () => {
  const { report } = reported({
    YL01: { actual: "９５％" }, // 强制
    YL06: { actual: 90 }, // 核实 (below 100), 滞后 under two bureaus
    YL07: { actual: 48 }, // 滞后
    YL11: { actual: 78.3 },
  });
  expect(report.progress).toEqual({
    ...{ reported: 4, filled: 4, total: 29, must: 1, verify: 1, explained: 0, lagging: 2 },
    tasks: null,
  });
});

test("a 报告期 that is a date is shown as its month", () => {
  const grid = asRead(expandTable(formSheet(plan)));
  fillSlot(grid, "报告期", 45107);
  expect(reportOn(readForm(grid, plan)!)).toMatchObject({ period: "2023年6月", unjudged: null });
});

test("a finding offers its reading with the column it belongs to", () => {
  const { report } = reported({ YL01: { actual: "９５％" }, YL02: { actual: 96, previous: "约95" } });
  expect(report.findings.map(({ code, correction }) => [code, correction])).toEqual([
    ["YL01", { column: "actual", reading: 95, was: "９５％" }],
    ["YL02", { column: "previous", reading: 95, was: "约95" }],
  ]);
});

test.each<[string, Typed, string | null, string[]]>([
  ["nothing filled in", {}, "2023年", ["还没有填写任何本期值"]],
  ["a clean value", { YL07: { actual: 50 } }, "2023年", []],
  ["an empty period", { YL07: { actual: 50 } }, null, ["1 项强制问题没有改正"]],
  ["a 强制", { YL01: { actual: 101 } }, "2023年", ["1 项强制问题没有改正"]],
  ["a 核实 without a word", { YL07: { actual: 41 } }, "2023年", ["1 项核实问题没有说明"]],
  [
    "a 核实 explained by blanks only",
    { YL07: { actual: 41, explanation: " 　" } },
    "2023年",
    ["1 项核实问题没有说明"],
  ],
  ["an explained 核实", { YL07: { actual: 41, explanation: "床位改造停用" } }, "2023年", []],
  ["a 提示 only", { YL03: { actual: 5 } }, "2023年", []],
  [
    "both at once",
    { YL01: { actual: "九五" }, YL07: { actual: 41 } },
    "2023年",
    ["1 项强制问题没有改正", "1 项核实问题没有说明"],
  ],
])("%s: may be reported only when nothing stands in the way", (_, typed, period, obstacles) => {
  expect(reported(typed, period).report.submission).toMatchObject({
    ready: obstacles.length === 0,
    obstacles,
  });
});

test("a lagging indicator carries its 领域, its way and what is due: YL07 42→55 at 48 in 2023年", () => {
  const { report, address } = reported({ YL07: { actual: 48 } });
  const [item] = report.lagging[0]!.items;
  expect(item).toMatchObject({ field: "养老", address: address("YL07"), joint: false });
  expect(item!.figures).toEqual({ target: "55%", expected: "49.8%", actual: "48%", gap: "7个百分点" });
  expect(item!.done).toBeCloseTo(6 / 13, 9);
  expect(item!.due).toBeCloseTo(0.6, 9);
});

test("a maintained indicator is due whole: YL05 100→100 at 80", () => {
  const { report } = reported({ YL05: { actual: 80 } });
  const [item] = report.lagging[0]!.items;
  expect([item!.done, item!.due]).toEqual([0.8, 1]);
});

test("a joint indicator stands under each of its bureaus with a mark", () => {
  const { report } = reported({ YL06: { actual: 90 } });
  expect(report.lagging.map(({ bureau, items }) => [bureau, items.map((i) => [i.code, i.joint])])).toEqual([
    ["市住建局", [["YL06", true]]],
    ["市自然资源和规划局", [["YL06", true]]],
  ]);
});

test("what is not filled in stands under its bureaus", () => {
  const all = Object.fromEntries(indicatorsOf(plan).map(({ code }) => [code, { actual: 1 }]));
  const { YL06: _, ...rest } = all;
  expect(
    reported(rest).report.missing.map(({ bureau, items }) => [bureau, items.map((i) => i.code)]),
  ).toEqual([
    ["市住建局", ["YL06"]],
    ["市自然资源和规划局", ["YL06"]],
  ]);
});

test("an unreadable period says why nothing can be judged, and where", () => {
  const { report } = reported({ YL07: { actual: 48 } }, "去年");
  expect(report).toMatchObject({ lagging: [], period: "去年" });
  expect(report.unjudged).toMatch(/^[A-Z]+\d+ 报告期“去年”无法识别/);
});

test("a bureau's form is counted by its own rows", () => {
  const { report } = reported({}, "2023年", "市教育体育局");
  expect(report).toMatchObject({ bureau: "市教体局", progress: { filled: 0, total: 3 } });
});

test("an explained 核实 is counted apart", () => {
  const { report } = reported({
    YL07: { actual: 41, explanation: "床位改造停用" },
    YL08: { actual: 20 },
    YL06: { actual: 90, explanation: "　" },
  });
  expect(report.progress).toMatchObject({ verify: 3, explained: 1 });
  expect(report.submission.obstacles).toEqual(["2 项核实问题没有说明"]);
});

test("可以上报 names what is not filled in and which places of the foot are empty", () => {
  const all = indicatorsOf(plan).filter(({ code }) => code !== "YL06" && code !== "TY08");
  const { report } = reported(
    Object.fromEntries(all.map((i) => [i.code, { actual: 0, explanation: "年底统计" }])),
  );
  expect(report.submission.open).toEqual([
    {
      what: "指标未填",
      names: ["YL06 新建城区和新建居民区配套建设养老服务设施达标率", expect.stringMatching(/^TY08 /)],
    },
    { what: "“指标填报”表末未填", names: ["单位负责人", "统计负责人", "填表人", "联系电话", "报出日期"] },
  ]);
});

test("a signature that is written is not missed", () => {
  const layout = expandTable(formSheet(plan));
  const grid = asRead(layout);
  const foot = layout.cells.findIndex((row) => row[0] === "单位负责人：");
  type(grid, foot, 2, "张三");
  type(grid, foot, 5, " \u200b");
  expect(readForm(grid, plan)!.unsigned).toEqual(["统计负责人", "填表人", "联系电话", "报出日期"]);
});

test("a form of another version of the plan says so, and is not to be reported as it is", () => {
  const layout = expandTable(formSheet(plan, { period: "2023年" }));
  const grid = asRead(layout);
  fill(grid, "YL07", "本期值", 48);
  const data = readForm(grid, plan)!;
  const obstacle = "“指标填报”还是另一个规划版本的表样，请先点“更新指标模板”";
  expect(reportOn({ ...data, age: "other" }).submission.obstacles).toContain(obstacle);
  expect(reportOn({ ...data, age: "other" }).findings).toContainEqual(
    expect.objectContaining({ level: "提示", message: expect.stringContaining("按现在的规划计算") }),
  );
  expect(reportOn(data).submission.obstacles).not.toContain(obstacle);
});
