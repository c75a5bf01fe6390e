import { indicatorsOf, type Plan } from "../plan";
import { planInUse } from "../plan/in-use";
import { fold } from "../text";
import { headOf, openQuestions, type PlanDraft } from "./plan-draft";
import type { Notice } from "./state";
import { workbook } from "./workbook";
import type { Adoption } from "./adoption";

const YEAR = /^(?:19|2\d)\d\d$/;

export const refusesYear = (text: string): string | null =>
  YEAR.test(text) ? null : `“${text}”不是年份，请写四位数，例如 2030`;

/** The plan of the open workbook, where it has one of its own. */
export const ownPlan = (): Plan | null => (workbook.get().plan.own ? planInUse() : null);

/** `指标 29 项、任务 31 项、单位 24 个`; what there is none of is left out. */
export const planCounts = (plan: Pick<Plan, "sections" | "tasks" | "bureaus">): string =>
  [
    `指标 ${indicatorsOf(plan).length} 项`,
    ...(plan.tasks.length > 0 ? [`任务 ${plan.tasks.length} 项`] : []),
    ...(plan.bureaus.length > 0 ? [`单位 ${plan.bureaus.length} 个`] : []),
  ].join("、");

/** Why what was read cannot be adopted yet, in words; null: it can. */
export function adoptionAwaits(draft: PlanDraft): string | null {
  const open = openQuestions(draft);
  if (open > 0) return `还有 ${open} 项待确认`;
  const head = headOf(draft);
  if (!head) return null;
  if (head.name.trim() === "") return "规划名称还没有填";
  return head.targetYear > head.baselineYear ? null : "目标年要晚于基期年";
}

/** The present plan's tasks and bureaus that could stay beside a newly pasted table of indicators, in words; "": there are none. */
export function keptTables({ plan, tasks, bureaus }: PlanDraft): string {
  const own = ownPlan();
  if (!own || !plan.draft) return "";
  return [
    ...(own.tasks.length > 0 && !tasks.draft ? [`任务 ${own.tasks.length} 项`] : []),
    ...(own.bureaus.length > 0 && !bureaus.draft ? [`单位 ${own.bureaus.length} 个`] : []),
  ].join("和");
}

/** Whether they stay: as the user says, else where the place is the same. */
export const keepsTables = (draft: PlanDraft): boolean =>
  keptTables(draft) !== "" &&
  (draft.keeps ?? fold(headOf(draft)?.place ?? "") === fold(ownPlan()?.place.name ?? ""));

/** Sheets of plans before that stay, and those that are gone, in words; "" where there are none. */
export const asideWords = ({ kept, gone }: Pick<Adoption, "kept" | "gone">): string =>
  [
    kept.length > 0 ? `原来的表留作“${kept.join("”“")}”，不再使用，核对后可以删去。` : "",
    gone.length > 0 ? `更早的“${gone.join("”“")}”写入后没有人改过，已删去。` : "",
  ].join("");

/** What the sheets of a stopped plan are still for: once the workbook is closed, nothing else tells which codes were given. */
export const codesWords = ({ kept }: Pick<Adoption, "kept">): string =>
  kept.length > 0
    ? "编过的指标代码只记在这些表上：关闭工作簿以后再采用新的规划表，请先把表名改回“规划指标”等，新指标才不会用到旧代码。"
    : "";

const MOST_SHOWN = 3;
const LONGEST_SHOWN = 60;

/** The beginning of a long change, up to a whole name; 详情 has all of it. */
function beginning(change: string): string {
  if (change.length <= LONGEST_SHOWN) return change;
  const cut = change.slice(0, LONGEST_SHOWN);
  return `${cut.slice(0, cut.includes("、") ? cut.lastIndexOf("、") : undefined)}……`;
}
const NEXT =
  "下一步：在“填报”中选本单位和报告期，点“插入指标模板”；已有指标填报表的点“更新指标模板”，填过的值按指标代码保留。";

/**
 * What was written, what is otherwise than before, and what to do next.
 * @param isChange the workbook had a plan of its own; all of a first one is otherwise
 */
export function adoptionNotice(plan: Plan, adoption: Adoption, isChange: boolean): Notice {
  const { sheets } = adoption;
  const changes = isChange ? adoption.changes : [];
  const shown = changes.slice(0, MOST_SHOWN).map(beginning);
  const isMore = changes.length > MOST_SHOWN;
  const isLong = isMore || shown.some((text, i) => text !== changes[i]);
  const changed =
    changes.length > 0
      ? `与之前的规划相比：${shown.join("；")}${isMore ? `……共 ${changes.length} 处` : ""}。`
      : "";
  return {
    kind: "success",
    text: `已采用“${plan.name}”：${planCounts(plan)}，写在“${sheets.join("”“")}”表中，可以修改。${changed}${asideWords(adoption)}${NEXT}`,
    ...(isLong && { details: changes.join("\n") }),
  };
}
