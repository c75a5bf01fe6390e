import { shown } from "../text";

/** Why a figure cannot be given. Codes with parameters; the words stand below, once. */
export type FigureIssue =
  | { code: "no-target"; indicator: string; printed: string }
  | { code: "target-range"; indicator: string; printed: string }
  | { code: "no-baseline"; indicator: string; printed: string }
  | { code: "no-schedule"; indicator: string; printed: string }
  | { code: "target-zero"; indicator: string }
  | { code: "not-a-number"; indicator: string; text: string; reading?: number }
  | { code: "parameters"; tolerance: string; redline: string };

const words: { [C in FigureIssue["code"]]: (issue: Extract<FigureIssue, { code: C }>) => string } = {
  "no-target": (i) => `“${i.indicator}”的目标在计划中为“${i.printed}”，没有目标数值`,
  "target-range": (i) => `“${i.indicator}”的目标是区间“${i.printed}”，没有单一的目标数值`,
  "no-baseline": (i) => `“${i.indicator}”的基期在计划中为“${i.printed}”，没有基期数值`,
  "no-schedule": (i) => `“${i.indicator}”的基期在计划中为“${i.printed}”，无法计算序时目标`,
  "target-zero": (i) => `“${i.indicator}”的目标为 0，无法计算完成进度`,
  "not-a-number": (i) =>
    `“${i.indicator}”的值“${i.text}”不是数，请填不带单位和符号的数${i.reading === undefined ? "" : `，例如 ${shown(i.reading)}`}`,
  parameters: (i) =>
    `容差“${i.tolerance}”、红线“${i.redline}”有误：须为不小于 0 的数（百分点），且红线不小于容差，例如 10 和 30`,
};

/** The Chinese sentence for an issue. */
export const figureMessage = (issue: FigureIssue): string =>
  (words[issue.code] as (issue: FigureIssue) => string)(issue);
