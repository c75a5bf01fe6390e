import { fold } from "../text";

/** Stands in 情况说明 of every row that 试填 fills, so that a row by itself says what it is, also after 汇总. */
export const TRIAL_MARK = "试填数据，非真实填报";

/** Names of the columns for explanations, and of what they ask for. */
const OWN = [
  ...["说明", "情况", "进展", "原因", "理由", "措施", "解释", "备注"],
  ...["說明", "情況", "進展"],
];

/** Words by which people say that they have nothing to say. */
const NONE = [
  ...["没有", "沒有", "暂无", "暂时", "尚无", "并无", "均无", "暂未", "尚未", "未填", "空白", "省略"],
  ...["无需", "无须", "不需要", "不需", "不必", "不用", "不适用", "不涉及"],
  ...["不详", "不明", "未知", "不清楚", "不知道"],
  ...["待补充", "待补", "待定", "待查", "待填", "后补", "稍后", "以后", "补充", "填写", "填报", "暂缺"],
  ...["特殊", "特别", "其他", "其它", "任何", "具体", "相关", "需要", "什么", "事项"],
  ...["数据", "内容", "提供", "核实", "统计", "目前", "本期", "本项", "在此", "此处"],
  ...["无法", "再说", "没啥", "同上", "见上", "详见", "试填", "真实"],
];

/** Characters that say nothing by themselves, with others of these. */
const EMPTY = new Set(
  "无無没沒未有暂待空略否可以需须要不作做写予加请见和及与的了呢啊哦吧零一二三四五六七八九十百千万亿元个家所年月日号",
);

/** Letters that say nothing. */
const LETTERS = new Set(["NA", "NULL", "NONE", "NIL", "TBD", "OK", "TEST"]);

const longestFirst = (a: string, b: string): number => b.length - a.length;
const SAYS_NOTHING = new RegExp([...OWN, ...NONE].sort(longestFirst).join("|"), "g");

/** A letter alone, such as A, says nothing. */
const spoken = (letters: string): string =>
  letters.length < 2 || LETTERS.has(letters.toUpperCase()) ? "" : letters;

/**
 * True when 情况说明 says something: at least two different characters are left without marks, digits, the column's own
 * words and those that say there is nothing. 停产 and 原因：停产 explain, 无, 暂无说明, 原因： and 1 do not.
 */
export function isExplained(explanation: unknown): boolean {
  if (typeof explanation !== "string") return false;
  const left = fold(explanation)
    .replace(/\p{Default_Ignorable_Code_Point}|[^\p{L}]/gu, "")
    .replace(/\p{Script=Latin}+/gu, spoken)
    .replace(SAYS_NOTHING, "");
  const characters = [...new Set(left)];
  return characters.length > 1 && characters.some((character) => !EMPTY.has(character));
}
