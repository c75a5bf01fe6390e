import { basisOf, STATEMENTS } from "../assessment";
import { canonicalName, exampleYear, type Indicator, indicatorsOf, type Plan } from "../plan";
import { fixed } from "../text";

/*
 * The functions' help names indicators, years and bureaus of a plan. Their comments hold places for them, such as
 * `=YIZHI.GAP("{code}",{value})`: the build fills them from the built-in plan, the pane from the one in use.
 */

function numbersOf(indicator: Indicator): number[] {
  const { baseline, target } = basisOf(indicator);
  return [baseline, target].filter((number) => number !== null);
}

/** Halfway from baseline to target, as round as it can be between them. */
function halfway(indicator: Indicator): number {
  const [from = 0, to = from] = numbersOf(indicator);
  const middle = (from + to) / 2;
  const round = Math.trunc(middle);
  const between = (round - from) * (round - to) < 0;
  return between || from === to ? round : Number(fixed(middle, indicator.decimals));
}

/** A year before, so far from it that the audit asks. */
const PART_BEFORE = 0.7;
const before = (value: number, { decimals }: Indicator): number =>
  Number(fixed(PART_BEFORE * value, value < 10 ? decimals : 0));

/** 本期值 as a formula writes it. */
const entryOf = (indicator: Indicator): string =>
  indicator.type === "words" ? `"${STATEMENTS.inProgress}"` : String(halfway(indicator));
const previousOf = (indicator: Indicator): string =>
  indicator.type === "words" ? entryOf(indicator) : String(before(halfway(indicator), indicator));

/** What stands for each place in a text of the help. */
export function exampleWords(plan: Plan): Readonly<Record<string, string>> {
  const { place, tasks } = plan;
  const all = indicatorsOf(plan);
  // a plan may have no target in numbers at all
  const example = [plan.example, ...all].find((one) => basisOf(one).target !== null) ?? plan.example;
  const other = all.slice(all.indexOf(example) + 1).find((one) => numbersOf(one).length === 2) ?? all.at(-1)!;
  const bounded = all.find(({ target: t }) => t.notation.kind === "value" && t.notation.comparator !== null);
  const joint = all.find(({ bureaus }) => bureaus.length > 1) ?? example;
  const bureau = canonicalName(example.bureaus[0] ?? "", plan);
  const taskUnit = tasks.at(-1)?.units[0];
  const value = entryOf(example);
  return {
    code: example.code,
    value,
    previous: previousOf(example),
    year: String(exampleYear(plan)),
    bounded: (bounded ?? example).code,
    joint: joint.code,
    bureau,
    taskBureau: taskUnit === undefined ? bureau : canonicalName(taskUnit, plan),
    codes: `{"${example.code}";"${other.code}"}`,
    values: `{${value};${entryOf(other)}}`,
    whole: place.whole,
  };
}

/** A text of the help with its places filled. */
export const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, word: string) => words[word] ?? place);
