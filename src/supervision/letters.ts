import type { FigureWords } from "../assessment";
import { findBureau, findIndicator, type Plan } from "../plan";
import {
  type AuditItem,
  grouped,
  isSettled,
  type LaggingGroup,
  type LaggingItem,
  type MissingGroup,
} from "../report";
import type { TableId } from "../sheets";
import { type BookRow, isOpen, valueOf } from "./book";

/** What a message to a bureau refers to. */
export interface Occasion {
  plan: Plan;
  /** 报告期 as on the form */
  period: string;
}

/** What is to be mended of a bureau's report. */
export interface ReturnGroup {
  bureau: string;
  items: AuditItem[];
}

/** `目标 55%，序时目标 49.8%，本期值 48%，差距 7个百分点`: each once; what there is not is left out. */
export const figuresLine = ({ target, expected, actual, gap }: FigureWords): string =>
  [
    ["目标", target],
    ["序时目标", expected],
    ["本期值", actual],
    ["差距", gap],
  ]
    .filter(([, figure]) => figure !== null)
    .map((part) => part.join(" "))
    .join("，");

/** `指标`, `重点任务` or both, as they occur. */
function kinds(items: readonly { sheet: TableId }[]): string {
  const has = (sheet: TableId): boolean => items.some((item) => item.sheet === sheet);
  return [has("form") ? "指标" : "", has("tasks") ? "重点任务" : ""].filter((kind) => kind !== "").join("和");
}

const numbered = (lines: readonly string[]): string => lines.map((line, i) => `${i + 1}. ${line}`).join("\n");
const unstopped = (text: string): string => text.replace(/。+$/, "");

/** What only the sender knows, left open. */
const toFillIn = (deadline: string): string =>
  `${deadline}：＿＿＿＿年＿＿月＿＿日　联系人：＿＿＿＿＿　电话：＿＿＿＿＿＿＿`;

/** `【督办】市民政局（张三，0557-1234567）：`, with whom the plan names there. */
function heading(kind: string, name: string, plan: Plan): string {
  const bureau = findBureau(name, plan);
  const { contact, phone } = bureau.ok ? bureau.value : {};
  const whom = [contact, phone].filter((part) => part !== undefined && part !== "").join("，");
  return `【${kind}】${name}${whom === "" ? "" : `（${whom}）`}：`;
}

/** `已连续滞后2期，等级为通报，整改期限2024年3月底`, by the open matter in 督办台账. */
function pressedWords({ code }: LaggingItem, book: readonly BookRow[]): string {
  const row = book.find((one) => isOpen(one) && String(valueOf(one.cells.matter)).split(/\s/)[0] === code);
  if (!row) return "";
  const [streak, level, deadline] = (["streak", "level", "deadline"] as const).map((id) =>
    String(valueOf(row.cells[id])),
  );
  return [
    ...(Number(streak) > 1 ? [`已连续滞后${streak}期`] : []),
    ...(level === "" ? [] : [`等级为${level}`]),
    ...(deadline === "" ? [] : [`整改期限${deadline}`]),
  ].join("，");
}

/**
 * 督办: what lags under a bureau, and what it is asked to do. Plain text.
 * @param book rows of 督办台账; what stands there of a matter is said with it
 */
export function pressing(
  { bureau, items }: LaggingGroup,
  { plan, period }: Occasion,
  book: readonly BookRow[] = [],
): string {
  const lines = items.map((item) => {
    const joint = item.joint ? "（共同负责）" : "";
    const why = unstopped(item.figures === null ? item.reason : figuresLine(item.figures));
    const pressed = pressedWords(item, book);
    return `${item.code} ${item.indicator}${joint}：${item.status}。${why}。${pressed === "" ? "" : `${pressed}。`}`;
  });
  return [
    heading("督办", bureau, plan),
    `${period}${plan.name}${kinds(items)}中，贵单位负责的 ${items.length} 项滞后：`,
    numbered(lines),
    "请查明原因，采取措施，在期限内整改并报送整改情况。",
    toFillIn("整改期限"),
  ].join("\n");
}

/** 催报: what a bureau has not filled in yet. Plain text. */
export function reminding({ bureau, items }: MissingGroup, { plan, period }: Occasion): string {
  return [
    heading("催报", bureau, plan),
    `${period}${plan.name}${kinds(items)}填报表中，贵单位还有 ${items.length} 项没有填报：`,
    numbered(items.map(({ code, indicator }) => `${code} ${indicator}`)),
    "请核对后在期限内填报；确无数据的，请留空并说明情况。",
    toFillIn("报送期限"),
  ].join("\n");
}

function answeringFor({ sheet, code }: AuditItem, plan: Plan): readonly string[] {
  if (sheet === "tasks") return plan.tasks.find(({ number }) => `任务${number}` === code)?.units ?? [];
  const found = findIndicator(code, plan);
  return found.ok ? found.value.bureaus : [];
}

/** What must be corrected or explained, by who answers for it; what is of no record, such as of a head, is the sender's own. */
export const returnGroups = (findings: readonly AuditItem[], plan: Plan): ReturnGroup[] =>
  grouped(
    findings
      .filter((item) => item.code !== "" && item.level !== "提示" && !isSettled(item))
      .map((item) => ({ bureaus: answeringFor(item, plan), item })),
    plan,
  );

/** 退回修改: what a bureau is to mend before its report is taken. Plain text. */
export function returning({ bureau, items }: ReturnGroup, { plan, period }: Occasion): string {
  const lines = items.map(({ code, indicator, address, value, level, message, remedy }) => {
    const place = [address, value === "" ? "" : `填报为“${value}”`].filter((part) => part !== "").join("，");
    return `${code} ${indicator}${place === "" ? "" : `（${place}）`}：${level}，${message}；${unstopped(remedy)}。`;
  });
  return [
    heading("退回修改", bureau, plan),
    `${period}${plan.name}${kinds(items)}填报表中，贵单位有 ${items.length} 处需要修改或说明：`,
    numbered(lines),
    "请修改或写明原因后在期限内重新报送。",
    toFillIn("报送期限"),
  ].join("\n");
}
