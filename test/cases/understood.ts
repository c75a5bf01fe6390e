import type { Comparator, Indicator, Notation } from "../../src/plan";

/*
 * How a target is understood, as a line to compare: `level ≥9000000`. Numbers are in the unit without 万 and 亿, so that 58 of
 * 亿元 and 5800000000 of 元 are the same; a bare number has the comparator that its direction gives.
 */

const FACTORS: readonly [RegExp, number][] = [
  [/^(?:万亿|萬億)/, 1e12],
  [/^[亿億]/, 1e8],
  [/^千万/, 1e7],
  [/^百万/, 1e6],
  [/^[万萬]/, 1e4],
  [/^千(?!瓦|米|克|人)/, 1e3],
];

/** A unit's multiplier, and the unit without it. */
export function unitParts(unit: string): readonly [factor: number, unit: string] {
  const bare = unit.replace(/\s/g, "").normalize("NFKC");
  const [sign, factor] = FACTORS.find(([pattern]) => pattern.test(bare)) ?? [/^/, 1];
  return [factor, bare.replace(sign, "")];
}

export const number = (value: number, factor: number): string =>
  String(Number((value * factor).toPrecision(12)));

type Bounds = { readonly comparator: Comparator | null; readonly lower: boolean };
const sign = ({ comparator, lower }: Bounds): string => comparator ?? (lower ? "≤" : "≥");

const words = (n: Notation, lower: boolean, factor: number): string => {
  if (n.kind === "range") return `${number(n.from, factor)}–${number(n.to, factor)}`;
  if (n.kind === "change") return `${n.by} ${n.in}${n.comparator ? ` ${n.comparator}` : ""}`;
  if (n.kind !== "value") return n.kind;
  const stretch = n.stretch === undefined ? "" : ` stretch ${number(n.stretch, factor)}`;
  return sign({ comparator: n.comparator, lower }) + number(n.value, factor) + stretch;
};

/** How an indicator of a plan is understood. */
export function understood({ type, target, direction, unit }: Indicator): string {
  const { notation } = target;
  if (notation.kind === "undisclosed") return "undisclosed";
  if (type === "words" || type === "none") return type;
  const [factor] = unitParts(unit);
  const lower = direction === "lower";
  const said = `${type} ${words(notation, lower, factor)}`;
  if (notation.kind !== "value" || notation.comparator === null) return said;
  return /[<≤]/.test(notation.comparator) === lower ? said : `${said}, but ${direction} is better`;
}

/** Ways that are right of a line's meaning, as `understood` says them. `asked`: right only if it was asked. */
export interface Way {
  readonly asked: boolean;
  readonly said: string;
}

const VALUE = /^(level|average|cumulative) ([<>≤≥]?)(-?[\d.]+)( stretch [\d.]+)?( ↓)?$/;

function said(way: string, factor: number): string {
  const value = VALUE.exec(way);
  if (value) {
    const [, type, comparator, digits, stretch, lower] = value;
    const more = stretch ? ` stretch ${number(Number(stretch.slice(9)), factor)}` : "";
    return `${type} ${comparator || (lower ? "≤" : "≥")}${number(Number(digits), factor)}${more}`;
  }
  const range = /^range ([\d.]+)–([\d.]+)$/.exec(way);
  if (range) return `range ${number(Number(range[1]), factor)}–${number(Number(range[2]), factor)}`;
  if (!/^(change -?[\d.]+ (percent|unit|times)( [<>≤≥])?|words|none|undisclosed|refused|split .*)$/.test(way))
    throw new Error(`expected.tsv: “${way}” says nothing`);
  return way;
}

/** The ways of a meaning, numbers written in the given unit. */
export function waysOf(meaning: string, unit: string): Way[] {
  const [factor] = unitParts(unit);
  return meaning.split(" / ").flatMap((way): Way[] => {
    const about = /^about ([\d.]+)$/.exec(way)?.[1];
    if (about !== undefined)
      return [`≥${number(+about, factor)}`, `≤${number(+about, factor)}`]
        .map((bound) => ({ asked: true, said: `level ${bound}` }))
        .concat({ asked: true, said: `range about ${number(+about, factor)}` });
    const asked = way.startsWith("?");
    return [{ asked, said: said(asked ? way.slice(1) : way, factor) }];
  });
}

/** True when what was understood is one of the ways: a range lies about its middle. */
export function isWay(
  way: Way,
  { understood: got, middle }: { understood: string; middle: string },
): boolean {
  return way.said === got || way.said === `range about ${middle}`;
}

/** The middle of an indicator's range, as `range about` says it. */
export function middleOf({ target: { notation: n }, unit }: Indicator): string {
  return n.kind === "range" ? number((n.from + n.to) / 2, unitParts(unit)[0]) : "";
}
