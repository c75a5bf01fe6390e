import {
  assess,
  type Assessment,
  figureWords,
  type FigureWords,
  isExplained,
  isNumber,
  kindOf,
  type Kind,
  type Parameters,
  readEntry,
  type Status,
  STATEMENTS,
  STATUSES,
  targetWords,
} from "../assessment";
import { canonicalName, type Indicator, type Period, type Plan } from "../plan";
import { NO_BUREAU } from "../report";
import { asJudged, type FormRow, isAwaited, type TableId } from "../sheets";

/** An indicator or a task that a figure of a summary counts, with its cell. */
export interface Counted {
  table: TableId;
  /** `YL07`, `任务3` */
  code: string;
  name: string;
  /** under their canonical names; never empty */
  bureaus: readonly string[];
  /** the cell that says how it stands */
  address: string;
}

/** How one indicator stands in its period. */
export interface IndicatorStanding extends Counted {
  indicator: Indicator;
  /** 本期值 as typed; "" when empty */
  actual: unknown;
  kind: Kind;
  field: string;
  status: Status;
  /** as in an assessment */
  points: number | null;
  reason: string;
  /** 目标, 序时目标, 本期值, 差距 in words with units; "" where there is none */
  words: Record<keyof FigureWords, string>;
  /** 情况说明 where it says something; else "" */
  explanation: string;
  explanationAddress: string;
}

/** The names of those who answer for it, each once; what the plan leaves open is said so. */
export const answering = (names: readonly string[], plan: Plan): string[] =>
  names.length === 0 ? [NO_BUREAU] : [...new Set(names.map((name) => canonicalName(name, plan)))];

/** 本期值 as it is told where it is no number. */
function told(value: unknown, indicator: Indicator): string {
  const read = readEntry({ value }, indicator);
  return read.kind === "statement" ? STATEMENTS[read.is] : read.kind === "text" ? read.text : "";
}

function wordsOf(indicator: Indicator, actual: unknown, period: Period, plan: Plan) {
  const target = targetWords(indicator);
  if (!isNumber(actual) || indicator.type === "words")
    return { target, expected: "", actual: told(actual, indicator), gap: "" };
  const { expected, actual: is, gap } = figureWords(indicator, actual, period, plan);
  return { target, expected: expected ?? "", actual: is, gap: gap ?? "" };
}

const standingOf = (
  row: FormRow,
  { status, points, reason }: Assessment,
  period: Period,
  plan: Plan,
): IndicatorStanding => ({
  table: "form",
  code: row.code,
  name: row.indicator.name,
  bureaus: answering(row.indicator.bureaus, plan),
  address: row.cells.actual.address,
  indicator: row.indicator,
  actual: row.actual,
  kind: kindOf(row.indicator),
  field: row.indicator.field,
  ...{ status, points, reason },
  words: wordsOf(row.indicator, row.actual, period, plan),
  explanation: isExplained(row.explanation) ? row.explanation.trim() : "",
  explanationAddress: row.cells.explanation.address,
});

/** How the indicators stand that are waited for, in the form's order. One without any target (—, 无任务) is in no count. */
export const standingsOf = (
  rows: readonly FormRow[],
  period: Period,
  parameters: Parameters,
  plan: Plan,
): IndicatorStanding[] =>
  rows
    .filter(({ words }) => isAwaited(words))
    .map(asJudged)
    .map((row) => standingOf(row, assess(row.indicator, row.actual, period, plan, parameters), period, plan));

/** ▲, ■ and ×. */
export const lags = ({ status }: Pick<IndicatorStanding, "status">): boolean => STATUSES[status].lagging;
