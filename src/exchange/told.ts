import { inWords } from "../text";
import type { Plan } from "../plan";
import type { Incoming } from "./incoming";
import { incomingIssueMessage } from "./incoming-issues";
import { fileIssueMessage } from "../xlsx";
import type { MergeItem, MergeReport, Unplaced } from "./report";
import { told, type Value } from "./values";

/** A returned file in words, for the pane. */
export interface ToldFile {
  file: string;
  /** whose it is, or why it is not merged */
  title: string;
  merged: boolean;
  entries: number;
  /** what is odd about it, each with where and what to do */
  remarks: string[];
  /** what the audit finds in it */
  findings: string[];
  /** what was filled in above and below the tables */
  signed: string;
}

const LEFT_OUT_BEFORE = "此前选定不并入，填报内容没有变，仍不并入；如需要请勾选“并入”";

export function tellFile(incoming: Incoming): ToldFile {
  const { file, problem, refused, leftOut, leftOutBefore, bureau, entries, issues, findings, signed } =
    incoming;
  return {
    file,
    title: bureau || "未识别",
    merged: problem === null && !refused && !leftOut,
    entries: entries.length,
    remarks: [
      ...(leftOut && leftOutBefore ? [LEFT_OUT_BEFORE] : []),
      ...(problem ? [fileIssueMessage(problem)] : [...new Set(issues.map(incomingIssueMessage))]),
    ],
    findings: findings.map(({ level, address, words }) => `${level}：${address} ${words}`),
    signed: signed.length > 0 ? `表头、表尾填有 ${signed.join("，")}（不并入）` : "",
  };
}

const tellOne = ({ sheet, keys, covered }: Unplaced, whole: string): string =>
  covered
    ? `本工作簿“${sheet}”的 ${covered.address} 被合并进 ${covered.master}，${keys.join("、")} 的内容没有并入；请取消合并，再重新汇总`
    : `本工作簿的“${sheet}”表没有 ${keys.join("、")}，这些内容没有并入；请先插入${whole}的“${sheet}”表，再重新汇总`;

/** What is left out because the workbook has no place for it, and what to do. */
export const tellUnplaced = ({ unplaced }: MergeReport, { place }: Plan): string[] =>
  unplaced.map((one) => tellOne(one, place.whole));

/** A value as a list shows it; a date as a date. */
export const tellValue = ({ kind }: MergeItem, value: Value): string =>
  value === "" ? "（空）" : inWords(told(kind, value));
