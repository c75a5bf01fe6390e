import { atExcelsPrecision } from "../text";
import type { Comparator, Indicator, Notation, Printed } from "../plan";
import { compare } from "./compare";
import { perIndicator } from "./per-indicator";

/** How an indicator is judged; derived from the plan, never typed by hand. */
export type Kind = "maintain" | "growth" | "noBaseline" | "noTarget" | "words";

/** What an indicator's figures are computed from, taken from the plan once: the one place where a target becomes numbers. */
export interface Basis {
  indicator: Indicator;
  kind: Kind;
  /** where the schedule begins: the printed baseline, or 0 of what adds up from there */
  baseline: number | null;
  /** where it ends; of a range, the bound nearer to the baseline */
  target: number | null;
  /** what the target stands for: a bare number means "at least", or "at most" where lower is better */
  comparator: Comparator;
  /** 1 where higher is better, else −1; of a range, towards it */
  sign: 1 | -1;
  /** of a range its other bound, from which what lies beyond is judged; null for other targets */
  far: Basis | null;
}

/** The target's text for sentences. */
export const printedTarget = ({ target }: Indicator): string =>
  target.text.trim() === "" ? "空白" : target.text;

/** Whether a comparator holds where the actual value compares so with the bound. */
const HOLDS: Record<Comparator, (compared: number) => boolean> = {
  ">": (compared) => compared > 0,
  "≥": (compared) => compared >= 0,
  "<": (compared) => compared < 0,
  "≤": (compared) => compared <= 0,
};

const numberIn = ({ notation }: Printed): number | null =>
  notation.kind === "value" ? notation.value : null;

/** A bound such as ≥ 55 is not a measured number. */
const measured = ({ notation }: Printed): number | null =>
  notation.kind === "value" && notation.comparator === null ? notation.value : null;

type Change = Extract<Notation, { kind: "change" }>;
const CHANGED: Record<Change["in"], (base: number, by: number) => number> = {
  percent: (base, by) => base * (1 + by / 100),
  unit: (base, by) => base + by,
  times: (base, by) => base * by,
};

/** The number that a change leads from; null where there is none, or the change of nothing in percent. */
function changedFrom({ type, baseline, target: { notation } }: Indicator): number | null {
  if (type !== "change" || notation.kind !== "change") return null;
  const base = measured(baseline);
  return base === 0 && notation.in !== "unit" ? null : base;
}

/** The change that 本期值 itself is, where it does not lead to a level; null for all else. */
export function changeItself(indicator: Indicator): Change | null {
  const { notation } = indicator.target;
  return notation.kind === "change" && changedFrom(indicator) === null ? notation : null;
}

/** 本期值 adds up from 0 in the course of the plan: a sum, or a change by itself. */
export function addsUp(indicator: Indicator): boolean {
  if (indicator.type === "cumulative") return true;
  const change = changeItself(indicator);
  return indicator.type === "change" && change !== null && change.in !== "times";
}

/** 本期值 is compared with the target as it is, at any time: an average, or a multiple of what is no number. */
const isAverage = (indicator: Indicator): boolean =>
  indicator.type === "average" || (indicator.type === "change" && changeItself(indicator)?.in === "times");

/** The target's number, or the two of a range; none for words and for what is not assessed. */
function numbersOf(indicator: Indicator): readonly number[] {
  const { type, target } = indicator;
  if (type === "words" || type === "none") return [];
  const { notation } = target;
  if (notation.kind === "value") return [notation.value];
  if (notation.kind === "range") return [notation.from, notation.to];
  if (notation.kind !== "change") return [];
  const base = changedFrom(indicator);
  return [base === null ? notation.by : atExcelsPrecision(CHANGED[notation.in](base, notation.by))];
}

function beginningOf(indicator: Indicator): number | null {
  if (isAverage(indicator)) return null;
  return addsUp(indicator) ? 0 : numberIn(indicator.baseline);
}

function kindFrom({ indicator, baseline, target }: Basis, isMet: (actual: number) => boolean): Kind {
  if (isAverage(indicator)) return "maintain";
  if (baseline === null) return "noBaseline";
  if (baseline === target) return "maintain";
  if (!addsUp(indicator) && measured(indicator.baseline) === null) return "noBaseline";
  return isMet(baseline) ? "maintain" : "growth";
}

/** Tells whether numbers, to 10 decimals, satisfy the target's comparator: 95 fails `> 95`. Nothing satisfies a target that is none. */
function testOf({ target, comparator, far }: Basis): (actual: number) => boolean {
  if (target === null) return () => false;
  const holds = HOLDS[comparator];
  const isMet = (actual: number): boolean => holds(compare(actual, target));
  if (far === null) return isMet;
  const isWithin = testOf(far);
  return (actual) => isMet(actual) && isWithin(actual);
}

const atLeast = (sign: 1 | -1): Comparator => (sign > 0 ? "≥" : "≤");

const withKind = (basis: Basis): Basis => ({ ...basis, kind: kindFrom(basis, testOf(basis)) });

/** Towards a range the schedule leads to its nearer bound; what lies beyond the other one is short of that. */
function rangeBasis(basis: Basis, [from, to]: readonly [number, number]): Basis {
  const sign = basis.baseline !== null && basis.baseline > to ? -1 : 1;
  const [target, other] = sign > 0 ? [from, to] : [to, from];
  const back = sign > 0 ? -1 : 1;
  const far: Basis = { ...basis, target: other, sign: back, comparator: atLeast(back) };
  const near = withKind({ ...basis, target, sign, comparator: atLeast(sign), far });
  return { ...near, far: { ...far, kind: near.kind === "growth" ? "maintain" : near.kind } };
}

export const basisOf = perIndicator((indicator): Basis => {
  const { notation } = indicator.target;
  const sign = indicator.direction === "higher" ? 1 : -1;
  const stated = "comparator" in notation ? notation.comparator : null;
  const [target, other] = numbersOf(indicator);
  const basis: Basis = {
    indicator,
    kind: indicator.type === "words" ? "words" : "noTarget",
    baseline: beginningOf(indicator),
    target: target ?? null,
    comparator: stated ?? atLeast(sign),
    sign,
    far: null,
  };
  if (target === undefined) return basis;
  return other === undefined ? withKind(basis) : rangeBasis(basis, [target, other]);
});

/** From which bound a number is judged: of a range the far one where it lies beyond that. */
export const sideOf = (basis: Basis, actual: number): Basis =>
  basis.far !== null && basis.sign * compare(actual, basis.far.target!) > 0 ? basis.far : basis;

export const targetTest = (indicator: Indicator): ((actual: number) => boolean) => testOf(basisOf(indicator));
export const targetComparator = (indicator: Indicator): Comparator => basisOf(indicator).comparator;
export const kindOf = (indicator: Indicator): Kind => basisOf(indicator).kind;
