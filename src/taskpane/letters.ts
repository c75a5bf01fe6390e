import type { LaggingGroup, MissingGroup, TableId } from "../commands";
import { shortfall } from "./text";

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

/** 督办: what lags under a bureau, and what it is asked to do. Plain text. */
export function pressing({ bureau, items }: LaggingGroup, { plan, period }: Occasion): string {
  const lines = items.map((item) => {
    const joint = item.joint ? "（共同负责）" : "";
    const why = [item.status, shortfall(item)].filter((part) => part !== "").join("，");
    return `${item.code} ${item.indicator}${joint}：${why}。${item.reason}。`;
  });
  return [
    `【督办】${bureau}：`,
    `${period}${plan}${kinds(items)}中，贵单位负责的 ${items.length} 项滞后：`,
    numbered(lines),
    "请查明原因，采取措施，并报送整改情况。",
  ].join("\n");
}

/** 催报: what a bureau has not filled in yet. Plain text. */
export function reminding({ bureau, items }: MissingGroup, { plan, period }: Occasion): string {
  return [
    `【催报】${bureau}：`,
    `${period}${plan}${kinds(items)}填报表中，贵单位还有 ${items.length} 项没有填报：`,
    numbered(items.map(({ code, indicator }) => `${code} ${indicator}`)),
    "请核对后尽快填报；确无数据的，请说明情况。",
  ].join("\n");
}
