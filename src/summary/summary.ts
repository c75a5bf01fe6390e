import { DEFAULT_PARAMETERS, type Parameters } from "../assessment";
import { parsePeriod, type Period, type Plan, planMessage, shownPeriod, timeShare } from "../plan";
import { grouped, headOf, type Held } from "../report";
import { bureauOnForm, type TableId } from "../sheets";
import { fail, ok, type Result } from "../text";
import { type Counted, type IndicatorStanding, standingsOf } from "./standing";
import { taskStandings, type TaskStanding } from "./tasks";

/** How everything in a workbook stands: the one source of all figures of 看板, 通报 and 督办. */
export interface Summary {
  plan: Plan;
  /** the bureau whose form it is; null: the whole place */
  bureau: string | null;
  /** 报告期 as the form says it */
  period: string;
  end: Period;
  /** the plan's time is over */
  final: boolean;
  parameters: Parameters;
  /** the names of the sheets that were read */
  sheets: Partial<Record<TableId, string>>;
  /** null: there is no such sheet */
  indicators: readonly IndicatorStanding[] | null;
  tasks: readonly TaskStanding[] | null;
}

/** What is counted under one name, such as a field or a bureau. */
export interface Group<T> {
  name: string;
  items: readonly T[];
  /** how many of them others answer for too */
  joint: number;
}

/** By what is judged: the form's head, or where there is no form what stands for the tasks. */
function headIn({ form, tasks }: Held, plan: Plan): Result<Pick<Summary, "end" | "parameters">, string> {
  if (form) {
    const head = headOf(form, plan);
    return head.ok
      ? ok({ end: head.value.period, parameters: head.value.parameters })
      : fail(`“${form.sheet.name}”的 ${head.issue}`);
  }
  if (!tasks) return fail("工作簿里没有指标填报表，也没有任务分工表；请先插入并填写");
  const read = parsePeriod(tasks.period, plan);
  return read.ok
    ? ok({ end: read.value, parameters: DEFAULT_PARAMETERS })
    : fail(`“${tasks.sheet.name}”的 ${tasks.periodAddress} ${planMessage(read.issue)}`);
}

/** How everything in a workbook stands, or in words why that cannot be told. */
export function summaryOf(held: Held, plan: Plan): Result<Summary, string> {
  const head = headIn(held, plan);
  if (!head.ok) return head;
  const { form, tasks } = held;
  const { end, parameters } = head.value;
  const first = form ?? tasks!;
  return ok({
    plan,
    bureau: bureauOnForm(first.bureau, plan)?.name ?? null,
    period: shownPeriod(first.period),
    end,
    final: timeShare(end, plan) >= 1,
    parameters,
    sheets: {
      ...(form && { form: form.sheet.name }),
      ...(tasks && { tasks: tasks.sheet.name }),
    },
    indicators: form && standingsOf(form.rows, end, parameters, plan),
    tasks: tasks && taskStandings(tasks, end, plan),
  });
}

/** By responsible bureau, in order of first appearance; what several answer for is under each. */
export const byBureaus = <T extends Counted>(items: readonly T[], plan: Plan): Group<T>[] =>
  grouped(
    items.map((item) => ({ bureaus: item.bureaus, item })),
    plan,
  ).map(({ bureau, items: own }) => ({
    name: bureau,
    items: own,
    joint: own.filter(({ bureaus }) => bureaus.length > 1).length,
  }));

/** By 领域, in the plan's order; nothing where the plan has none. */
export function byFields(items: readonly IndicatorStanding[]): Group<IndicatorStanding>[] {
  const names = [...new Set(items.map(({ field }) => field))].filter((name) => name !== "");
  return names.map((name) => {
    const own = items.filter(({ field }) => field === name);
    return { name, items: own, joint: own.filter(({ bureaus }) => bureaus.length > 1).length };
  });
}
