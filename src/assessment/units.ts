import { fold } from "../text";
import type { Indicator } from "../plan";
import { changeItself } from "./basis";
import { perIndicator } from "./per-indicator";

/** Words for powers of ten that stand before a unit, as exponents. */
const MULTIPLES: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
const RATIOS: Readonly<Record<string, number>> = { "%": -2, "‰": -3, "‱": -4 };
const RATIO_NAMES: Readonly<Record<number, string>> = { [-2]: "百分", [-3]: "千分", [-4]: "万分" };
/** Units that say the same. */
const SAME: Readonly<Record<string, readonly string[]>> = { 人: ["名", "位"], 岁: ["周岁"] };

/** The unit of 本期值: of a change by itself, and of average growth, % or 倍, else the indicator's. */
export function unitOf(indicator: Indicator): string {
  if (indicator.type === "average" && fold(indicator.target.text).includes("%")) return "%";
  const change = changeItself(indicator)?.in ?? "unit";
  return { percent: "%", times: "倍", unit: indicator.unit }[change];
}

type Powers = ReadonlyMap<string, number>;

/** The exponent of a ratio's unit: −2 for %; undefined for other units. */
export const ratioPower = (indicator: Indicator): number | undefined => RATIOS[fold(unitOf(indicator))];

/** 百分 of %, 千分 of ‰, to which 比 or 号 is put; undefined for other units. */
export const ratioName = (indicator: Indicator): string | undefined =>
  RATIO_NAMES[ratioPower(indicator) ?? 0];

const ratioPowers = (own: number): [string, number][] => [
  ["", 0],
  ...Object.entries(RATIOS).map(([sign, power]): [string, number] => [sign, power - own]),
];

/** 万元 → 万 and 元; 个/千人 also as 个 */
function countPowers(unit: string): [string, number][] {
  const multiple = Object.keys(MULTIPLES)
    .filter((word) => unit.startsWith(word) && unit.length > word.length)
    .reduce((longest, word) => (word.length > longest.length ? word : longest), "");
  const own = MULTIPLES[multiple] ?? 0;
  const base = unit.slice(multiple.length);
  const bases = new Set([base, base.split("/")[0]!, ...(SAME[base] ?? [])]);
  const multiples: [string, number][] = [["", 0], ...Object.entries(MULTIPLES)];
  const withUnit = [...bases].flatMap((one) =>
    multiples.map(([word, power]): [string, number] => [word + one, power - own]),
  );
  // 5千 where the unit is 万元 may be 5千元 or 5千万元
  const alone = Object.entries(MULTIPLES)
    .filter(([, power]) => power >= own)
    .map(([word, power]): [string, number] => [word, power - own]);
  return [...withUnit, ...alone, ["", 0]];
}

/** What may stand after a number of the indicator, with the power of ten that brings it to the indicator's unit: 万 is 4 for 人, 0 for 万元. */
export const unitPowers = perIndicator((indicator): Powers => {
  const own = ratioPower(indicator);
  return new Map(own === undefined ? countPowers(fold(unitOf(indicator))) : ratioPowers(own));
});
