import { exampleYear, type PlanYears } from "./years";

/** What can be wrong with text that names something of the plan. Codes with parameters; the words stand below, once. */
export type PlanIssue =
  | { code: "notation-unreadable"; text: string }
  /** several ways to understand it, each in words of the columns that settle it */
  | { code: "notation-doubtful"; text: string; ways: string[] }
  | ({ code: "period-unreadable"; text: string } & PlanYears)
  | ({ code: "period-before-plan"; text: string } & PlanYears)
  | ({ code: "period-after-plan"; text: string } & PlanYears)
  | { code: "period-ambiguous"; text: string; year: string }
  | { code: "indicator-unknown"; text: string; example: string }
  | { code: "indicator-ambiguous"; text: string; codes: string[] }
  | { code: "bureau-unknown"; text: string; known: string[] }
  | {
      code: "direction-unclear";
      indicator: string;
      baseline: string;
      target: string;
      /** what the name says by itself */
      words: "higher" | "lower" | null;
      /** what is to be proposed first */
      likely: "higher" | "lower";
    };

/** How a 报告期 may be written, with a year of the plan. */
const FORMS = [
  ...["", "年", "年底", "年上半年", "年前三季度", "年一季度", "Q1", "年6月", "年1-9月", "-06", "/6/30"],
];
const periodForms = (years: PlanYears): string =>
  FORMS.map((part) => `${exampleYear(years)}${part}`).join("、");

const within = (years: PlanYears): string =>
  `请填写${years.baselineYear + 1}年至${years.targetYear}年之间的时间，例如：${periodForms(years)}`;

const BY_NAME = { higher: "按名称越高越好", lower: "按名称越低越好" } as const;

const words: { [C in PlanIssue["code"]]: (issue: Extract<PlanIssue, { code: C }>) => string } = {
  "notation-unreadable": (i) => `“${i.text}”不是指标值的写法，请写成 55、> 95、≥ 60、XX 或 -`,
  "notation-doubtful": (i) =>
    `“${i.text}”有几种意思：${i.ways.join("、")}，请在“目标类型”和“方向”里写明是哪一种`,
  "period-unreadable": (i) =>
    i.text.trim() === ""
      ? `报告期为空，请填写，例如：${periodForms(i)}`
      : `报告期“${i.text}”无法识别，请写成：${periodForms(i)}`,
  "period-before-plan": (i) => `报告期“${i.text}”不晚于基期${i.baselineYear}年，${within(i)}`,
  "period-after-plan": (i) => `报告期“${i.text}”在目标年${i.targetYear}年之后一年以上，${within(i)}`,
  "period-ambiguous": (i) =>
    `报告期“${i.text}”可能是1月，也可能是10月（${i.year}.10 会变成 ${i.text}），请写成 ${i.year}年1月 或 ${i.year}年10月`,
  "indicator-unknown": (i) =>
    i.text.trim() === ""
      ? `指标为空，请填写指标代码（如 ${i.example}）或指标名称`
      : `计划中没有指标“${i.text}”，请填写指标代码（如 ${i.example}）或计划中的指标名称`,
  "indicator-ambiguous": (i) => `“${i.text}”对应多个指标（${i.codes.join("、")}），请改填指标代码`,
  "bureau-unknown": (i) => `计划中没有单位“${i.text}”，请从这些单位中选择：${i.known.join("、")}`,
  "direction-unclear": (i) =>
    `“${i.indicator}”${i.words === null ? "" : BY_NAME[i.words] + "，"}基期为“${i.baseline}”，目标为“${i.target}”，看不出越高越好还是越低越好，请写明方向（direction）`,
};

/** The Chinese sentence for an issue: what was received, what is accepted. */
export function planMessage(issue: PlanIssue): string {
  return (words[issue.code] as (issue: PlanIssue) => string)(issue);
}

/** What is wrong with a plan's file, all of it: a faulty plan must never load halfway. */
export const planFault = (faults: readonly string[]): Error =>
  new Error(`计划文件有误：\n${faults.join("\n")}`);
