import {
  adoptionNotice,
  adoptionAwaits,
  codesWords,
  keepsTables,
  keptTables,
} from "../../src/commands/plan-words";
import { fileToAdopt } from "../../src/commands/plan";
import {
  dropDraft,
  fillBox,
  give,
  planDraft,
  readNow,
  setHead,
  setKeeps,
} from "../../src/commands/plan-draft";
import { workbook } from "../../src/commands/workbook";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";

const TABLE = "指标\t2025年\t2030年\n养老床位（张）\t36\t45\n护理型床位占比（%）\t55\t≥60";
const TASKS = "序号\t重点任务\t责任单位\n1\t建设社区食堂\t市民政局\n2\t培训护理员\t卫健委";
const BUREAUS = "单位\t别名\n市民政局\t民政局";

const read = (part: "plan" | "tasks" | "bureaus", text: string): void => {
  fillBox(part, { text });
  readNow(part);
};
const now = () => planDraft.get();
const adopted = () => openPlan(fileToAdopt(now()));
/** As if the built-in plan were the workbook's own. */
const asOwn = (own: boolean): void => workbook.set({ plan: { own, issues: [] } });

beforeEach(() => {
  dropDraft();
  asOwn(false);
});

test("a pasted table becomes a plan under the head as typed, with no one's tasks", () => {
  read("plan", TABLE);
  setHead({ name: "寿县养老规划", place: "寿县" });
  const plan = adopted();
  expect(plan).toMatchObject({ name: "寿县养老规划", baselineYear: 2025, targetYear: 2030, tasks: [] });
  expect(plan.place.name).toBe("寿县");
  expect(plan.sections.flatMap(({ indicators }) => indicators.map(({ name }) => name))).toEqual([
    ...["养老床位", "护理型床位占比"],
  ]);
});

test("tasks and bureaus are pasted beside it; a bureau that only a task names is there too", () => {
  read("plan", TABLE);
  read("tasks", TASKS);
  read("bureaus", BUREAUS);
  const { tasks, bureaus } = adopted();
  expect(tasks.map(({ text, units }) => [text, ...units])).toEqual([
    ["建设社区食堂", "市民政局"],
    ["培训护理员", "卫健委"],
  ]);
  expect(bureaus.map(({ name }) => name)).toEqual(["市民政局", "卫健委"]);
});

test("tasks alone take the place of those of the plan in use, whose indicators stay", () => {
  read("tasks", TASKS);
  const { sections, tasks } = adopted();
  expect(sections).toEqual(builtInPlan.sections);
  expect(tasks.map(({ number }) => number)).toEqual([1, 2]);
});

test("a plan out of a file is adopted as it is", () => {
  give("规划.xlsx", builtInPlan);
  expect(adopted()).toEqual(builtInPlan);
});

test("a table of the same place keeps the tasks and bureaus of the workbook's own plan, unless its user says otherwise", () => {
  asOwn(true);
  read("plan", TABLE);
  setHead({ place: "寿县" });
  expect([keptTables(now()), keepsTables(now())]).toEqual(["任务 31 项和单位 24 个", false]);
  setHead({ place: builtInPlan.place.name });
  expect(keepsTables(now())).toBe(true);
  expect(adopted().tasks).toEqual(builtInPlan.tasks);
  setKeeps(false);
  expect(adopted().tasks).toEqual([]);
});

test("what is in the way of 采用 is said", () => {
  read("plan", "指标\t2025年\t2030年\n养老床位（张）\t36\t40左右");
  expect(adoptionAwaits(now())).toMatch(/^还有 \d 项待确认$/);
});

test("what was written, and of a changed plan what is otherwise, is told", () => {
  const adoption = {
    sheets: ["规划指标"],
    kept: [],
    gone: ["规划指标（原）"],
    changes: ["一", "二", "三", "四"],
  };
  const first = adoptionNotice(builtInPlan, adoption, false);
  expect(first.text).toMatch(
    /^已采用“.*”：指标 29 项、任务 31 项、单位 24 个，写在“规划指标”表中.*更早的“规划指标（原）”写入后没有人改过，已删去.*插入指标模板/,
  );
  const changed = adoptionNotice(builtInPlan, adoption, true);
  expect(changed.text).toContain("与之前的规划相比：一；二；三……共 4 处。");
  expect(changed.details).toBe("一\n二\n三\n四");
});

test("what the sheets of a stopped plan are still for is said, where they are there", () => {
  expect(codesWords({ kept: ["规划指标（停用）"] })).toMatch(/指标代码只记在这些表上.*改回“规划指标”/);
  expect(codesWords({ kept: [] })).toBe("");
});
