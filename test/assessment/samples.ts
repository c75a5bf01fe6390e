import {
  type Comparator,
  findIndicator,
  type Indicator,
  indicatorsOf,
  type Notation,
  parseNotation,
  parsePeriod,
  type Period,
  type TargetType,
} from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import builtIn from "../../src/plan/built-in.json";

export const indicator = (code: string): Indicator => {
  const found = findIndicator(code, plan);
  if (!found.ok) throw new Error(code);
  return found.value;
};

export const period = (text: string): Period => {
  const read = parsePeriod(text, plan);
  if (!read.ok) throw new Error(text);
  return read.value;
};

/** An indicator as a plan may print it: YL01 of the built-in plan but for these fields. */
export const printed = (fields: object): Indicator => {
  const raw = structuredClone(builtIn) as unknown as { sections: { indicators: object[] }[] };
  Object.assign(raw.sections[0]!.indicators[0]!, { label: "某指标(%)", ...fields });
  return indicatorsOf(openPlan(raw))[0]!;
};

/** As `printed`, of a unit that has no upper bound. */
export const counted = (unit: string, fields: object): Indicator =>
  printed({ label: `某数(${unit})`, max: undefined, ...fields });

/** How a target may be understood. */
export const value = (of: number, comparator: Comparator | null = null, stretch?: number): Notation => ({
  kind: "value",
  value: of,
  comparator,
  ...(stretch !== undefined && { stretch }),
});
export const range = (from: number, to: number): Notation => ({ kind: "range", from, to });
export const change = (
  by: number,
  unit: "percent" | "unit" | "times",
  comparator: Comparator | null = null,
): Notation => ({ kind: "change", by, in: unit, comparator });
export const words: Notation = { kind: "words" };

interface Meant extends Partial<Omit<Indicator, "baseline" | "target">> {
  /** as printed */
  baseline?: string;
}

/** An indicator of another plan whose printed target is understood so: higher is better and nothing bounds it, unless stated. */
export const meant = (
  target: string,
  type: TargetType,
  notation: Notation,
  { baseline = "-", ...fields }: Meant = {},
): Indicator => {
  const { min: _, max: __, ...rest } = printed({ label: "某数(万元)", direction: "higher" });
  const read = parseNotation(baseline);
  if (!read.ok) throw new Error(baseline);
  return {
    ...rest,
    decimals: 2,
    whole: false,
    ...fields,
    type,
    baseline: { text: baseline, notation: read.value },
    target: { text: target, notation },
  };
};
