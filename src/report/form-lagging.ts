import {
  type Assessed,
  byBureau,
  figureMessage,
  figureWords,
  type FigureWords,
  laggingRows,
  type Parameters,
  progress,
  readParameters,
  STATUSES,
} from "../assessment";
import { parsePeriod, type Period, type Plan, planMessage } from "../plan";
import { isBlank, type Result } from "../text";
import { asJudged, type FormData, type FormRow, type TableId, type TaskData } from "../sheets";
import { taskPeriod } from "./task-audit";
import { laggingTasks } from "./task-lagging";

/** What lags of one responsible bureau: indicators, worst first, then tasks. */
export interface LaggingGroup {
  bureau: string;
  items: LaggingItem[];
}

/** An indicator or a task; a task has no figures. */
export interface LaggingItem {
  /** the sheet that holds the cell */
  sheet: TableId;
  /** indicator code or task, such as `任务3` */
  code: string;
  indicator: string;
  /** 领域, such as 养老; of a task 重点任务 */
  field: string;
  address: string;
  /** 滞后 or 严重滞后; of a task 滞后 or 逾期 */
  status: string;
  symbol: string;
  /** null for a task */
  figures: FigureWords | null;
  /** 完成进度 and what is due by now, as fractions: of the way from baseline to target, or of the target */
  done: number | null;
  due: number | null;
  reason: string;
  /** other bureaus answer for it too */
  joint: boolean;
  /** a task whose 完成时限 has passed, also where it is 滞后 */
  overdue: boolean;
}

/** The indicators and tasks a bureau has not filled in, in the sheets' order. */
export interface MissingGroup {
  bureau: string;
  items: MissingItem[];
}

export type MissingItem = Pick<LaggingItem, "sheet" | "code" | "indicator" | "address">;

/** One line of a list with those who answer for it. */
interface Answered<T> {
  indicator: { bureaus: readonly string[] };
  item: T;
}

const grouped = <T>(lines: readonly Answered<T>[], plan: Plan): { bureau: string; items: T[] }[] =>
  byBureau(lines, plan).map(({ bureau, rows }) => ({ bureau, items: rows.map(({ item }) => item) }));

const ofTask = <T>({ units, item }: { units: readonly string[]; item: T }): Answered<T> => ({
  indicator: { bureaus: units },
  item,
});

/** Only a number lags. */
function itemOf({ row, indicator, assessment }: Assessed<FormRow>, period: Period, plan: Plan): LaggingItem {
  const actual = Number(row.actual);
  const way = progress(indicator, actual);
  const done = way.ok ? way.value : null;
  const { points } = assessment;
  return {
    sheet: "form",
    code: indicator.code,
    indicator: indicator.name,
    field: indicator.field,
    address: row.cells.actual.address,
    status: STATUSES[assessment.status].word,
    symbol: STATUSES[assessment.status].symbol,
    figures: figureWords(indicator, actual, period, plan),
    done,
    due: done === null || points === null ? null : done - points / 100,
    reason: assessment.reason,
    joint: indicator.bureaus.length > 1,
    overdue: false,
  };
}

interface Judged {
  period: Period;
  parameters: Parameters;
}

const laggingItems = (form: FormData, { period, parameters }: Judged, plan: Plan): Answered<LaggingItem>[] =>
  laggingRows(form.rows.map(asJudged), period, plan, parameters).map((row) => ({
    ...row,
    item: itemOf(row, period, plan),
  }));

/** What the form's own parameters say; one that cannot be read is an issue in words that names its cell. */
function judgedBy(data: FormData, plan: Plan): Result<Judged, string> {
  const period = parsePeriod(data.period, plan);
  if (!period.ok) return { ok: false, issue: `${data.periodAddress} ${planMessage(period.issue)}` };
  const parameters = readParameters(data.tolerance, data.redline);
  if (!parameters.ok)
    return { ok: false, issue: `${data.parameterAddresses.tolerance} ${figureMessage(parameters.issue)}` };
  return { ok: true, value: { period: period.value, parameters: parameters.value } };
}

/** What lags, by responsible bureau; `unjudged` says in words why indicators cannot be judged. */
export interface LaggingList {
  groups: LaggingGroup[];
  unjudged: string | null;
}

/** The lagging indicators and tasks grouped by responsible bureau. */
export function laggingList(form: FormData | null, tasks: TaskData | null, plan: Plan): LaggingList {
  const judged = form && judgedBy(form, plan);
  const indicators = form && judged?.ok ? laggingItems(form, judged.value, plan) : [];
  const behind = tasks ? laggingTasks(tasks, taskPeriod(tasks, plan, form?.period)) : [];
  const lines = [...indicators, ...behind.map(ofTask)];
  return { groups: grouped(lines, plan), unjudged: judged && !judged.ok ? judged.issue : null };
}

/** The indicators and tasks not filled in, each with those who answer for it. */
function missingLines(form: FormData | null, tasks: TaskData | null): Answered<MissingItem>[] {
  const indicators = (form?.rows ?? [])
    .filter(({ actual }) => isBlank(actual))
    .map(({ indicator, cells }) => ({
      indicator,
      item: {
        sheet: "form" as const,
        code: indicator.code,
        indicator: indicator.name,
        address: cells.actual.address,
      },
    }));
  const open = (tasks?.rows ?? [])
    .filter(({ state }) => isBlank(state))
    .map(({ task, code, cells }) =>
      ofTask({
        units: task.units,
        item: { sheet: "tasks" as const, code, indicator: task.text, address: cells.state.address },
      }),
    );
  return [...indicators, ...open];
}

/** What is not filled in, in the sheets' order, each once. */
export const missingItems = (form: FormData | null, tasks: TaskData | null): MissingItem[] =>
  missingLines(form, tasks).map(({ item }) => item);

/** What is not filled in, grouped by responsible bureau. */
export const missingGroups = (form: FormData | null, tasks: TaskData | null, plan: Plan): MissingGroup[] =>
  grouped(missingLines(form, tasks), plan);
