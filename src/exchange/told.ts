import type { Incoming } from "./incoming";
import { incomingIssueMessage } from "./incoming-issues";
import { fileIssueMessage } from "./issues";
import type { MergeReport } from "./report";

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
}

export function tellFile({ file, problem, refused, bureau, entries, issues, findings }: Incoming): ToldFile {
  const remarks = problem ? [fileIssueMessage(problem)] : issues.map(incomingIssueMessage);
  return {
    file,
    title: bureau || "未识别",
    merged: problem === null && !refused,
    entries: entries.length,
    remarks,
    findings: findings.map((f) => `${f.level}：${f.address} ${f.indicator}，${f.message}，${f.remedy}`),
  };
}

/** What is left out because the workbook has no place for it, and what to do. */
export const tellUnplaced = ({ unplaced }: MergeReport): string[] =>
  unplaced.map(
    ({ sheet, keys }) =>
      `本工作簿的“${sheet}”表没有 ${keys.join("、")}，这些内容没有并入；请先插入全市的“${sheet}”表，再重新汇总`,
  );
