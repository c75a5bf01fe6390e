import { exampleYear, type PlanYears } from "../plan";

/** What is odd about a ledger, in the order in which it is told. */
const ISSUES = {
  "not-ours": {
    level: "强制",
    says: "没有归档的表头（{names}等），不是归档用的表",
    remedy: "请把它改名，归档时会另建一张；或改回表头",
  },
  columns: {
    level: "强制",
    says: "缺少{names}列",
    remedy: "请把表头改回原来的字；列已删去的，请撤销删除。在此之前不归档，以免与原有数据对不上",
  },
  gone: {
    level: "核实",
    says: "不在了，而工作簿中的{names}表明归档过",
    remedy: "误删的请撤销删除，或从备份找回；确实没有的，归档或并入时确认，即另建一张，从头编号",
  },
  edited: {
    level: "核实",
    says: "{rows}归档后被改动",
    remedy: "现按改后的内容计算；误改的请恢复，确需更正的请调阅那一期，改后再归档，原数会保留",
  },
  emptied: {
    level: "核实",
    says: "{rows}归档的内容被清空，只剩校验码",
    remedy: "误清的请撤销清空；在此之前不参加计算",
  },
  deleted: {
    level: "核实",
    says: "归档过的行少了 {count} 行（校验码序号 {names}）",
    remedy: "误删的请撤销删除；填报表或汇总记录还有的可点“恢复”补归档，用新的序号；仍在表上的行不受影响",
  },
  uncounted: {
    level: "核实",
    says: "的表头“校验码”没有了行数",
    remedy: "误改的请撤销改动；没有行数，最下面的行被删去查不出来，请对照备份核对，下次归档时按现有的行重记",
  },
  period: {
    level: "核实",
    says: "{rows}的报告期{names}无法识别",
    remedy: "请改成 {year}年、{year}年上半年、{year}年一季度、{year}年6月 这样的写法；行仍保留，但不参加计算",
  },
  beyond: {
    level: "核实",
    says: "{rows}的报告期{names}在规划期之后",
    remedy: "写错的请改正；行仍保留，但不列入往期",
  },
  ambiguous: {
    level: "核实",
    says: "{rows}的报告期{names}可能是1月，也可能是10月",
    remedy: "请写成 {year}年1月 或 {year}年10月 这样；行仍保留，但不参加计算",
  },
  record: {
    level: "核实",
    says: "{rows}的{names}不在本规划中",
    remedy: "规划换了版本的不用处理；写错的请改正。行仍保留，但不参加计算",
  },
  foreign: {
    level: "核实",
    says: "{rows}是另一个规划归档的",
    remedy: "行仍保留，但不参加本规划的计算",
  },
  doubled: {
    level: "核实",
    says: "{rows}与另一行的校验码相同，像是复制的",
    remedy: "请删去多余的行；在此之前以没有改动的一行为准",
  },
  twice: {
    level: "核实",
    says: "{rows}与另一行是同一期的同一项数据（{names}）",
    remedy: "请只留一行；在此之前，归档的行先于手工填的行，都是手工填的以最下面一行为准",
  },
  unreadable: {
    level: "核实",
    says: "{rows}的值{names}不是数",
    remedy: "请改为数，不带单位和符号；在此之前不作上年同期",
  },
  "as-text": {
    level: "提示",
    says: "{rows}的值是文本形式的数（{names}）",
    remedy: "照常按数参加计算；SUMIFS 和数据透视表不计文本，要用的请转换为数字",
  },
  typed: {
    level: "提示",
    says: "{rows}是手工填的，没有校验码",
    remedy: "照常参加计算；归档后要更正的，请调阅那一期，改后再归档",
  },
  sorted: {
    level: "提示",
    says: "行的次序变过（排序）",
    remedy: "不影响计算，不用处理；新归档的行接在最下面",
  },
  filtered: {
    level: "提示",
    says: "正在筛选，有的行没有显示",
    remedy: "不影响计算；新归档的行接在最下面，可能要取消筛选才看得到",
  },
  added: {
    level: "提示",
    says: "多了{names}列",
    remedy: "会原样保留，归档不写这些列",
  },
} as const;

export type LedgerIssueCode = keyof typeof ISSUES;
const CODES = Object.keys(ISSUES) as LedgerIssueCode[];

export interface LedgerIssue {
  code: LedgerIssueCode;
  /** the sheet's name */
  sheet: string;
  /** rows of the sheet, from 1 */
  rows?: readonly number[];
  /** what stands there */
  names?: readonly string[];
}

const MOST_LISTED = 6;
const listed = (parts: readonly string[], count: string): string =>
  parts.length > MOST_LISTED
    ? `${parts.slice(0, MOST_LISTED).join("、")}等${parts.length}${count}`
    : parts.join("、");

/** Neighbours together: 3、5至9 */
function spans(rows: readonly number[]): string[] {
  const joined: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = joined.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else joined.push([row, row]);
  }
  return joined.map(([from, to]) => (from === to ? String(from) : `${from}至${to}`));
}

/** In the order in which they are told. */
export const inOrder = (issues: readonly LedgerIssue[]): LedgerIssue[] =>
  [...issues].sort((a, b) => CODES.indexOf(a.code) - CODES.indexOf(b.code));

/** 强制: nothing can be archived until it is mended. */
export const issueLevel = ({ code }: LedgerIssue): (typeof ISSUES)[LedgerIssueCode]["level"] =>
  ISSUES[code].level;

/** Where, what, what to do: `“历史数据”第3、5至9行归档后被改动；…`. */
export function ledgerMessage({ code, sheet, rows = [], names = [] }: LedgerIssue, plan: PlanYears): string {
  const { says, remedy } = ISSUES[code];
  const numbers = code === "deleted";
  const parts: Readonly<Record<string, string>> = {
    rows: `第${listed(spans(rows), "处")}行`,
    names: listed(
      numbers
        ? spans(names.map(Number))
        : [...new Set(names)].map((name) => (name === "" ? "（空）" : `“${name}”`)),
      "处",
    ),
    count: String(names.length),
    year: String(exampleYear(plan)),
  };
  const words = `“${sheet}”${says}；${remedy}`;
  return words.replace(/\{(\w+)\}/g, (_, part: string) => parts[part]!);
}
