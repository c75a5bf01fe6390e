import { calculateAll, isPlanKnown, PlanChanged, type PlanRead, planTaken, readPlan } from "../excel";
import { including, type Plan } from "../plan";
import { builtInPlan } from "../plan/built-in";
import { planInUse, usePlan } from "../plan/in-use";
import type { PlanSheetIssue } from "../sheets/plan";
import { loadedOnce } from "./loading";
import { state } from "./state";
import { letGoOfFormerPlan } from "./store";
import { workbook } from "./workbook";

/** What reads plans and checks them: only for workbooks with a plan of their own. */
export const opening = loadedOnce(() => import(/* webpackChunkName: "opening" */ "./opening"));

/** Why the workbook's own plan could not be opened, where no plan is in use that could stay so; null: nothing is in the way. */
let refused: string | null = null;
/** cells may still show what functions gave with another plan */
let outdated = false;

let lastOwn: Plan | null = null;
/** The workbook's own plan as last in use, also when it has been stopped since: what it gave codes to is not to be forgotten. */
export const lastOwnPlan = (): Plan | null => lastOwn;

const MOST_SHOWN = 3;

/** The first faults in words, one sentence each. */
function faultWords(issues: readonly PlanSheetIssue[], say: (issue: PlanSheetIssue) => string): string {
  const more = issues.length > MOST_SHOWN ? `……共 ${issues.length} 处。` : "";
  return (
    issues
      .slice(0, MOST_SHOWN)
      .map((issue) => `${say(issue)}。`)
      .join("") + more
  );
}

/** Calculates the workbook anew if functions have given results of another plan. */
export async function calculateOutdated(): Promise<void> {
  if (!outdated) return;
  await calculateAll();
  outdated = false;
}

/** From now on everything is of this plan. */
async function take(read: PlanRead, plan: Plan): Promise<void> {
  const before = planInUse();
  const isOther = plan.id !== before.id || plan.version !== before.version;
  outdated ||= isPlanKnown() && (isOther || refused !== null);
  refused = null;
  planTaken(read);
  usePlan(plan);
  if (read.sheets) lastOwn = plan;
  if (isOther) letGoOfFormerPlan();
  workbook.set({ plan: { own: read.sheets !== null, issues: [] } });
  // what is refused now, the next reading of the workbook tries again
  await calculateOutdated().catch(() => undefined);
}

/** The plan that is in use stays so; at the beginning there is none, and nothing may be reckoned with another one. */
async function refuse(read: PlanRead, issues: readonly PlanSheetIssue[]): Promise<void> {
  const { planSheetIssueWords } = await opening();
  const words = faultWords(issues, planSheetIssueWords);
  if (!isPlanKnown() || refused !== null) refused = words;
  planTaken(read, refused);
  workbook.set({ plan: { own: true, issues } });
  const holds = (): boolean => workbook.get().plan.issues === issues;
  const text = refused
    ? `工作簿中的规划有误，改好之前不计算、不填报。${words}`
    : `工作簿中的规划有误，改好之前仍按上一次的规划计算。${words}`;
  state.set({ notice: { kind: "error", text, holds } });
}

/** The plan with the codes that the workbook's own has given so far; the built-in one keeps none. */
export const withGivenCodes = async (plan: Plan): Promise<Plan> =>
  lastOwn ? (await opening()).planAfter(lastOwn, plan) : plan;

/** Makes a plan of what was read and puts it in use; where that cannot be, says what is wrong. @returns whether it is in use */
export async function takePlan(read: PlanRead): Promise<boolean> {
  const { sheets } = read;
  const opened = sheets
    ? (await opening()).openPlanSheets(sheets)
    : { ok: true as const, value: builtInPlan };
  const plan = opened.ok && sheets ? await withGivenCodes(opened.value) : builtInPlan;
  await (opened.ok ? take(read, including(plan, read.supplement === true)) : refuse(read, opened.issue));
  return opened.ok;
}

/** Puts the plan in use that the workbook has now; where its own is gone, says so: nothing that shows its figures does any more. */
async function takeChanged(read: PlanRead): Promise<void> {
  const { own } = workbook.get().plan;
  await takePlan(read);
  if (!own || read.sheets) return;
  const text = `“规划指标”表已不在工作簿中，现在按内置规划“${builtInPlan.name}”计算，原规划的指标显示 #N/A。如是误删，请撤销删除；不能撤销的，请在“规划”中导入原来的规划文件，或不保存关闭后重新打开工作簿。`;
  state.set({ notice: { kind: "error", text, holds: () => !workbook.get().plan.own } });
}

const MOST_TRIES = 3;

/** Does the work on the plan that the workbook has: where that is another one than was known, on the new one. */
export async function onPlan<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PlanChanged) || tries === MOST_TRIES) throw error;
      await takeChanged(error.read);
    }
}

let reading: Promise<unknown> | undefined;

/**
 * Resolves once the workbook's plan is in use, for functions that are called before: they would give another plan's figures.
 * @throws Error that says what is wrong, for whoever reads a cell's error
 */
export async function planKnown(): Promise<void> {
  if (!isPlanKnown()) {
    reading ??= Office.onReady()
      .then(() => readPlan(false))
      .then((read): unknown => (read.mark === "" ? planTaken(read) : takePlan(read)))
      .finally(() => (reading = undefined));
    await reading;
  }
  if (refused !== null) throw new Error(`工作簿中的规划有误，没有计算。${refused}`);
}
