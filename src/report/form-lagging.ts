import {
  type Assessed,
  figureMessage,
  figureWords,
  laggingRows,
  type Parameters,
  progress,
  readParameters,
  STATUSES,
} from "../assessment";
import { parsePeriod, type Period, type Plan, planMessage } from "../plan";
import type { Result } from "../text";
import { asJudged, type FormData, type FormRow } from "../sheets";
import type { Answered, Judged } from "./held";
import type { LaggingItem } from "./lagging-item";

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

interface Basis {
  period: Period;
  parameters: Parameters;
}

const laggingItems = (form: FormData, { period, parameters }: Basis, plan: Plan): Answered<LaggingItem>[] =>
  laggingRows(form.rows.map(asJudged), period, plan, parameters).map((row) => ({
    bureaus: row.indicator.bureaus,
    item: itemOf(row, period, plan),
  }));

/** What the form's own parameters say; one that cannot be read is an issue in words that names its cell. */
function basisOf(data: FormData, plan: Plan): Result<Basis, string> {
  const period = parsePeriod(data.period, plan);
  if (!period.ok) return { ok: false, issue: `${data.periodAddress} ${planMessage(period.issue)}` };
  const parameters = readParameters(data.tolerance, data.redline);
  if (!parameters.ok)
    return { ok: false, issue: `${data.parameterAddresses.tolerance} ${figureMessage(parameters.issue)}` };
  return { ok: true, value: { period: period.value, parameters: parameters.value } };
}

/** The lagging indicators, worst first, each with those who answer for it. */
export function laggingIndicators(form: FormData, plan: Plan): Judged {
  const basis = basisOf(form, plan);
  return basis.ok
    ? { lines: laggingItems(form, basis.value, plan), unjudged: null }
    : { lines: [], unjudged: basis.issue };
}
