import { decimalsOf, fail, fold, ok, type Result } from "../text";
import { byWords, type Direction, isOpen } from "./better";
import type { PlanIssue } from "./issues";
import type { Notation, Printed } from "./notation";
import type { TargetType } from "./target-type";
import { COUNTED } from "./unit";

/*
 * What a plan does not print but its unit, its name and its figures tell: stated here once, for entry rules, audit and
 * words alike. A plan's file states only what is otherwise.
 */

/** What is known of an indicator before anything is inferred. */
export interface Known {
  readonly name: string;
  readonly unit: string;
  readonly baseline: Printed;
  readonly target: Printed;
  /** absent: a level */
  readonly type?: TargetType;
}

/** What a value can be; a bound that is not there is absent. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const RATIO_SIGNS: Readonly<Record<string, number>> = { "%": 100, "‰": 1000, "‱": 10_000 };
/** A difference or a change, which may be below 0 and has no ceiling. */
const CHANGE = /增长|增速|增幅|涨幅|下降|降低|降幅|减少|削减|提高|提升|同比|环比|变化/;
/** Balances and what is left over, which may be below 0. */
const BALANCE = /利润|盈余|结余|盈亏|差额|顺差|逆差|净(?!化)|收益率|回报率|气温|自然增长/;
/** Shares of something that is not the whole, which may be above 100 %. */
const NO_CEILING = /完成率|毛入|负债|杠杆|拨备|充足率|产销|利润|收益|回报|收入比|相当于|倍/;

const valuesIn = ({ notation }: Printed): number[] => {
  if (notation.kind === "range") return [notation.from, notation.to];
  return notation.kind === "value" ? [notation.value] : [];
};
const printedNumbers = ({ baseline, target }: Known): number[] => [baseline, target].flatMap(valuesIn);

/** 本期值 is a change since the base, not a level. */
const isMovement = ({ type, baseline }: Known): boolean =>
  type === "average" || (type === "change" && baseline.notation.kind !== "value");

/** 0 to 100 for a share in %, 0 and up for an amount; no bound where name or printed figures show that there is none. */
export function inferBounds(known: Known): Bounds {
  if (isMovement(known)) return {};
  const { name, unit } = known;
  const ceiling = RATIO_SIGNS[fold(unit)];
  const numbers = printedNumbers(known);
  const isChange = CHANGE.test(name) && (ceiling !== undefined || /百分点|倍/.test(unit));
  const below0 = isChange || BALANCE.test(name) || numbers.some((value) => value < 0);
  const beyond =
    ceiling === undefined || isChange || NO_CEILING.test(name) || numbers.some((value) => value > ceiling);
  return { ...(!below0 && { min: 0 }), ...(!beyond && { max: ceiling }) };
}

/** An average has no whole number even of people. */
const AVERAGE = /每.*[人户家个千万百亿]|人均|户均|平均|亩均|均等/;

/** As printed, `32.0` with one; of 1.35万 as many as 13500 has. */
function decimalsIn({ text, notation }: Printed): number {
  const printed = /(\d+)\.(\d+)/.exec(fold(text));
  if (notation.kind !== "value") return notation.kind === "range" && printed ? printed[2]!.length : 0;
  const asPrinted = printed !== null && Number(printed[0]) === Math.abs(notation.value);
  return asPrinted ? printed[2]!.length : decimalsOf(notation.value);
}

const printedDecimals = ({ baseline, target }: Known): number =>
  Math.max(decimalsIn(baseline), decimalsIn(target));

/** True for what is counted piece by piece, unless it is an average or printed with decimals. */
export const inferWhole = (known: Known): boolean =>
  COUNTED.includes(fold(known.unit)) &&
  !AVERAGE.test(known.name) &&
  !isMovement(known) &&
  printedDecimals(known) === 0;

const [RATE_DECIMALS, OTHER_DECIMALS] = [1, 2];

/** The level that a change in % or 倍 leads to has more digits than its base: 0.6 less 15 % is 0.51. */
const ofLevel = ({ type, baseline, target: { notation } }: Known): number =>
  type === "change" &&
  baseline.notation.kind === "value" &&
  notation.kind === "change" &&
  notation.in !== "unit"
    ? 1
    : 0;

/** As many as are printed, at least one of a rate; 2 for an amount printed without. */
export function inferDecimals(known: Known, whole: boolean): number {
  const printed = printedDecimals(known) + (printedDecimals(known) > 0 ? ofLevel(known) : 0);
  if (whole) return 0;
  if (RATIO_SIGNS[fold(known.unit)] !== undefined) return Math.max(printed, RATE_DECIMALS);
  return printed > 0 ? printed : OTHER_DECIMALS;
}

/** Where neither numbers nor words speak, whether it is open which is better: at a target of 0, and by its name. */
const isDoubtful = ({ name, target: { notation } }: Known): boolean =>
  notation.kind === "value" && ((notation.value === 0 && byWords(name) === null) || isOpen(name));

const comparatorOf = (n: Notation): string =>
  n.kind === "value" || n.kind === "change" ? (n.comparator ?? "") : "";

function byComparator({ target }: Known): Direction | null {
  const comparator = comparatorOf(target.notation);
  if (/[>≥]/.test(comparator)) return "higher";
  return /[<≤]/.test(comparator) ? "lower" : null;
}

function byNumbers({ baseline, target, type = "level" }: Known): Direction | null {
  // sums and averages are no levels: the base tells nothing of them
  if (type !== "level") return null;
  const [from, to] = [baseline.notation, target.notation];
  if (from.kind !== "value" || to.kind !== "value" || from.value === to.value) return null;
  return to.value > from.value ? "higher" : "lower";
}

/** A floor to hold is near the base: less than this share of it is rather a fall that is wanted. */
const FLOOR = 0.8;

const isFarBelow = ({ baseline: { notation: from }, target: { notation: to } }: Known): boolean =>
  from.kind === "value" && to.kind === "value" && from.value > 0 && to.value < FLOOR * from.value;

/** The likelier direction where they contradict or none of them speaks. */
function likelyOf(
  known: Known,
  printed: Direction | null,
  words: Direction | null,
  numbers: Direction | null,
): Direction {
  if (words !== null || printed !== null) return words ?? printed!;
  if (numbers === null) return isDoubtful(known) ? "lower" : "higher";
  return numbers === "lower" && (isFarBelow(known) || isOpen(known.name)) ? "lower" : "higher";
}

/**
 * Whether higher or lower is better: from the target's comparator and the name's words, then from target against base.
 * Where they contradict, and where only the numbers fall, it must be stated: such a target may be a floor to hold.
 * Where none of them speaks, it must be stated of 0 and of ills.
 */
export function inferDirection(known: Known): Result<Direction, PlanIssue> {
  const [printed, words, numbers] = [byComparator(known), byWords(known.name), byNumbers(known)];
  const said = printed ?? words;
  const unclear = fail({
    code: "direction-unclear",
    indicator: known.name,
    baseline: known.baseline.text,
    target: known.target.text,
    words,
    likely: likelyOf(known, printed, words, numbers),
  } as const);
  if (printed !== null && words !== null && printed !== words) return unclear;
  // a printed bound holds whatever the base is: 失业率 from 5.2 to < 5.5
  if (printed === null && numbers !== null && numbers !== (said ?? "higher")) return unclear;
  if (printed === null && numbers === null && isDoubtful(known)) return unclear;
  return ok(said ?? "higher");
}
