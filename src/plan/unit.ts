import { atExcelsPrecision, fold, simplified } from "../text";

/* Units of values as plans print them, and numbers brought to a unit. */

/** What is counted piece by piece. */
export const COUNTED: readonly string[] = [
  ...["人", "名", "位", "户", "家", "个", "所", "张", "件", "项", "座", "辆", "处", "台", "套", "条", "只"],
  ...["次", "场", "对", "例", "起", "村", "篇", "部", "间", "头", "株", "片", "人次", "户次", "例次", "家次"],
  ...["列", "趟", "班次", "艘次", "标台"],
];

const MEASURES: readonly string[] = [
  ...[
    "%",
    "‰",
    "‱",
    "个百分点",
    "百分点",
    "倍",
    "岁",
    "年",
    "月",
    "周",
    "天",
    "日",
    "工作日",
    "个工作日",
    "小时",
    "分钟",
    "学时",
    "课时",
  ],
  ...["元", "美元", "欧元", "吨", "公斤", "千克", "克", "毫克", "微克", "斤", "吨标准煤", "吨标煤", "吨粮"],
  ...[
    "公里",
    "千米",
    "米",
    "厘米",
    "毫米",
    "平方米",
    "平方公里",
    "立方米",
    "立方",
    "方",
    "㎡",
    "m²",
    "m³",
    "m2",
    "m3",
  ],
  ...[
    "km",
    "公顷",
    "亩",
    "升",
    "千瓦",
    "千瓦时",
    "瓦",
    "兆瓦",
    "度",
    "分贝",
    "℃",
    "级",
    "分",
    "床",
    "亩次",
    "辆次",
    "架次",
  ],
  ...[
    "亿次",
    "μg",
    "ug",
    "mg",
    "kg",
    "t",
    "标箱",
    "标准箱",
    "TEU",
    "支",
    "批",
    "种",
    "类",
    "幢",
    "栋",
    "孔",
    "道",
    "门",
  ],
  ...[
    "校",
    "班",
    "社区",
    "名次",
    "课次",
    "团",
    "站",
    "盏",
    "棵",
    "艘",
    "架",
    "宗",
    "笔",
    "本",
    "册",
    "亩",
    "乡镇",
    "街道",
  ],
  ...[
    "平米",
    "公顷次",
    "枚",
    "颗",
    "对次",
    "场次",
    "床位",
    "学位",
    "PB",
    "EB",
    "Gbps",
    "Mbps",
    "EFLOPS",
    "标准箱",
  ],
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** Longer ones before those they begin with. */
const atom = [...new Set([...COUNTED, ...MEASURES])]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join("|");

/** 万, 亿 … of a number; 千 of 千瓦 and 百 of 百分点 are part of the unit. */
export const MULTIPLIER = "(?:[百千万亿](?!分[点之]|瓦|米|克|卡|焦|伏|赫))*";
const many = "(?:10+)?[百千万亿]+";
/** `张`, `元/人`, `元/人、月`, `微克/立方米`, `/10万`, `:1`, `张/千人` */
export const UNIT = `(?:(?:${atom})(?:[/、·.每](?:${many}(?:${atom})?|(?:${atom})))*|1?/${many}(?:${atom})?|:1(?!\\d))`;

const WHOLE_UNIT = new RegExp(`^${MULTIPLIER}${UNIT}$`);
/** True for what is known as a unit: `万人`, `元/人、月`. */
export const isUnit = (text: string): boolean => WHOLE_UNIT.test(simplified(fold(text)));

const TIMES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
/** 万 is 10 000; none is 1. */
export const timesOf = (multiplier: string): number =>
  [...multiplier].reduce((all, one) => all * TIMES[one]!, 1);

const PARTS = new RegExp(`^(${MULTIPLIER})(.*)$`, "s");
/** A unit without 万 and the like, and how many of it they make. */
export function parted(unit: string): { times: number; base: string } {
  const [, multiplier = "", base = ""] = PARTS.exec(simplified(fold(unit)))!;
  return { times: timesOf(multiplier), base };
}

/** Units that are one: each line's. */
const ALIKE: readonly (readonly string[])[] = [
  ["%", "百分点", "个百分点"],
  ["平方米", "平米", "㎡", "m²", "m2"],
  ["立方米", "立方", "方", "m³", "m3"],
  ["公里", "千米", "km"],
  ["公斤", "千克", "kg"],
  ["天", "日"],
  ["工作日", "个工作日"],
  ["吨", "t"],
  ["吨标准煤", "吨标煤"],
  ["微克/立方米", "μg/m³", "ug/m3", "μg/m3", "微克/m³", "微克/m3"],
  ["人", "名", "位"],
  ["家", "所", "处", "座", "间"],
  ["张", "床", "床位"],
  [":1", "比", "比值", "倍"],
  ["/10万", "1/10万", "人/10万", "/十万", "10万"],
];
/** 个 stands for whatever is counted. */
const isPiece = (unit: string): boolean => COUNTED.includes(unit) && !unit.endsWith("次");
const isSame = (a: string, b: string): boolean =>
  a === b ||
  ALIKE.some((line) => line.includes(a) && line.includes(b)) ||
  ((a === "个" || b === "个") && isPiece(a) && isPiece(b));

/** A number as printed, with what stands behind it. */
export interface Amount {
  readonly number: number;
  /** `万`, `万亿`; empty: none */
  readonly multiplier: string;
  /** empty: none */
  readonly unit: string;
}

/**
 * The amount in a unit: 26万人 is 26 in 万人 and 260000 in 人. A number without unit is in the unit already; null: it is
 * printed in another unit, as 26人 where the unit is 万人.
 */
export function inUnit({ number, multiplier, unit: printed }: Amount, unit: string): number | null {
  const { times, base } = parted(unit);
  if (printed === "" && multiplier === "") return number;
  if (printed !== "" && base !== "" && !isSame(printed, base)) return null;
  if (multiplier === "" && times > 1) return null;
  return atExcelsPrecision((number * timesOf(multiplier)) / times);
}
