import { canonicalName, exampleYear, type Indicator, indicatorsOf, type Plan } from "../plan";
import { fixed } from "../text";

/*
 * The functions' help names indicators, years and bureaus of a plan. Their comments hold places for them, such as
 * `=YIZHI.GAP("{code}",{value})`: the build fills them from the built-in plan, the pane from the one in use.
 */

const numbersOf = ({ baseline, target }: Indicator): number[] =>
  [baseline, target].flatMap(({ notation }) => (notation.kind === "value" ? [notation.value] : []));

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

/** What stands for each place in a text of the help. */
export function exampleWords(plan: Plan): Readonly<Record<string, string>> {
  const { example, place, tasks } = plan;
  const all = indicatorsOf(plan);
  const other = all.slice(all.indexOf(example) + 1).find((one) => numbersOf(one).length === 2) ?? all.at(-1)!;
  const bounded = all.find(({ target: t }) => t.notation.kind === "value" && t.notation.comparator !== null);
  const joint = all.find(({ bureaus }) => bureaus.length > 1) ?? example;
  const bureau = canonicalName(example.bureaus[0] ?? "", plan);
  const taskUnit = tasks.at(-1)?.units[0];
  const value = halfway(example);
  return {
    code: example.code,
    value: String(value),
    previous: String(before(value, example)),
    year: String(exampleYear(plan)),
    bounded: (bounded ?? example).code,
    joint: joint.code,
    bureau,
    taskBureau: taskUnit === undefined ? bureau : canonicalName(taskUnit, plan),
    codes: `{"${example.code}";"${other.code}"}`,
    values: `{${value};${halfway(other)}}`,
    whole: place.whole,
  };
}

/** A text of the help with its places filled. */
export const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, word: string) => words[word] ?? place);
