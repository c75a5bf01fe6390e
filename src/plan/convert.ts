import { atExcelsPrecision } from "../text";
import { tidy } from "./tidy";
import { MULTIPLIER, parted, timesOf, UNIT } from "./unit";

/*
 * Amounts brought to another unit of the same quantity, where that is exact. Sizes are those of the legal units of
 * measurement of 1984 (《中华人民共和国法定计量单位》, GB 3100) and of 1 公顷 = 15 亩.
 */

/** Each line one quantity: how many of its smallest a unit is. */
const SIZES: readonly Readonly<Record<string, number>>[] = [
  { 吨: 2000, t: 2000, 公斤: 2, 千克: 2, kg: 2, 斤: 1, 克: 0.002 },
  { 平方公里: 3_000_000, 公顷: 30_000, 亩: 2000, 平方米: 3, "㎡": 3, "m²": 3, m2: 3, 平米: 3 },
  { 公里: 1000, 千米: 1000, km: 1000, 米: 1, 厘米: 0.01, 毫米: 0.001 },
  { 立方米: 1000, 立方: 1000, 方: 1000, "m³": 1000, m3: 1000, 升: 1 },
  { 兆瓦: 1000, 千瓦: 1, 瓦: 0.001 },
  { "%": 1000, "‰": 100, "‱": 10, "/10万": 1, "1/10万": 1, "人/10万": 1, "/十万": 1 },
  { 小时: 60, 分钟: 1 },
];
const MONTHS: Readonly<Record<string, number>> = { 年: 12, 月: 1 };

/** How many times a unit is another; null: they are of different quantities. */
function ratioOf(from: string, to: string): number | null {
  if (from === to) return 1;
  const sizes = SIZES.find((one) => from in one && to in one);
  if (sizes) return sizes[from]! / sizes[to]!;
  // 元/年 and 元/月
  const [[one, per], [other, perOther]] = [from, to].map((unit) => unit.split("/")) as [string[], string[]];
  const [months, monthsTo] = [MONTHS[per ?? ""], MONTHS[perOther ?? ""]];
  return one === other && months && monthsTo ? monthsTo / months : null;
}

/** More digits are no exact number. */
const DIGITS = 6;
const AMOUNT = new RegExp(`(-?\\d[\\d,]*(?:\\.\\d+)?)(${MULTIPLIER})(${UNIT})`, "g");

/** A number with its unit in another: 150000吨 is 15 in 万吨; null: not exactly, or of another quantity. */
function converted(number: number, multiplier: string, from: string, to: string): number | null {
  const { times, base } = parted(to);
  const ratio = ratioOf(from, base);
  if (ratio === null) return null;
  const value = atExcelsPrecision((number * timesOf(multiplier) * ratio) / times);
  return Number(value.toFixed(DIGITS)) === value ? value : null;
}

/** A printed cell with its numbers in the unit, without their own: `≥150000吨` is `≥15` in 万吨; null: it is not to be had. */
export function convertedText(text: string, unit: string): string | null {
  const plain = tidy(text);
  const amounts = [...plain.matchAll(AMOUNT)];
  const isWhole = amounts.length > 0 && !/\d/.test(plain.replace(AMOUNT, ""));
  if (unit === "" || !isWhole || amounts.every(([, , , from]) => from === unit)) return null;
  const values = amounts.map(([, number, multiplier, from]) =>
    converted(Number(number!.replace(/,/g, "")), multiplier!, from!, unit),
  );
  if (values.includes(null)) return null;
  let i = 0;
  return plain.replace(AMOUNT, () => String(values[i++]));
}
