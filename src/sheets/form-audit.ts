import {
  audit,
  byBureau,
  figureMessage,
  gap,
  type Level,
  LEVELS,
  laggingRows,
  readActual,
  readParameters,
  STATUSES,
} from "../assessment";
import { indicatorsOf, indicatorsOfBureau, parsePeriod, type Plan, planMessage, type Result } from "../plan";
import { bureauOnForm } from "./form";
import type { FormData, FormRow } from "./form-data";

/** One finding of 审核数据, with the place it was found. */
export interface AuditItem {
  level: Level;
  /** indicator code; empty for the form itself */
  code: string;
  indicator: string;
  /** the cell to mend, such as H12; empty when the cell is gone */
  address: string;
  /** as typed */
  value: string;
  message: string;
  remedy: string;
  /** the number that unreadable text most likely means */
  reading?: number;
}

/** The lagging indicators of one responsible bureau, worst first. */
export interface LaggingGroup {
  bureau: string;
  items: LaggingItem[];
}

export interface LaggingItem {
  code: string;
  indicator: string;
  address: string;
  /** 滞后 or 严重滞后 */
  status: string;
  symbol: string;
  /** 差距, in `unit` */
  gap: number | null;
  unit: string;
  /** percentage points behind */
  behind: number | null;
  reason: string;
  /** other bureaus answer for it too */
  joint: boolean;
}

const FORM_WORDS = "表样";
const REPAIR = "请点“插入指标模板”修复，填报内容会保留";

const must = (item: Omit<AuditItem, "level">): AuditItem => ({ level: "强制", ...item });

function headItems(data: FormData, plan: Plan): AuditItem[] {
  const items: AuditItem[] = [];
  const period = parsePeriod(data.period, plan);
  if (!period.ok)
    items.push(
      must({
        code: "",
        indicator: "报告期",
        address: data.periodAddress,
        value: String(data.period),
        message: planMessage(period.issue),
        remedy: "请在该单元格或窗格中改正报告期",
      }),
    );
  const parameters = readParameters(data.tolerance, data.redline);
  if (!parameters.ok)
    items.push(
      must({
        code: "",
        indicator: "容差、红线",
        address: data.parameterAddresses.tolerance,
        value: `${String(data.tolerance)}、${String(data.redline)}`,
        message: figureMessage(parameters.issue),
        remedy: "请改正这两个参数",
      }),
    );
  return items;
}

function structureItems(data: FormData, plan: Plan): AuditItem[] {
  const bureau = bureauOnForm(data.bureau, plan);
  const wanted = bureau ? indicatorsOfBureau(bureau, plan) : indicatorsOf(plan);
  const present = new Set(data.rows.map((row) => row.indicator.code));
  const missing = wanted.filter(({ code }) => !present.has(code));
  const place = { code: "", indicator: FORM_WORDS, value: "" };
  return [
    ...missing.map(({ code, name }) =>
      must({ ...place, code, address: "", message: `缺少 ${code} ${name} 这一行`, remedy: REPAIR }),
    ),
    ...data.duplicates.map(({ code, row }) =>
      must({ ...place, code, address: `A${row}`, message: `${code} 在第 ${row} 行重复出现`, remedy: REPAIR }),
    ),
    ...data.renamed.map(({ address, was, header }) =>
      must({ ...place, address, value: was, message: `表头“${header}”被改为“${was}”`, remedy: REPAIR }),
    ),
  ];
}

function rowItems(row: FormRow): AuditItem[] {
  const { indicator, actual, previous } = row;
  const item = { code: indicator.code, indicator: indicator.name };
  const own = audit(indicator, actual, previous).map(({ rule: _rule, ...finding }): AuditItem => {
    return { ...item, ...finding, address: row.address, value: String(actual) };
  });
  const before = readActual(previous);
  if (before.kind !== "text") return own;
  const [finding] = audit(indicator, previous);
  const { rule: _rule, ...words } = finding!;
  return [
    ...own,
    {
      ...item,
      ...words,
      message: `上年同期${words.message}`,
      address: row.previousAddress,
      value: before.text,
    },
  ];
}

/** Everything 审核 finds on a form, strictest level first, then in the form's order. */
export function auditItems(data: FormData, plan: Plan): AuditItem[] {
  const items = [...headItems(data, plan), ...structureItems(data, plan), ...data.rows.flatMap(rowItems)];
  return LEVELS.flatMap((level) => items.filter((item) => item.level === level));
}

/** The lagging indicators grouped by responsible bureau. A period or parameter that cannot be read is an issue in words. */
export function laggingGroups(data: FormData, plan: Plan): Result<LaggingGroup[], string> {
  const period = parsePeriod(data.period, plan);
  if (!period.ok) return { ok: false, issue: `${data.periodAddress} ${planMessage(period.issue)}` };
  const parameters = readParameters(data.tolerance, data.redline);
  if (!parameters.ok)
    return { ok: false, issue: `${data.parameterAddresses.tolerance} ${figureMessage(parameters.issue)}` };
  const rows = laggingRows(data.rows, period.value, plan, parameters.value);
  const groups = byBureau(rows, plan).map(({ bureau, rows: members }) => ({
    bureau,
    items: members.map(({ row, indicator, assessment }): LaggingItem => {
      const missing = typeof row.actual === "number" ? gap(indicator, row.actual) : null;
      return {
        code: indicator.code,
        indicator: indicator.name,
        address: row.address,
        status: STATUSES[assessment.status].word,
        symbol: STATUSES[assessment.status].symbol,
        gap: missing?.ok ? missing.value : null,
        unit: indicator.unit,
        behind: assessment.points === null ? null : -assessment.points,
        reason: assessment.reason,
        joint: indicator.bureaus.length > 1,
      };
    }),
  }));
  return { ok: true, value: groups };
}
