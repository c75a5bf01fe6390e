import {
  audit,
  auditPrevious,
  figureMessage,
  type Finding,
  LEVELS,
  readEntry,
  readParameters,
} from "../assessment";
import { shown } from "../text";
import { indicatorsOf, indicatorsOfBureau, parsePeriod, type Plan, planMessage, shownPeriod } from "../plan";
import { bureauOnForm, type FormData, type FormRow } from "../sheets";
import { asCell } from "../grid";
import type { AuditItem } from "./audit-item";
import { crossItems } from "./cross-audit";
import { alterationItems } from "./form-alterations";
import { repairRemedy } from "./remedies";

const FORM_WORDS = "表样";
const REPAIR = repairRemedy("form");

const must = (item: Omit<AuditItem, "level" | "sheet">): AuditItem => ({
  level: "强制",
  sheet: "form",
  ...item,
});

function headItems(data: FormData, plan: Plan): AuditItem[] {
  const items: AuditItem[] = [];
  const period = parsePeriod(data.period, plan);
  if (!period.ok)
    items.push(
      must({
        code: "",
        indicator: "报告期",
        address: data.periodAddress,
        value: shownPeriod(data.period),
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

/** A cell in words: a percentage or a date as such, a number without its last bits. */
function asSeen(row: FormRow, column: "actual" | "previous"): string {
  const reading = readEntry({ value: row[column], format: row.cells[column].format }, row.indicator);
  if (reading.kind === "number") return shown(reading.value);
  if (reading.kind === "statement") return String(row[column]);
  return reading.kind === "text" ? reading.text : "";
}

function itemOf(row: FormRow, column: "actual" | "previous", finding: Finding): AuditItem {
  const { level, message, remedy, reading } = finding;
  return {
    level,
    sheet: "form",
    code: row.indicator.code,
    indicator: row.indicator.name,
    address: row.cells[column].address,
    value: asSeen(row, column),
    message: column === "actual" ? message : `上年同期${message}`,
    remedy,
    ...(reading !== undefined && { correction: { column, reading, was: asCell(row[column]) } }),
    ...(level === "核实" && { explanation: row.explanation }),
  };
}

/** 本期值 is judged by every rule, 上年同期 only as to whether it can be true. */
function rowItems(row: FormRow): AuditItem[] {
  const { indicator, cells } = row;
  const [actual, previous] = (["actual", "previous"] as const).map((column) => ({
    value: row[column],
    format: cells[column].format,
  }));
  return [
    ...audit(indicator, actual, previous).map((finding) => itemOf(row, "actual", finding)),
    ...auditPrevious(indicator, previous).map((finding) => itemOf(row, "previous", finding)),
  ];
}

/** What 审核 finds in a form's entries, in the form's order. */
export const entryItems = (data: FormData): AuditItem[] => data.rows.flatMap(rowItems);

/** Strictest level first, then in the given order. */
export const byStrictness = (items: readonly AuditItem[]): AuditItem[] =>
  LEVELS.flatMap((level) => items.filter((item) => item.level === level));

/** Everything 审核 finds on a form, strictest level first, then in the form's order. */
export const auditItems = (data: FormData, plan: Plan): AuditItem[] =>
  byStrictness([
    ...headItems(data, plan),
    ...structureItems(data, plan),
    ...alterationItems(data, plan),
    ...entryItems(data),
    ...crossItems(data, plan),
  ]);
