import fc from "fast-check";
import {
  type Answers,
  type Draft,
  type DraftIndicator,
  planFileOf,
  Questions,
  type Role,
  type SourceTable,
  type TableColumn,
} from "../../src/draft";
import { readDraft } from "../../src/draft/indicators/read";
import { indicatorsOf, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";

const column = (role: Role, header: string, more: Partial<TableColumn> = {}): TableColumn => ({
  role,
  header,
  ...more,
});
const NAME = column("name", "指标");
const BASE = column("baseline", "2020年", { year: 2020 });
const TARGET = column("target", "2025年", { year: 2025 });

const table = (columns: TableColumn[], rows: string[][], more: Partial<SourceTable> = {}): SourceTable => ({
  title: "宿州市“十四五”主要指标",
  columns,
  rows: rows.map((cells, i) => ({ line: i + 2, cells, section: "" })),
  notes: [],
  left: [],
  ...more,
});
const read = (source: SourceTable, answers: Answers = new Map()): Draft =>
  readDraft(source, new Questions(answers), builtInPlan);
const one = (name: string, baseline: string, target: string, answers?: Answers): Draft =>
  read(table([NAME, BASE, TARGET], [[name, baseline, target]]), answers);

/** Answers the first question with its nth proposal. */
const answered = (draft: Draft, n: number): Answers => {
  const [question] = draft.questions;
  return new Map([[question!.id, question!.proposals[n]!.id]]);
};

test.each<[string, [string, string, string], Partial<DraftIndicator>]>([
  ["unit of the name", ["森林覆盖率（%）", "23.2", "24.1"], { name: "森林覆盖率", unit: "%", type: "level" }],
  ["unit of the value", ["床位", "1.35万张", "1.7万张"], { unit: "张", baseline: "1.35万张" }],
  ["unit of both", ["机械化水平(%)", "74%", "82%"], { unit: "%", target: "82%" }],
  ["a sum in the name", ["造林面积(万亩)(5年新增量)", "28.4", "17.3"], { unit: "万亩", type: "cumulative" }],
  ["a sum in brackets", ["能耗降低（%）", "-", "〔13.5〕"], { type: "cumulative", target: "〔13.5〕" }],
  ["words", ["招生规模", "", "明显增长"], { type: "words", unit: "" }],
  ["a footnote's mark", ["比重（%）", "10.5①", "12.5"], { baseline: "10.5①", type: "level" }],
  ["a base in words", ["肥胖增长率（%）", "2002—2012年平均每年增长约5.3%", "持续减缓"], { type: "words" }],
  ["order and 其中", ["1.其中：护理型床位（张）", "1", "2"], { name: "护理型床位" }],
])("%s, not asked", (_, cells, expected) => {
  const draft = one(...cells);
  expect(draft.indicators).toMatchObject([expected]);
  expect(draft.questions).toEqual([]);
});

test.each<[string, [string, string, string], string[], Partial<DraftIndicator>, Partial<DraftIndicator>]>([
  [
    "about so much",
    ["地下水质量极差比例（%）", "15.7", "15左右"],
    ["至多 15%", "至少 15%", "上下 5% 以内（14.25 至 15.75%）"],
    { direction: "lower", type: "level" },
    { direction: "higher", type: "level" },
  ],
  [
    "worse than the base",
    ["粮食总产（万吨）", "119.6", "100"],
    ["越高越好，100 是底线", "越低越好，要降到 100"],
    { direction: "higher" },
    { direction: "lower" },
  ],
  [
    "words with a number",
    ["老年大学覆盖面", "", "每个县（市、区、旗）至少1所"],
    ["人工判断", "至少 1所"],
    { type: "words" },
    { type: "level" },
  ],
  [
    "another unit than the name's",
    ["耕地面积（亩）", "", "5公顷"],
    ["折合 75亩：至少 75亩", "单位按值里的“公顷”：至少 5公顷", "单位按“亩”：至少 5亩", "人工判断", "不评价"],
    { unit: "亩", target: "75", note: "印作“5公顷”" },
    { unit: "公顷", target: "5公顷" },
  ],
  [
    "several numbers",
    ["各类收入", "", "分别增长7%、8%左右"],
    ["人工判断", "只按“分别增长7%”：*", "不评价"],
    { type: "words" },
    {},
  ],
  [
    "a base beside the target",
    ["入园率（%）", "", "由50%提高到65%"],
    ["基期 50%，目标 65%", "都属于目标"],
    { baseline: "50%", target: "65%", note: "印作“由50%提高到65%”" },
    { baseline: "" },
  ],
])("%s is asked", (_, cells, words, likely, other) => {
  const draft = one(...cells);
  const [question] = draft.questions;
  if (!words.some((word) => word.includes("*")))
    expect(question!.proposals.map((proposal) => proposal.words)).toEqual(words);
  expect(question).toMatchObject({ printed: expect.any(String), cell: { row: 0 } });
  expect(draft.indicators).toMatchObject([likely]);
  expect(one(...cells, answered(draft, 1)).indicators).toMatchObject([other]);
});

test("digits fused with a footnote's mark are asked where all others of their unit are shorter", () => {
  const rows = ["76.7", "9.7", "70.8", "15.74", "70.5"].map((base, i) => [`水质比例${i}（%）`, base, "100"]);
  const source = table([NAME, BASE, TARGET], rows);
  const draft = read(source);
  expect(draft.questions.map(({ printed }) => printed)).toEqual(["15.74"]);
  expect(draft.indicators[3]).toMatchObject({ baseline: "15.7", note: "印作“15.74”" });
  expect(read(source, answered(draft, 1)).indicators[3]).toMatchObject({ baseline: "15.74", note: "" });
});

test("a share above the whole is asked: itself, a sign read wrongly, a mark", () => {
  const draft = one("探访率（%）", "", "260");
  expect(draft.questions[0]!.proposals.map(({ words }) => words)).toEqual([
    "就是 260",
    "≥60，“2”是认错的“≥”",
    "26，末尾的“0”是脚注号",
  ]);
  expect(one("探访率（%）", "", "260", answered(draft, 1)).indicators).toMatchObject([
    { target: "≥60", note: "印作“260”" },
  ]);
});

test("as many names as values are asked to be as many indicators", () => {
  const cells: [string, string, string] = ["每千人口医师数（人）、护士数（人）", "", "3.7、5.1"];
  const draft = one(...cells);
  expect(draft.indicators).toMatchObject([
    { code: "A01", name: "每千人口医师数", unit: "人", target: "3.7" },
    { code: "A02", name: "护士数", unit: "人", target: "5.1", note: "印作“3.7、5.1”" },
  ]);
  expect(one(...cells, answered(draft, 1)).indicators).toHaveLength(1);
});

test("a part with its own target is a part", () => {
  const draft = one("养老床位", "", "6万张，其中普惠性养老床位超过2.1万张");
  expect(draft.indicators).toMatchObject([
    { name: "养老床位", target: "6万张", unit: "张", partOf: "" },
    { name: "普惠性养老床位", target: "超过2.1万张", unit: "张", partOf: "A01" },
  ]);
});

test("growth counts where there is no target, and is noted where there is one", () => {
  const growth = column("growth", "年均/累计");
  const rows = [
    ["研发投入增长（%）", "9.1", "—", ">7"],
    ["护理费（元）", "100", "200", "14.9"],
  ];
  expect(read(table([NAME, BASE, TARGET, growth], rows)).indicators).toMatchObject([
    { target: ">7", type: "average" },
    { target: "200", type: "level", note: "年均/累计：14.9" },
  ]);
});

test("an earlier target year is a milestone, and is asked where it is the only one", () => {
  const middle = column("target", "2023年", { year: 2023 });
  const rows = [
    ["床位（张）", "1万张", "1.35万张", "1.7万张"],
    ["用地（平方米）", "", "不少于0.1平方米", ""],
  ];
  const draft = read(table([NAME, BASE, middle, TARGET], rows));
  expect(draft.indicators[0]!.milestones).toEqual([{ year: 2023, text: "1.35万张", value: 13500 }]);
  expect(draft.questions.map(({ printed }) => printed)).toEqual(["不少于0.1平方米"]);
  expect(draft.indicators[1]).toMatchObject({ target: "不少于0.1平方米" });
});

test.each([
  ["市民政局牵头，市财政局、市卫健委配合", "市民政局", "市民政局、市财政局、市卫健委"],
  ["牵头单位：市民政局；配合单位：市财政局", "市民政局", "市民政局、市财政局"],
  ["市财政局配合，*市民政局（牵头）", "市民政局", "市民政局、市财政局"],
  ["市民政局牵头、市财政局（协同）", "市民政局", "市民政局、市财政局"],
  ["*市民政局、市财政局", "", "市民政局、市财政局"],
  ["市民政局、各县（市、区）政府", "", "市民政局、各县（市、区）政府"],
])("bureaus of %s", (cell, lead, responsible) => {
  const source = table([NAME, TARGET, column("responsible", "责任单位")], [["床位（张）", "5", cell]]);
  expect(read(source).indicators).toMatchObject([{ lead, responsible }]);
});

test("a town is a place", () => {
  expect(read(table([NAME, TARGET], [["床位（张）", "6"]], { title: "长岭镇十五五规划" })).head.place).toBe(
    "长岭镇",
  );
});

test("columns that are not understood stand in 备注, what divides the name does not", () => {
  const columns = [NAME, column("other", ""), BASE, TARGET, column("other", "核 对"), column("other", "")];
  const source = table(columns, [["床位（张）", "普惠", "5", "6", "✓", "甲"]]);
  expect(read(source).indicators[0]!.note).toBe("核对：✓；第 6 列：甲");
});

test("codes: the table's, those of the same plan, or by section", () => {
  const rows = ["护理型养老床位占比 (%)", "新生儿访视率 (%)", "新指标（个）"].map((name) => [name, "50"]);
  expect(read(table([NAME, TARGET], rows)).indicators.map(({ code }) => code)).toEqual([
    "YL07",
    "TY01",
    "A01",
  ]);
  const sections = rows.map((_, i) => ({
    line: i,
    cells: ["甲", "1"],
    section: i < 2 ? "一、水" : "二、气",
  }));
  expect(read(table([NAME, TARGET], [], { rows: sections })).indicators.map(({ code }) => code)).toEqual([
    "A01",
    "A02",
    "B01",
  ]);
});

/** A plan of rows as they are printed, read while another is in use. */
const planOf = (names: readonly string[], known: Plan | null, sections: readonly string[] = []): Plan => {
  const rows = names.map((name, i) => ({
    line: i + 2,
    cells: [name, "50"],
    section: sections[i] ?? "一、托育",
  }));
  const source = table([NAME, TARGET], [], { rows });
  return openPlan(planFileOf(readDraft(source, new Questions(new Map()), known), [], []));
};
const codesIn = (plan: Plan): Record<string, string> =>
  Object.fromEntries(indicatorsOf(plan).map(({ name, unit, code }) => [`${name}/${unit}`, code]));

test("a code that is no longer printed is given to no other indicator", () => {
  const first = planOf(["托位数（个）", "普惠占比（%）", "园所数（所）"], builtInPlan);
  expect(codesIn(first)).toEqual({ "托位数/个": "A01", "普惠占比/%": "A02", "园所数/所": "A03" });
  const second = planOf(["入托率（%）", "普惠占比（%）", "园所数（所）"], first);
  expect(codesIn(second)).toEqual({ "入托率/%": "A04", "普惠占比/%": "A02", "园所数/所": "A03" });
  // once more, in another order, with a unit that makes other numbers of the entries, with another plan
  expect(codesIn(planOf(["入托率（%）", "普惠占比（%）", "园所数（所）"], second))).toEqual(codesIn(second));
  expect(codesIn(planOf(["园所数（所）", "普惠占比（%）", "托位数（个）"], first))).toEqual(codesIn(first));
  expect(codesIn(planOf(["托位数（万个）", "普惠占比（%）", "园所数（所）"], first))).toMatchObject({
    "托位数/万个": "A04",
  });
  expect(codesIn(planOf(["森林覆盖率（%）", "粮食产量（吨）"], first))).toEqual({
    "森林覆盖率/%": "A04",
    "粮食产量/吨": "A05",
  });
  // a section of its own before all others
  const more = planOf(["入托率（%）", "托位数（个）", "普惠占比（%）", "园所数（所）"], first, ["一、总量"]);
  expect(codesIn(more)).toEqual({ ...codesIn(first), "入托率/%": "A04" });
});

test("indicators of one name keep their codes while their section is the same", () => {
  const names = ["床位（张）", "普惠型（张）", "机构（个）", "普惠型（张）"];
  const codes = (plan: Plan): string[] => indicatorsOf(plan).map(({ code }) => code);
  const first = planOf(names, builtInPlan);
  expect(codes(planOf(names, first))).toEqual(["A01", "A02", "A03", "A04"]);
  expect(codes(planOf([...names.slice(2), ...names.slice(0, 2)], first))).toEqual([
    "A03",
    "A05",
    "A01",
    "A06",
  ]);
});

test("years, name and stage are of title and headers; what neither says is asked", () => {
  expect(one("甲", "1", "2").head).toMatchObject({
    place: "宿州市",
    name: "宿州市“十四五”",
    baselineYear: 2020,
    targetYear: 2025,
  });
  const source = table([NAME, column("target", "目标")], [["甲", "2"]], { title: "" });
  expect(read(source).questions.map(({ id }) => id)).toEqual([
    "head target year",
    "head baseline year",
    "head name",
  ]);
});

const cell = fc.constantFrom(
  ...[
    "",
    "—",
    "XX",
    "55",
    "≥60",
    "15左右",
    "3.7、5.1",
    "〔18〕",
    "年均增长7%",
    "较2015年下降30%",
    "2-3个",
    "12 5",
  ],
  ...[
    "持续提高",
    "每个县至少1所",
    "abc",
    "95~",
    "260",
    "6万张，其中护理型床位2万张",
    "由50%提高到65%",
    "1.3倍以内",
  ],
  ...["5公顷", "2万元以上，力争2.2万元", "(18)", "增长8%以上", "提高5%", "下降30%左右", "#REF!", "60%/50%"],
);
const names = fc.constantFrom(
  "占比（%）",
  "床位",
  "就业人数（万人）",
  "甲（人）、乙（人）",
  "能耗降低（%）",
  "新增就业（人）",
  "",
);

test("every draft opens as a plan, whatever is answered", () => {
  const rows = fc.array(fc.tuple(names, cell, cell, cell), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.nat(5), (printed, n) => {
      const filled = printed.map(([name, ...cells], i) => [name || `指标${i}`, ...cells]);
      const source = table([NAME, BASE, TARGET, column("growth", "年均/累计")], filled);
      const draft = read(source);
      const answers = new Map(
        draft.questions.map(({ id, proposals }) => [id, proposals[n % proposals.length]!.id]),
      );
      for (const of of [draft, read(source, answers)]) {
        const plan = openPlan(planFileOf(of, [], []));
        expect(indicatorsOf(plan).map(({ code, type }) => [code, type])).toEqual(
          of.indicators.map(({ code, type }) => [code, type]),
        );
      }
    }),
    { numRuns: 300 },
  );
});
