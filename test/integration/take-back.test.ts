import "./no-reading-by-itself";
import { adopt, COMMANDS, give, planDraft, state, takeBackPlan } from "../../src/commands";
import { working } from "../../src/commands/job";
import { planInUse } from "../../src/plan/in-use";
import { openPlan } from "../../src/plan/open";
import type { Host } from "../../src/workbench/host/host";
import { findForm } from "../../src/workbench/page/trial-form";
import { openAddIn } from "./office";
import { onPlanSheet } from "./plan-sheets";

/* Two plans one after the other, and the first one back, with a form that is filled in. */

const plan = (name: string, rows: readonly (readonly [code: string, label: string, target: string])[]) =>
  openPlan({
    ...{ id: "shou", version: "1", name, place: "寿县", baselineYear: 2025, targetYear: 2030 },
    ...{ indicatorTable: { title: name, source: name }, taskTable: { title: name, source: name } },
    ...{ tasks: [], bureaus: [{ name: "县民政局" }] },
    sections: [
      {
        ...{ title: "养老", field: "养老" },
        indicators: rows.map(([code, label, target]) => ({
          ...{ code, label, target, unit: "张", baseline: "36", responsible: "县民政局", milestones: [] },
        })),
      },
    ],
  });
const FIRST = plan("甲规划", [
  ["A01", "养老床位", "45"],
  ["A02", "护理床位", "60"],
]);
const SECOND = plan("乙规划", [
  ["A01", "养老床位", "50"],
  ["A03", "托育床位", "70"],
]);

let host: Host;
beforeAll(async () => {
  ({ host } = await openAddIn());
});
const update = async (): Promise<string> => {
  const { doing, run } = COMMANDS.find(({ id }) => id === "insertForm")!;
  await working(doing, run);
  await host.settled();
  const { text, details = "" } = state.get().notice!;
  return text + details;
};
const adopting = async (of: typeof FIRST): Promise<void> => {
  give(`${of.name}.xlsx`, of);
  await adopt();
};
const typed = (): unknown[] =>
  findForm(host.engine)!.data.rows.map(({ indicator, actual }) => [indicator.code, actual]);

test("撤销采用 brings the plan before; what was typed follows its code there and back", async () => {
  await adopting(FIRST);
  await update();
  await onPlanSheet("指标填报", "A01", "本期值", 40);
  await onPlanSheet("指标填报", "A02", "本期值", 58);
  await adopting(SECOND);
  const told = await update();
  expect(told).toContain("由“45”改为“50”");
  expect(told).not.toContain("曾被改为");
  expect(typed()).toEqual([
    ["A01", 40],
    ["A03", ""],
  ]);
  await takeBackPlan();
  expect(state.get().notice?.text).toContain("已撤销采用，规划是采用之前的“甲规划”");
  expect(planInUse().name).toBe("甲规划");
  expect(planDraft.get().given?.plan.name).toBe("乙规划");
  await update();
  expect(typed()[0]).toEqual(["A01", 40]);
  // what the second plan had no row for stands below the table
  const [sheet] = host.engine.sheets().filter(({ name }) => name === "指标填报");
  const area = host.engine.usedArea(sheet!.id, true)!;
  const values = host.engine.readCells(sheet!.id, area).flatMap((row) => row.map(({ value }) => value));
  expect(values).toContain(58);
});
