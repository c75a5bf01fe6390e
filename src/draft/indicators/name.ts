import { isUnit } from "../../plan";
import { fold } from "../../text";

/* The cell that names an indicator, with the unit in brackets at its end and what else stands there. */

/** One pair of brackets may stand within: dB(A). */
const AT_END = /^(.*?)\s*[(（]((?:[^()（）]|[(（][^()（）]{1,2}[)）]){1,20})[)）]\s*$/s;

/** Signs of units: MW, km², kVA, tCO2; a letter alone is none, as it may be a class or a grade. */
const SIGN =
  /^[百千万亿]*(?:[YZEPTGMkKmμu](?:W|Wh|Hz|Pa|V|A|VA|var|J|bps|B|g|L|l|t)|Wh|Hz|Pa|VA|bps|[EPT]?F(?:LOPS|lops)|[kdchm]?m[²³23]|[kdcm]m|dB(?:\([AC]\))?|NTU|ppm|mol|CFU|t(?:CO2e?|ce)|℃|平方千米|立方千米|[门批班]次|百分[比制])$/;
/** A unit by its sign, or by what stands beside the stroke: 人/万车, kWh/吨, 批次/千人, but not 城市/农村. */
function isUnitByForm(bracket: string): boolean {
  const parts = fold(bracket).split("/");
  const known = (part: string): boolean => isUnit(part) || SIGN.test(part);
  if (parts.length === 1) return known(parts[0]!);
  return parts.every((part) => /^[^\s、，,]{1,6}$/.test(part)) && parts.some(known);
}

const isSomeUnit = (text: string): boolean => isUnit(text) || isUnitByForm(text);

/** 亿元，现价 and 现价，亿元: the unit, and what else is said. */
function besideUnit(bracket: string): { unit: string; rest: string } | null {
  const parts = bracket.split(/[，,；;]\s*/);
  const units = parts.filter(isSomeUnit);
  if (parts.length !== 2 || units.length !== 1) return null;
  return { unit: units[0]!.trim(), rest: parts.find((part) => part !== units[0])! };
}

export interface NamedUnit {
  readonly name: string;
  readonly unit: string;
}

/** `全市新增造林面积(万亩)(5年新增量)` is 全市新增造林面积(5年新增量) in 万亩; without a known unit all is the name. */
export function nameAndUnit(printed: string): NamedUnit {
  const text = printed.trim();
  const [, before, bracket] = AT_END.exec(text) ?? [];
  if (before === undefined || bracket === undefined || before === "") return { name: text, unit: "" };
  if (isSomeUnit(bracket)) return { name: before, unit: bracket.trim() };
  const beside = besideUnit(bracket);
  if (beside) return { name: `${before}（${beside.rest}）`, unit: beside.unit };
  // 面积（万亩）（五年新增）
  const inner = nameAndUnit(before);
  return inner.unit === ""
    ? { name: text, unit: "" }
    : { name: `${inner.name}${text.slice(before.length).trim()}`, unit: inner.unit };
}

const NUMBERED = /^\s*(?:[*＊▲△★☆#＃]\s*)?(?:\d{1,3}\s*[.．、。]\s*(?!\d)|[(（]\d{1,3}[)）]\s*)/;
const PART = /^\s*(?:[#＃]\s*)?其中\s*[:：,，]?\s*/;

/** The name without what orders it: `1.国内生产总值`, `其中：养老机构床位数`, `#网络零售额`. */
export const bareName = (printed: string): string =>
  printed
    .replace(NUMBERED, "")
    .replace(PART, "")
    .replace(/^[#＃*＊]\s*/, "")
    .trim() || printed.trim();

/** Two in one word: 城乡居民收入, 男女平均寿命. */
const IN_A_WORD: readonly (readonly [word: string, names: readonly [string, string]])[] = [
  ["城乡", ["城镇", "农村"]],
  ["男女", ["男性", "女性"]],
];

/** The two names that a word holds, where it begins the name; empty: none. */
export const namesInAWord = (name: string): string[] =>
  IN_A_WORD.filter(([word]) => name.trim().startsWith(word) && fold(name).length > word.length + 1).flatMap(
    ([word, names]) => names.map((one) => one + name.trim().slice(word.length)),
  );

/** Names that stand in one cell, apart by 、 and the like but not within brackets; `each`: the values are said to be one for each. */
export function namesIn(printed: string, each: boolean): string[] {
  // 和 joins words of a single name too
  const apart = printed
    .split(each ? /[、/／和与及](?![^(（]*[)）])/ : /[、/／](?![^(（]*[)）])/)
    .map((part) => part.trim());
  return apart.every((part) => fold(part).length > 0) ? apart : [printed];
}

/** What names beside each other share: 低保标准 of 城市、农村低保标准; the first ones are as long as what the last has of its own. */
export function shared(names: readonly string[]): string {
  const [first, last] = [names[0]!, names[names.length - 1]!];
  const rest = last.slice(first.length);
  const isHead = names.slice(0, -1).every((one) => one.length === first.length) && rest.length > 1;
  return isHead && !/[率比量额积数]$/.test(first) ? rest : "";
}

/** Numbers of notes: `2 地级及以上城市`, `注：1.…；2.…`, but not `5年新增`. */
const NOTE_NUMBER = /(?:^|[；;。\s:：])[[(（〔]?(\d{1,2})[\])）〕]?[.、．:：\s]*(?=[\p{L}“"〔])(.)/gu;
const FUSED = /(?<![第前近每])(?<=[\u4e00-\u9fff)）])(\d{1,2})(?=$|[\u4e00-\u9fff(（])/u;

export interface Marked {
  readonly name: string;
  readonly mark: string;
}

/** A name without the number of a note that stands fused with it: 单位GDP能耗3, where there is a note 3; null: none does. */
export function withoutMark(name: string, notes: readonly string[]): Marked | null {
  const [mark] = FUSED.exec(name) ?? [];
  if (mark === undefined) return null;
  const numbers = notes.flatMap((note) =>
    [...note.matchAll(NOTE_NUMBER)].flatMap(([, number, behind]) => (isUnit(behind!) ? [] : [number])),
  );
  const at = FUSED.exec(name)!.index;
  const isCounted = isUnit(name.charAt(at + mark.length));
  return numbers.includes(mark) && !isCounted
    ? { name: name.slice(0, at) + name.slice(at + mark.length), mark }
    : null;
}
