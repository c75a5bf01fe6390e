import { gapOf, isNumber, type Parameters, statusOf, STATUSES, unitOf } from "../assessment";
import { findIndicator, type Indicator, parsePeriod, type Period, type Plan } from "../plan";
import { told } from "../text";
import type { Scalar } from "../grid";
import { checkOf, type RowCells } from "./check";
import type { Figure } from "./figures";
import type { Ledger, LedgerRow } from "./ledger";

/** A figure with all that is told of its archiving. */
export interface ToldFigure extends Omit<Figure, "words"> {
  words: string;
  time: string;
  nature: string;
  reason: string;
}

/** What the plan says of a value; 状态 is empty in a period that the plan does not run through. */
export function judged(
  indicator: Indicator,
  value: Scalar,
  periodText: string,
  parameters: Parameters,
  plan: Plan,
): RowCells {
  const period = parsePeriod(periodText, plan);
  const gap = gapOf(indicator);
  const status = period.ok ? STATUSES[statusOf(indicator, period.value, plan, parameters)(value)].word : "";
  return {
    name: indicator.name,
    unit: unitOf(indicator),
    bureaus: indicator.responsible,
    status,
    gap: isNumber(value) && gap.ok ? Number(told(gap.value(value))) : "",
  };
}

function recordCells(figure: ToldFigure, parameters: Parameters, plan: Plan): RowCells {
  const { table, key, value, period, deadline = "" } = figure;
  if (table === "form") {
    const found = findIndicator(key, plan);
    return found.ok ? { key, ...judged(found.value, value, period, parameters, plan) } : { key };
  }
  const task = plan.tasks.find(({ number }) => String(number) === key);
  return task ? { key: task.number, name: task.text, bureaus: task.responsible, deadline } : { key };
}

/** The row that tells of a figure, with its number and 校验码. */
export function describe(
  figure: ToldFigure,
  period: Period,
  { kind }: Ledger,
  number: number,
  parameters: Parameters,
  plan: Plan,
): LedgerRow {
  const { value, words, nature, time, source, reason } = figure;
  const cells: RowCells = {
    period: figure.period,
    ...recordCells(figure, parameters, plan),
    ...{ value, words, nature, time, source, reason },
  };
  const check = checkOf(number, cells, kind, plan.id);
  return { row: null, cells: { ...cells, check }, number, period, key: figure.key, state: "intact" };
}
