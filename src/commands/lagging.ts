import { bureausIn, bureausWords, type Marking, UPDATE } from "../report";
import { planInUse } from "../plan/in-use";
import type { Command } from "./command";
import { success } from "./job";
import { loadedOnce } from "./loading";
import type { Notice } from "./state";
import { workbook } from "./workbook";

/** What colours the sheets comes with the tab that lists what is coloured. */
const marks = loadedOnce(() => import(/* webpackChunkName: "lagging" */ "../excel/mark"));

const list = (addresses: readonly string[]): string => addresses.join("、");

/** What of the findings the sheets do not show, and what to do. */
function shortcomings({ wrong, reworded, tasksLeft }: Marking): string[] {
  return [
    ...(wrong.length > 0
      ? [`${list(wrong)} 的状态被改写或没有算出，无法正确标出，请点“${UPDATE.form}”`]
      : []),
    ...(reworded.length > 0
      ? [`任务分工 ${list(reworded)} 的进展状态不是列表中的“滞后”，没有标出，请在“审核”中修正`]
      : []),
    ...(tasksLeft ? [`任务分工的行或列被改动过，没有标出，请点“${UPDATE.tasks}”`] : []),
  ];
}

/** `滞后指标 3 项、任务 2 项（其中逾期 1 项）`; kinds without any are left out. */
function counted({ indicators, tasks, overdue }: Marking): string {
  const parts = [
    indicators > 0 ? `指标 ${indicators} 项` : "",
    tasks > 0 ? `任务 ${tasks} 项${overdue > 0 ? `（其中逾期 ${overdue} 项）` : ""}` : "",
  ];
  return `滞后${parts.filter((part) => part !== "").join("、")}`;
}

/** What of the findings the sheets show; nothing is claimed where some of it may be wrong. */
function shownWords({ indicators, tasks, onlyOverdue }: Marking, isWhole: boolean): string {
  const marked = indicators + tasks - onlyOverdue;
  if (!isWhole || marked === 0) return "";
  return onlyOverdue === 0 ? "，已在表中标出" : `；滞后的 ${marked} 项已在表中标出`;
}

/** What 标记滞后 says: what was found, and of that only what was marked as marked. */
export function laggingNotice(marking: Marking): Notice {
  const { indicators, tasks, onlyOverdue, bureaus } = marking;
  const short = shortcomings(marking);
  const none = indicators + tasks === 0;
  const found = none ? "没有滞后的指标和任务" : `${counted(marking)}，${bureausWords(bureaus)}`;
  if (short.length === 0 && none) return success(`${found}。`);
  const parts = [
    found + shownWords(marking, short.length === 0),
    ...(onlyOverdue > 0 ? [`只是逾期的 ${onlyOverdue} 项任务列在窗格中，表中不着色`] : []),
    ...short,
  ];
  return { kind: "info", text: `${parts.join("；")}。` };
}

/** Whether what was found is what there is now. */
const isFoundIn =
  ({ indicators, tasks, bureaus }: Marking): Notice["holds"] =>
  () => {
    const { report } = workbook.get();
    return (
      report?.progress.lagging === indicators &&
      (report.progress.tasks?.lagging ?? 0) === tasks &&
      bureausIn(report.lagging) === bureaus
    );
  };

export const laggingCommand: Command = {
  id: "markLagging",
  label: "标记滞后",
  doing: "正在计算进度…",
  run: async ({ signal }) => {
    const { markLagging } = await marks();
    const marking = await markLagging(planInUse(), signal);
    return { view: "lagging", notice: { ...laggingNotice(marking), holds: isFoundIn(marking) } };
  },
};
