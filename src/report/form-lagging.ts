import {
  type Assessed,
  basisOf,
  expected,
  figureMessage,
  figureWords,
  laggingRows,
  type Parameters,
  progress,
  readParameters,
  sideOf,
  STATUSES,
} from "../assessment";
import { type Indicator, parsePeriod, type Period, type Plan, planMessage } from "../plan";
import type { Result } from "../text";
import { asJudged, type FormData, type FormRow } from "../sheets";
import type { Answered, Judged } from "./held";
import type { LaggingItem } from "./lagging-item";

const UNDRAWN = { done: null, due: null };

/** What is done and what is due: of the way, or of a target of which there is to be more; a limit is no way. */
function drawn(
  indicator: Indicator,
  actual: number,
  points: number | null,
  scheduled: Result<number, unknown>,
): Pick<LaggingItem, "done" | "due"> {
  const basis = basisOf(indicator);
  const { kind, sign, target } = sideOf(basis, actual);
  const way = progress(indicator, actual);
  if (!way.ok || points === null) return UNDRAWN;
  if (kind === "growth") return { done: way.value, due: way.value - points / 100 };
  const due = scheduled.ok ? scheduled.value / target! : 1;
  return basis.far === null && sign * target! > 0 ? { done: way.value, due } : UNDRAWN;
}

function itemOf({ row, indicator, assessment }: Assessed<FormRow>, period: Period, plan: Plan): LaggingItem {
  const isStated = indicator.type === "words";
  const actual = Number(row.actual);
  return {
    sheet: "form",
    code: indicator.code,
    indicator: indicator.name,
    field: indicator.field,
    address: row.cells.actual.address,
    status: STATUSES[assessment.status].word,
    symbol: STATUSES[assessment.status].symbol,
    figures: isStated ? null : figureWords(indicator, actual, period, plan),
    ...(isStated ? UNDRAWN : drawn(indicator, actual, assessment.points, expected(indicator, period, plan))),
    reason: assessment.reason,
    joint: indicator.bureaus.length > 1,
    overdue: false,
  };
}

/** By what a form is judged. */
export interface Head {
  period: Period;
  parameters: Parameters;
}

const laggingItems = (form: FormData, { period, parameters }: Head, plan: Plan): Answered<LaggingItem>[] =>
  laggingRows(form.rows.map(asJudged), period, plan, parameters).map((row) => ({
    bureaus: row.indicator.bureaus,
    item: itemOf(row, period, plan),
  }));

/** What the form's own parameters say; one that cannot be read is an issue in words that names its cell. */
export function headOf(data: FormData, plan: Plan): Result<Head, string> {
  const period = parsePeriod(data.period, plan);
  if (!period.ok) return { ok: false, issue: `${data.periodAddress} ${planMessage(period.issue)}` };
  const parameters = readParameters(data.tolerance, data.redline);
  if (!parameters.ok)
    return { ok: false, issue: `${data.parameterAddresses.tolerance} ${figureMessage(parameters.issue)}` };
  return { ok: true, value: { period: period.value, parameters: parameters.value } };
}

/** The lagging indicators, worst first, each with those who answer for it. */
export function laggingIndicators(form: FormData, plan: Plan): Judged {
  const head = headOf(form, plan);
  return head.ok
    ? { lines: laggingItems(form, head.value, plan), unjudged: null }
    : { lines: [], unjudged: head.issue };
}
