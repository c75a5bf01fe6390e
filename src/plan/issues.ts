/** What can be wrong with text that names something of the plan. Codes with parameters; the words stand below, once. */
export type PlanIssue =
  | { code: "notation-unreadable"; text: string }
  | { code: "period-unreadable"; text: string }
  | { code: "period-before-plan"; text: string; baselineYear: number; targetYear: number }
  | { code: "period-after-plan"; text: string; baselineYear: number; targetYear: number }
  | { code: "period-ambiguous"; text: string; year: string }
  | { code: "indicator-unknown"; text: string; example: string }
  | { code: "indicator-ambiguous"; text: string; codes: string[] }
  | { code: "bureau-unknown"; text: string; known: string[] };

const PERIOD_FORMS =
  "2023、2023年、2023年底、2023年上半年、2023年前三季度、2023年一季度、2023Q1、2023年6月、2023年1-9月、2023-06、2023/6/30";

const within = ({ baselineYear, targetYear }: { baselineYear: number; targetYear: number }): string =>
  `请填写${baselineYear + 1}年至${targetYear}年之间的时间，例如：${PERIOD_FORMS}`;

const words: { [C in PlanIssue["code"]]: (issue: Extract<PlanIssue, { code: C }>) => string } = {
  "notation-unreadable": (i) => `“${i.text}”不是指标值的写法，请写成 55、> 95、≥ 60、XX 或 -`,
  "period-unreadable": (i) =>
    i.text.trim() === ""
      ? `报告期为空，请填写，例如：${PERIOD_FORMS}`
      : `报告期“${i.text}”无法识别，请写成：${PERIOD_FORMS}`,
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
};

/** The Chinese sentence for an issue: what was received, what is accepted. */
export function planMessage(issue: PlanIssue): string {
  return (words[issue.code] as (issue: PlanIssue) => string)(issue);
}
