import {
  type Assessed,
  byBureau,
  figureMessage,
  gap,
  laggingRows,
  type Parameters,
  progress,
  readActual,
  readParameters,
  STATUSES,
} from "../assessment";
import { type Indicator, parsePeriod, type Period, type Plan, planMessage, type Result } from "../plan";
import type { FormData, FormRow } from "./form-data";

/** The lagging indicators of one responsible bureau, worst first. */
export interface LaggingGroup {
  bureau: string;
  items: LaggingItem[];
}

export interface LaggingItem {
  code: string;
  indicator: string;
  /** 领域, such as 养老 */
  field: string;
  address: string;
  /** 滞后 or 严重滞后 */
  status: string;
  symbol: string;
  /** 差距, in `unit` */
  gap: number | null;
  unit: string;
  /** percentage points behind */
  behind: number | null;
  /** 完成进度 and what is due by now, as fractions: of the way from baseline to target, or of the target */
  done: number | null;
  due: number | null;
  reason: string;
  /** other bureaus answer for it too */
  joint: boolean;
}

/** The indicators a bureau has not filled in, in the form's order. */
export interface MissingGroup {
  bureau: string;
  items: { code: string; indicator: string; address: string }[];
}

const fieldOf = (indicator: Indicator, plan: Plan): string =>
  plan.sections.find(({ indicators }) => indicators.includes(indicator))?.field ?? "";

function itemOf({ row, indicator, assessment }: Assessed<FormRow>, plan: Plan): LaggingItem {
  const figure = (of: typeof gap): number | null => {
    const found = typeof row.actual === "number" ? of(indicator, row.actual) : null;
    return found?.ok ? found.value : null;
  };
  const done = figure(progress);
  const { points } = assessment;
  return {
    code: indicator.code,
    indicator: indicator.name,
    field: fieldOf(indicator, plan),
    address: row.cells.actual.address,
    status: STATUSES[assessment.status].word,
    symbol: STATUSES[assessment.status].symbol,
    gap: figure(gap),
    unit: indicator.unit,
    behind: points === null ? null : -points,
    done,
    due: done === null || points === null ? null : done - points / 100,
    reason: assessment.reason,
    joint: indicator.bureaus.length > 1,
  };
}

/** What the form's own parameters say; one that cannot be read is an issue in words that names its cell. */
function judgedBy(data: FormData, plan: Plan): Result<{ period: Period; parameters: Parameters }, string> {
  const period = parsePeriod(data.period, plan);
  if (!period.ok) return { ok: false, issue: `${data.periodAddress} ${planMessage(period.issue)}` };
  const parameters = readParameters(data.tolerance, data.redline);
  if (!parameters.ok)
    return { ok: false, issue: `${data.parameterAddresses.tolerance} ${figureMessage(parameters.issue)}` };
  return { ok: true, value: { period: period.value, parameters: parameters.value } };
}

/** The lagging indicators grouped by responsible bureau. A period or parameter that cannot be read is an issue in words. */
export function laggingGroups(data: FormData, plan: Plan): Result<LaggingGroup[], string> {
  const judged = judgedBy(data, plan);
  if (!judged.ok) return judged;
  const rows = laggingRows(data.rows, judged.value.period, plan, judged.value.parameters);
  const groups = byBureau(rows, plan).map(({ bureau, rows: members }) => ({
    bureau,
    items: members.map((member) => itemOf(member, plan)),
  }));
  return { ok: true, value: groups };
}

const isBlank = (row: FormRow): boolean => readActual(row.actual).kind === "blank";

/** The indicators not filled in, grouped by responsible bureau. */
export const missingGroups = (data: FormData, plan: Plan): MissingGroup[] =>
  byBureau(data.rows.filter(isBlank), plan).map(({ bureau, rows }) => ({
    bureau,
    items: rows.map(({ indicator: { code, name }, cells }) => ({
      code,
      indicator: name,
      address: cells.actual.address,
    })),
  }));
