import { isUnit, meaningsOf, tidy } from "../../plan";

/* Cells that hold a number, but not as a number is written: the same in digits. */

const DIGITS = "零一二三四五六七八九";
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const NUMERAL = /[零〇一二两三四五六七八九十百千]+/g;

/** 一百二十五 → 125; 二〇三〇 → 2030 */
function inDigits(numeral: string): number {
  const plain = numeral.replace(/两/g, "二").replace(/〇/g, "零");
  if (!/[十百千]/.test(plain)) return Number([...plain].map((one) => DIGITS.indexOf(one)).join(""));
  let [whole, digit] = [0, 0];
  for (const one of plain) {
    const power = POWERS[one];
    if (power === undefined) digit = DIGITS.indexOf(one);
    else [whole, digit] = [whole + (digit || 1) * power, 0];
  }
  return whole + digit;
}

const decimals = (...texts: string[]): number =>
  Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));

/** 二十五家以上 → 25家以上; words such as 一体化 stay. */
const counted = (text: string): string =>
  text.replace(NUMERAL, (numeral, at: number) => {
    const behind = text.slice(at + numeral.length);
    const isCount =
      (!/^[级类]/.test(behind) && [1, 2, 3].some((length) => isUnit(behind.slice(0, length)))) ||
      /^(?:以[上下内]|左右|万|[到至][一二两三四五六七八九十]|$)/.test(behind);
    return isCount ? String(inDigits(numeral)) : numeral;
  });

/** So many percent more or less than the base, without a number. */
const TURNED: readonly (readonly [core: string, plainer: string])[] = [
  ["翻[一1]?番|翻倍|倍增|成倍增长", "较基期提高100%"],
  ["翻[二两2]番", "较基期提高300%"],
  ["翻[三3]番", "较基期提高700%"],
  ["减半|(?:减少|下降|降低)一半", "较基期下降50%"],
];
const BEFORE =
  '(?:力争|争取|实现|努力|确保|达到)*(?:(?:比|较|在)?(?:(?:19|20)\\d\\d年|上年|基期|[“"]?十.五[”"]?)(?:底|末)?(?:的?基础上)?)?(?:实现|力争)*';

/** 比2020年翻一番以上 → 较基期提高100%以上 */
export function turned(text: string): string | null {
  const plain = tidy(text).trim();
  for (const [core, plainer] of TURNED) {
    const found = new RegExp(`^${BEFORE}(?:${core})(以上|左右)?[。;,]?$`).exec(plain);
    if (found) return plainer + (found[1] ?? "");
  }
  return null;
}

/** +5: so much more, or the number itself. */
const moved = ([number, percent]: string[], unit: string): string[] => [
  `提高${number}${unit === "%" ? "个百分点" : percent || unit}`,
  `${number}${percent}`,
];

/** Each way a number may be written otherwise, and how it is written in digits. */
const WAYS: readonly (readonly [pattern: RegExp, plainer: (parts: string[], unit: string) => string[]])[] = [
  // 1.2E+03, as a narrow cell of a spreadsheet shows it
  [
    /^([<>≥≤]?)(-?\d+(?:\.\d+)?)[eE]\+?(-?\d{1,2})$/,
    ([sign, number, power]) => [`${sign}${Number(`${number}e${power}`)}`],
  ],
  // 95. and .95
  [/^([<>≥≤]?-?\d+)\.(%?)$/, ([number, unit]) => [`${number}${unit}`]],
  [/^([<>≥≤]?-?)(\.\d+%?)$/, ([sign, number]) => [`${sign}0${number}`]],
  [/^[+＋](\d+(?:\.\d+)?)(%?)$/, moved],
  // =95, 95%+, 95↑, ↑5
  [/^=(\d+(?:\.\d+)?%?)$/, ([number]) => [number!]],
  [/^(\d+(?:\.\d+)?%?)[+＋↑]$/, ([number]) => [`${number}以上`]],
  [/^↑(\d+(?:\.\d+)?)(%?)$/, moved],
  // 50余, 50多家
  [/^(\d+)[余多](\D{0,3})$/, ([number, unit]) => [`超过${number}${unit}`]],
  // 九成以上
  [
    /^([一二三四五六七八九])成(半?)(以上|以下|以内)?$/,
    ([tenths, half, sign]) => [`${inDigits(tenths!)}${half ? 5 : 0}%${sign}`],
  ],
  // 40%±1%
  [
    /^(\d+(?:\.\d+)?)(%?)±(\d+(?:\.\d+)?)(%?)$/,
    ([middle = "", percent = "", span = ""]) => {
      const ends = [-1, 1].map((side) => Number(middle) + side * Number(span));
      return [ends.map((end) => `${end.toFixed(decimals(middle, span))}${percent}`).join("-")];
    },
  ],
  [
    /^(.*?)百分之([零〇一二两三四五六七八九十百千]+)(?:点([零〇一二三四五六七八九]+))?(.*)$/,
    ([before, whole, part, after]) => [
      `${before}${inDigits(whole!)}${part ? `.${[...part].map((one) => DIGITS.indexOf(one.replace("〇", "零"))).join("")}` : ""}%${after}`,
    ],
  ],
  [/^(\D*[零〇一二两三四五六七八九十百千]+\D*)$/, ([text]) => [counted(text!)]],
];

const EXPONENTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const POWER = /^([<>≥≤]?)(?:(\d+(?:\.\d+)?)\s*[×xX]\s*)?(\d+)([⁰¹²³⁴⁵⁶⁷⁸⁹])(\D*)$/;

/** 10⁴ and 1.2×10⁸ as numbers, the likeliest first; empty: no power of ten, as the mark of 92² is a footnote's. */
export function powersIn(text: string): string[] {
  const [, sign = "", factor, root, exponent, behind = ""] = POWER.exec(text.trim()) ?? [];
  if (root !== "10" || exponent === undefined) return [];
  const value = Number(factor ?? 1) * Number(root) ** EXPONENTS.indexOf(exponent);
  const power = `${sign}${Number(value.toPrecision(15))}${behind}`;
  return factor === undefined ? [power, `${sign}${root}${behind}`] : [power];
}

/** How a cell reads in digits, the likeliest first; only texts that say a number then. */
export function plainerTexts(text: string, unit: string): string[] {
  const powers = powersIn(text);
  if (powers.length > 0) return powers;
  const plain = tidy(text).trim();
  const found = WAYS.find(([pattern]) => pattern.test(plain));
  if (!found) return [];
  const [, ...parts] = found[0].exec(plain)!;
  return found[1](
    parts.map((part) => part ?? ""),
    unit,
  ).filter(
    (one) =>
      one !== plain &&
      meaningsOf(one, { name: "", unit }).some(
        ({ notation }) => "value" in notation || "by" in notation || "from" in notation,
      ),
  );
}
