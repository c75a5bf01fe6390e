import { isUnit } from "../../plan";
import { fold } from "../../text";

/* The cell that names an indicator, with the unit in brackets at its end and what else stands there. */

const AT_END = /^(.*?)\s*[(（]([^()（）]{1,20})[)）]\s*$/s;
/** What brackets at the end say of the number and not of what it is a number of. */
const SAYS = /累计|新增|年均|年度|以上|以内|不低于|不超过|力争|\d{4}年/;

/** Signs of units: MW, km², tCO2. */
const SIGN =
  /^[百千万亿]*(?:[kMGT]?(?:W|Wh|Hz|Pa|V|J|bps)|[kdc]?m[²³23]|hm[²2]|dB|tCO2e?|℃|平方千米|[门批班]次|百分比)$/;
/** A unit by its sign, or by what stands beside the stroke: 人/万车, kWh/吨, 批次/千人, but not 城市/农村. */
function isUnitByForm(bracket: string): boolean {
  const parts = fold(bracket).split("/");
  const known = (part: string): boolean => isUnit(part) || SIGN.test(part);
  if (parts.length === 1) return known(parts[0]!);
  return parts.every((part) => /^[^\s、，]{1,6}$/.test(part)) && parts.some(known);
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
  if (isUnit(bracket) || isUnitByForm(bracket)) return { name: before, unit: bracket.trim() };
  if (!SAYS.test(bracket)) return { name: text, unit: "" };
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

/** Names that stand in one cell, apart by 、 and the like but not within brackets; `each`: the values are said to be one for each. */
export function namesIn(printed: string, each: boolean): string[] {
  // 和 joins words of a single name too
  const apart = printed
    .split(each ? /[、/／和与及](?![^(（]*[)）])/ : /[、/／](?![^(（]*[)）])/)
    .map((part) => part.trim());
  return apart.every((part) => fold(part).length > 0) ? apart : [printed];
}
