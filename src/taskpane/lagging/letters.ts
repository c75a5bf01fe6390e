import type { LaggingGroup, MissingGroup, TableId } from "../../commands";
import { figuresLine } from "./figures";

/** What a message to a bureau refers to. */
export interface Occasion {
  /** the plan's name */
  plan: string;
  /** 报告期 as on the form */
  period: string;
}

/** `指标`, `重点任务` or both, as they occur. */
function kinds(items: readonly { sheet: TableId }[]): string {
  const has = (sheet: TableId): boolean => items.some((item) => item.sheet === sheet);
  return [has("form") ? "指标" : "", has("tasks") ? "重点任务" : ""].filter((kind) => kind !== "").join("和");
}

const numbered = (lines: string[]): string => lines.map((line, i) => `${i + 1}. ${line}`).join("\n");

/** What only the sender knows, left open. */
const toFillIn = (deadline: string): string =>
  `${deadline}：＿＿＿＿年＿＿月＿＿日　联系人：＿＿＿＿＿　电话：＿＿＿＿＿＿＿`;

/** 督办: what lags under a bureau, and what it is asked to do. Plain text. */
export function pressing({ bureau, items }: LaggingGroup, { plan, period }: Occasion): string {
  const lines = items.map((item) => {
    const joint = item.joint ? "（共同负责）" : "";
    const why = (item.figures === null ? item.reason : figuresLine(item.figures)).replace(/。+$/, "");
    return `${item.code} ${item.indicator}${joint}：${item.status}。${why}。`;
  });
  return [
    `【督办】${bureau}：`,
    `${period}${plan}${kinds(items)}中，贵单位负责的 ${items.length} 项滞后：`,
    numbered(lines),
    "请查明原因，采取措施，在期限内整改并报送整改情况。",
    toFillIn("整改期限"),
  ].join("\n");
}

/** 催报: what a bureau has not filled in yet. Plain text. */
export function reminding({ bureau, items }: MissingGroup, { plan, period }: Occasion): string {
  return [
    `【催报】${bureau}：`,
    `${period}${plan}${kinds(items)}填报表中，贵单位还有 ${items.length} 项没有填报：`,
    numbered(items.map(({ code, indicator }) => `${code} ${indicator}`)),
    "请核对后在期限内填报；确无数据的，请留空并说明情况。",
    toFillIn("报送期限"),
  ].join("\n");
}
