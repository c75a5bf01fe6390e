import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  canonicalName,
  findBureau,
  indicatorsOf,
  indicatorsOfBureau,
  planMessage,
  tasksOfBureau,
} from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import builtIn from "../../src/plan/built-in.json";
import { openPlan } from "../../src/plan/open";

/** The plan's own tables, one printed row a line, cells apart by tabs. */
const printedRows = (file: string): string[][] =>
  readFileSync(join(__dirname, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

test("the indicators are the plan's table cell for cell: sections, numbers, labels, 2020, 2025, bureaus", () => {
  const rows = plan.sections.flatMap((section) => [
    [section.title],
    ...section.indicators.map((i) => [
      String(i.number),
      i.label,
      i.baseline.text,
      i.target.text,
      i.responsible,
    ]),
  ]);
  expect(rows).toEqual(printedRows("printed-indicators.tsv"));
  expect(indicatorsOf(plan)).toHaveLength(29);
});

test("the tasks are annex 1 cell for cell", () => {
  const rows = plan.tasks.map((t) => [String(t.number), t.text, t.responsible]);
  expect(rows).toEqual(printedRows("printed-tasks.tsv"));
  expect(rows).toHaveLength(31);
});

test("codes follow the plan's order within each section", () => {
  const codes = plan.sections.map((s) => s.indicators.map((i) => i.code));
  const numbered = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(2, "0")}`);
  expect(codes).toEqual([numbered("YL", 20), numbered("TY", 9)]);
});

test.each([
  ["YL06", "新建城区和新建居民区配套建设养老服务设施达标率", "%", ["市住建局", "市自然资源规划局"]],
  ["YL14", "财政(福彩公益金)投入比例", "%", ["市财政局"]],
  ["YL16", "每千名老年人配套社会工作者人数", "人", ["市民政局"]],
  ["YL20", "示范性老年友好社区(活力发展社区)数", "个", ["市民政局"]],
])("%s has its unit split from its name, and its bureaus one by one", (code, name, unit, bureaus) => {
  const indicator = indicatorsOf(plan).find((i) => i.code === code)!;
  expect([indicator.name, indicator.unit, indicator.bureaus]).toEqual([name, unit, bureaus]);
});

test("rates are bounded by 100, counts are whole, averages per thousand are not", () => {
  for (const { unit, name, min, max, whole } of indicatorsOf(plan)) {
    expect(min).toBe(0);
    expect(max).toBe(unit === "%" ? 100 : undefined);
    expect(whole).toBe(["人", "家", "个"].includes(unit) && !name.startsWith("每千"));
  }
});

test("the milestone that the plan's text states is kept with its sentence", () => {
  const stated = indicatorsOf(plan).filter((i) => i.milestones.length > 0);
  expect(stated.map((i) => [i.code, i.milestones[0]!.year, i.milestones[0]!.value])).toEqual([
    ["YL10", 2022, 100],
  ]);
});

test.each([
  ["市教体局", "市教体局"],
  ["市教育体育局", "市教体局"],
  ["市自然资源规划局", "市自然资源和规划局"],
  ["市应急局", "市应急管理局"],
  ["各县区政府", "各县区人民政府"],
  ["宿州市民政局", "市民政局"],
  ["民政局", "市民政局"],
  [" 市 民政局 ", "市民政局"],
])("%j is %s", (name, canonical) =>
  expect(findBureau(name, plan)).toMatchObject({ ok: true, value: { name: canonical } }),
);

test.each(["", "市气象局", "市"])("%j is no bureau of the plan", (name) => {
  const found = findBureau(name, plan);
  expect(found).toMatchObject({ ok: false, issue: { code: "bureau-unknown", text: name } });
});

test("a bureau's indicators and tasks are found under whichever name the table prints", () => {
  const bureau = (name: string) => {
    const found = findBureau(name, plan);
    if (!found.ok) throw new Error(name);
    return found.value;
  };
  expect(indicatorsOfBureau(bureau("市教体局"), plan).map((i) => i.code)).toEqual(["YL17", "YL18", "TY08"]);
  expect(tasksOfBureau(bureau("市应急局"), plan).map((t) => t.number)).toEqual([21, 22, 27]);
  expect(tasksOfBureau(bureau("各县区政府"), plan).map((t) => t.number)).toEqual([
    8, 11, 12, 17, 19, 20, 21, 22, 28, 31,
  ]);
});

type Draft = typeof builtIn;
const faulty = (change: (draft: Draft) => void): unknown => {
  const draft = structuredClone(builtIn);
  change(draft);
  return draft;
};
const firstOf = (draft: Draft) => draft.sections[0]!.indicators[0]!;

test.each<[string, (draft: Draft) => void, RegExp]>([
  ["a code twice", (d) => (firstOf(d).code = "YL02"), /指标代码 YL02 重复/],
  ["a code twice but for case", (d) => (firstOf(d).code = "yl02"), /指标代码 YL02 重复/],
  ["a code that is a number", (d) => (firstOf(d).code = "1.2"), /0\.code: 指标代码放进单元格会变样/],
  ["an example that is not there", (d) => (d.example = "A01"), /举例的指标 A01 不在计划中/],
  [
    "a fall that nothing explains",
    (d) => (firstOf(d).target = "90"),
    /YL01: “基本养老保险参保率”.*请写明方向/s,
  ],
  ["a task number twice", (d) => (d.tasks[0]!.number = 2), /任务序号 2 重复/],
  ["a target before the baseline", (d) => (d.targetYear = 2020), /目标年必须晚于基期年/],
  ["a bureau not in the registry", (d) => (d.tasks[0]!.responsible = "市气象局"), /“市气象局”不在 bureaus/],
  ["a name of two bureaus", (d) => d.bureaus[0]!.aliases.push("市民政局"), /“市民政局”重复/],
  ["an unreadable target", (d) => (firstOf(d).target = "95~"), /YL01: “95~”不是指标值的写法/],
])("a plan with %s does not load, and the message says where", (_, change, message) =>
  expect(() => openPlan(faulty(change))).toThrow(message),
);

test("what is no plan at all does not load", () => expect(() => openPlan("")).toThrow(/计划文件有误/));

test("the file states nothing of an indicator that its unit, name and figures tell", () => {
  const stated = new Set(builtIn.sections.flatMap((s) => s.indicators.flatMap((i) => Object.keys(i))));
  for (const inferred of ["direction", "min", "max", "whole", "decimals"])
    expect(stated).not.toContain(inferred);
});

test("what the file states goes before what would be inferred", () => {
  const raw = faulty((d) =>
    Object.assign(firstOf(d), { min: null, max: 120, decimals: 3, direction: "lower" }),
  );
  const [first] = indicatorsOf(openPlan(raw));
  expect(first).toMatchObject({ max: 120, decimals: 3, direction: "lower" });
  expect(first).not.toHaveProperty("min");
});

test("a plan is not to be changed, however deep", () => {
  const [first] = plan.sections[0]!.indicators;
  for (const part of [plan, plan.sections, first, first!.bureaus, first!.target.notation, plan.bureaus[0]])
    expect(Object.isFrozen(part)).toBe(true);
});

/** The message with which a changed plan is refused. */
const fault = (change: (draft: Draft) => void): string => {
  try {
    openPlan(faulty(change));
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("loaded");
};
const set = (target: object, fields: object) => void Object.assign(target, fields);

test.each<[string, (draft: Draft) => void, string]>([
  ["the number 0", (d) => set(firstOf(d), { number: 0 }), "sections.0.indicators.0.number"],
  [
    "a direction unheard of",
    (d) => set(firstOf(d), { direction: "up" }),
    "sections.0.indicators.0.direction",
  ],
  ["a lower bound in words", (d) => set(firstOf(d), { min: "0" }), "sections.0.indicators.0.min"],
  ["-1 decimals", (d) => set(firstOf(d), { decimals: -1 }), "sections.0.indicators.0.decimals"],
  ["7 decimals", (d) => set(firstOf(d), { decimals: 7 }), "sections.0.indicators.0.decimals"],
  [
    "a milestone without its sentence",
    (d) => set(firstOf(d), { milestones: [{ year: 2022, value: 1, source: "" }] }),
    "sections.0.indicators.0.milestones.0.source",
  ],
  ["an unreadable baseline", (d) => set(firstOf(d), { baseline: "95~" }), "YL01: “95~”不是指标值的写法"],
  ["a section without indicators", (d) => set(d.sections[0]!, { indicators: [] }), "sections.0.indicators"],
  ["no section", (d) => set(d, { sections: [] }), "sections"],
  ["the task number 0", (d) => set(d.tasks[0]!, { number: 0 }), "tasks.0.number"],
  ["an id of other signs", (d) => set(d, { id: "Suzhou" }), "id"],
  ["an id that only ends well", (d) => set(d, { id: "宿州suzhou" }), "id"],
  ["an id that only begins well", (d) => set(d, { id: "suzhou宿州" }), "id"],
  ["a year before 1900", (d) => set(d, { baselineYear: 1899 }), "baselineYear"],
  ["a year after 2999", (d) => set(d, { targetYear: 3000 }), "targetYear"],
  ["a year and a half", (d) => set(d, { targetYear: 2025.5 }), "targetYear"],
])("a plan with %s does not load, and the message names the place", (_, change, place) =>
  expect(fault(change)).toContain(place),
);

test("all faults are named, a line each", () => {
  const message = fault((d) => {
    set(d, { targetYear: 2019 });
    set(d.tasks[0]!, { number: 2 });
    set(d.tasks[3]!, { responsible: "市气象局、市民政局" });
  });
  expect(message.split("\n")).toEqual([
    "计划文件有误：",
    "任务序号 2 重复",
    "目标年必须晚于基期年",
    "单位“市气象局”不在 bureaus 名录中",
  ]);
});

test("an indicator of a bureau that is not in the registry does not load", () =>
  expect(fault((d) => set(firstOf(d), { responsible: "市气象局" }))).toContain(
    "单位“市气象局”不在 bureaus 名录中",
  ));

test.each([
  ["1900", (d: Draft) => set(d, { baselineYear: 1900 })],
  ["2999", (d: Draft) => set(d, { targetYear: 2999 })],
  ["no decimals", (d: Draft) => set(firstOf(d), { decimals: 0 })],
  ["6 decimals", (d: Draft) => set(firstOf(d), { decimals: 6 })],
  ["a label without a unit", (d: Draft) => set(firstOf(d), { label: "参保(%)率" })],
  ["an indicator without a bureau", (d: Draft) => set(firstOf(d), { responsible: " " })],
  ["a section without a title", (d: Draft) => set(d.sections[0]!, { title: "" })],
  ["no tasks", (d: Draft) => set(d, { tasks: [] })],
  ["no stage", (d: Draft) => set(d, { stage: undefined })],
  [
    "a bureau named with what shows nothing",
    (d: Draft) => set(firstOf(d), { responsible: "市\u200b人社局" }),
  ],
])("a plan with %s loads", (_, change) => expect(openPlan(faulty(change))).toHaveProperty("id"));

test.each([
  ["参保率（％）", "参保率", "％"],
  ["参保率  (%)", "参保率", "%"],
  ["  投入(公益金)比例 (%)  ", "投入(公益金)比例", "%"],
  ["投入比例\n(‰)", "投入比例", "‰"],
  ["人均\n寿命(岁)", "人均\n寿命", "岁"],
  ["每千人口(常住)托位数(个/千人)", "每千人口(常住)托位数", "个/千人"],
])("the label %j is %j in %s", (label, name, unit) => {
  const [first] = indicatorsOf(openPlan(faulty((d) => set(firstOf(d), { label }))));
  expect(first).toMatchObject({ name, unit, label: label.trim() });
});

test.each([
  "市民政局、市财政局",
  "市民政局，市财政局",
  "市民政局,市财政局",
  "市民政局 市财政局、",
  "、市民政局、 市财政局",
])("%s are two bureaus", (responsible) => {
  const loaded = openPlan(
    faulty((d) => {
      set(firstOf(d), { responsible });
      set(d.tasks[0]!, { responsible });
    }),
  );
  expect(indicatorsOf(loaded)[0]!.bureaus).toEqual(["市民政局", "市财政局"]);
  expect(loaded.tasks[0]!.units).toEqual(["市民政局", "市财政局"]);
});

test("a target is kept as printed beside what it means, and no milestone is stated unless it is", () => {
  const [first] = indicatorsOf(
    openPlan(faulty((d) => set(firstOf(d), { target: "≥ 1,000", baseline: "—" }))),
  );
  expect(first).toMatchObject({
    target: { text: "≥ 1,000", notation: { kind: "value", value: 1000, comparator: "≥" } },
    baseline: { text: "—", notation: { kind: "none" } },
    milestones: [],
  });
});

test("a bureau under another of its names, spaced or of another width, goes by its one name; a stranger by its own", () => {
  expect(
    ["市教育体育局", "宿州市 教体局", "教体局", "市民政局", "市 气象局", ""].map((name) =>
      canonicalName(name, plan),
    ),
  ).toEqual(["市教体局", "市教体局", "市教体局", "市民政局", "市气象局", ""]);
});

test("where a bureau is unknown, those of the plan are listed", () => {
  const found = findBureau("市气象局", plan);
  if (found.ok) throw new Error(found.value.name);
  expect(planMessage(found.issue)).toMatch(
    /^计划中没有单位“市气象局”，请从这些单位中选择：市人社局、市医保局、市民政局、/,
  );
});
