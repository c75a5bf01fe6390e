import { isExplained, type Level, readActual } from "../assessment";
import { type Plan, shownPeriod } from "../plan";
import { type AuditItem, auditItems } from "./form-audit";
import type { FormData } from "./form-data";
import { type LaggingGroup, laggingGroups, type MissingGroup, missingGroups } from "./form-lagging";

/** Everything that is to be said about a form, from one reading of it. */
export interface FormReport {
  /** as they stand in the form's cells */
  bureau: string;
  period: string;
  tolerance: string;
  redline: string;
  findings: AuditItem[];
  lagging: LaggingGroup[];
  /** why lagging indicators cannot be told, in words; null when they can */
  unjudged: string | null;
  missing: MissingGroup[];
  progress: FormProgress;
  submission: Submission;
}

/** How far the form has come. `must` and `verify` count findings, `lagging` indicators. */
export interface FormProgress {
  filled: number;
  total: number;
  must: number;
  verify: number;
  lagging: number;
}

/** Whether the form may be reported, and what still stands in the way. */
export interface Submission {
  ready: boolean;
  /** sentences; empty when ready */
  obstacles: string[];
}

const countOf = (findings: readonly AuditItem[], level: Level): number =>
  findings.filter((item) => item.level === level).length;

/** 可以上报: something is filled in, no 强制 is open and every 核实 is explained. */
export function submissionOf(filled: number, findings: readonly AuditItem[]): Submission {
  const must = countOf(findings, "强制");
  const unexplained = findings.filter((item) => item.level === "核实" && !isExplained(item.explanation));
  const obstacles = [
    ...(filled === 0 ? ["还没有填写任何本期值"] : []),
    ...(must > 0 ? [`${must} 项强制问题没有改正`] : []),
    ...(unexplained.length > 0 ? [`${unexplained.length} 项核实问题没有情况说明`] : []),
  ];
  return { ready: obstacles.length === 0, obstacles };
}

/** Each lagging indicator once, however many bureaus answer for it. */
const codesOf = (groups: readonly LaggingGroup[]): Set<string> =>
  new Set(groups.flatMap(({ items }) => items.map(({ code }) => code)));

export function reportOf(data: FormData, plan: Plan): FormReport {
  const findings = auditItems(data, plan);
  const groups = laggingGroups(data, plan);
  const lagging = groups.ok ? groups.value : [];
  const filled = data.rows.filter(({ actual }) => readActual(actual).kind !== "blank").length;
  return {
    bureau: data.bureau,
    period: shownPeriod(data.period),
    tolerance: String(data.tolerance),
    redline: String(data.redline),
    findings,
    lagging,
    unjudged: groups.ok ? null : groups.issue,
    missing: missingGroups(data, plan),
    progress: {
      filled,
      total: data.rows.length,
      must: countOf(findings, "强制"),
      verify: countOf(findings, "核实"),
      lagging: codesOf(lagging).size,
    },
    submission: submissionOf(filled, findings),
  };
}
