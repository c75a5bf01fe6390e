import { CommandError, removePlan, writePlan, type WrittenPlan } from "../excel";
import type { Plan } from "../plan";
import { planInUse } from "../plan/in-use";
import type { PlanSheetId } from "../sheets/plan/words";
import { workbook } from "./workbook";
import { withGivenCodes, opening, takePlan } from "./workbook-plan";

/** What came of putting another plan in use. */
export interface Adoption extends Pick<WrittenPlan, "sheets" | "kept" | "gone"> {
  /** what is otherwise than in the plan before, in words */
  changes: string[];
}

async function adopted(before: Plan, written: Omit<WrittenPlan, "read">): Promise<Adoption> {
  const { planChanges } = await opening();
  return { ...written, changes: planChanges(before, planInUse()) };
}

/**
 * Writes a plan into the workbook, all of it or nothing, and puts it in use.
 * @param file as `openPlan` takes it
 * @param isTakingBack sheets that hold the plan in use and nothing else go: its draft is there again
 * @param shown the sheet that is shown then, one that the plan has; absent: the first
 * @throws CommandError that names every fault of the file, or of what was written, or says why Excel did not write it
 */
export async function adoptPlan(
  file: unknown,
  signal?: AbortSignal,
  isTakingBack = false,
  shown?: PlanSheetId,
): Promise<Adoption> {
  const { openPlan, planSheetLayouts, planSheetIssueWords } = await opening();
  const before = planInUse();
  const opened = (): Plan => {
    try {
      return openPlan(file);
    } catch (error) {
      const [, ...faults] = (error instanceof Error ? error.message : String(error)).split("\n");
      throw new CommandError({ code: "plan-refused", words: faults.join("；") });
    }
  };
  const { read, ...written } = await writePlan(
    planSheetLayouts(await withGivenCodes(opened())),
    signal,
    isTakingBack ? planSheetLayouts(before) : [],
    shown,
  );
  if (!(await takePlan(read))) {
    const words = workbook
      .get()
      .plan.issues.map((issue) => planSheetIssueWords(issue))
      .join("；");
    throw new CommandError({ code: "plan-unused", words });
  }
  return adopted(before, written);
}

/**
 * Puts the built-in plan in use. The sheets of the workbook's own stay under other names.
 * @param isTakingBack as in `adoptPlan`
 * @returns their names now; none where the workbook had no plan of its own
 */
export async function restoreBuiltIn(signal?: AbortSignal, isTakingBack = false): Promise<Adoption> {
  const before = planInUse();
  const spared = isTakingBack ? (await opening()).planSheetLayouts(before) : [];
  const kept = await removePlan(signal, spared);
  await takePlan({ sheets: null, mark: "" });
  return adopted(before, { sheets: [], kept, gone: [] });
}
