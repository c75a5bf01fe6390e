import { choice } from "../../src/commands/choice";
import { comparison } from "../../src/commands/comparison";
import { corrections } from "../../src/commands/corrections";
import { distribution } from "../../src/commands/made-files";
import { exportedPlan } from "../../src/commands/plan";
import { answer, fillBox, forget, planDraft, readNow, setHead } from "../../src/commands/plan-draft";
import { reminder } from "../../src/commands/remind";
import { takePlan } from "../../src/commands/workbook-plan";
import { builtInPlan } from "../../src/plan/built-in";
import { planInUse, usePlan } from "../../src/plan/in-use";

const OTHER = { ...builtInPlan, id: "other", baselineYear: 2025, targetYear: 2030, lastYear: 2030 };
const TABLE = "指标\t2025年\t2030年\n养老床位（张）\t36\t40左右";
const file = { name: "甲", bytes: new Uint8Array(1) };

const inUse = (plan: typeof builtInPlan): void => usePlan(plan);
/** The workbook has the built-in plan from now on. */
const takeBuiltIn = (): Promise<boolean> => takePlan({ sheets: null, mark: "" });

function makeEverything(): void {
  const found = { files: [], items: [], unplaced: [] } as unknown as NonNullable<
    ReturnType<typeof comparison.get>["found"]
  >;
  comparison.set({ found });
  distribution.set({ last: { files: [], zip: file } });
  reminder.set({ text: "请报送" });
  corrections.set({ last: [] });
  exportedPlan.set({ file });
}
const made = (): unknown[] => [
  comparison.get().found,
  distribution.get().last,
  reminder.get().text,
  corrections.get().last,
  exportedPlan.get().file,
];

afterEach(() => {
  inUse(builtInPlan);
  forget();
});

test("what was made of the plan before is let go when another one is taken", async () => {
  inUse(OTHER);
  makeEverything();
  await takeBuiltIn();
  expect(planInUse()).toBe(builtInPlan);
  expect(made()).toEqual([null, null, null, null, null]);
});

test("what was made of the plan stays while it is the same", async () => {
  makeEverything();
  await takeBuiltIn();
  expect(made()).not.toContain(null);
});

test("本单位 as this machine remembers it stays, and so does 报告期 where the new plan has it", async () => {
  inUse(OTHER);
  choice.set({ bureau: "市民政局", period: "2027年" });
  await takeBuiltIn();
  expect(choice.get()).toMatchObject({ bureau: "市民政局", period: null });
  inUse(OTHER);
  choice.set({ period: "2024年" });
  await takeBuiltIn();
  expect(choice.get().period).toBe("2024年");
});

test("a draft's codes are those of the plan in use; what was answered and typed holds", async () => {
  const [known] = builtInPlan.sections[0]!.indicators;
  inUse({ ...OTHER, sections: [] });
  fillBox("plan", { text: `${TABLE}\n${known!.name}（${known!.unit}）\t1\t2` });
  readNow("plan");
  setHead({ name: "寿县规划" });
  const { id, proposals } = planDraft
    .get()
    .plan.draft!.questions.find(({ printed }) => printed === "40左右")!;
  answer("plan", id, proposals.at(-1)!.id);
  const codes = () => planDraft.get().plan.draft!.indicators.map(({ code }) => code);
  expect(codes()).not.toContain(known!.code);
  await takeBuiltIn();
  expect(codes()).toContain(known!.code);
  expect(planDraft.get().plan.answers.get(id)).toBe(proposals.at(-1)!.id);
  expect(planDraft.get().head.name).toBe("寿县规划");
});
