import {
  assess,
  auditWords,
  compare,
  crossFindings,
  expected,
  gap,
  isNumber,
  type Parameters,
  progress,
  readParameters,
  STATUSES,
  type Values,
} from "../assessment";
import { fold, type Result } from "../text";
import { indicatorsOfBureau, parsePeriod, type Period, type Plan } from "../plan";
import { valuesIn } from "./cross-audit";
import { ageItems, alteredItem, alteredItems, bureauItems, unexplained } from "./altered-items";
import { bureauOnForm, type CalculatedColumn, type FormData, type FormRow, isBureau } from "../sheets";
import type { AuditItem } from "./audit-item";
import { UPDATE } from "./remedies";

const HEADERS: Record<CalculatedColumn, string> = {
  expected: "序时目标",
  gap: "差距",
  progress: "完成进度",
  status: "状态",
  check: "审核提示",
};

/** What each calculated column shows of a row. */
export type CalculatedResults = Record<CalculatedColumn, string | number>;

/** What a row's calculated cells would show now, beside those of other rows; a figure that there is none of is –. */
export function calculatedNow(
  row: FormRow,
  period: Period,
  plan: Plan,
  parameters: Parameters,
  values: Values,
): CalculatedResults {
  const { indicator, actual } = row;
  const { status } = assess(indicator, actual, period, plan, parameters);
  const figure = (of: Result<number, unknown>): string | number => (of.ok ? of.value : "–");
  const isJudged = isNumber(actual) && status !== "invalid";
  return {
    expected: status === "missing" ? "" : figure(expected(indicator, period, plan)),
    gap: isJudged ? figure(gap(indicator, actual)) : "",
    progress: isJudged ? figure(progress(indicator, actual)) : "",
    status: `${STATUSES[status].symbol} ${STATUSES[status].word}`,
    check: auditWords(indicator, row.actual, row.previous, crossFindings(row.code, plan, values)),
  };
}

const agrees = (shown: unknown, now: string | number): boolean =>
  typeof now === "number" ? isNumber(shown) && compare(shown, now) === 0 : fold(String(shown)) === fold(now);

/** A form turned into values shows what stood there then; that must still be what the entries give. */
function valueItems(data: FormData, plan: Plan): AuditItem[] {
  if (data.alterations.conversion !== "values") return [];
  const period = parsePeriod(data.period, plan);
  const parameters = readParameters(data.tolerance, data.redline);
  if (!period.ok || !parameters.ok) return [];
  const values = valuesIn(data.rows);
  return data.rows.flatMap((row) => {
    const now = calculatedNow(row, period.value, plan, parameters.value, values);
    return (Object.keys(HEADERS) as CalculatedColumn[]).flatMap((id): AuditItem[] => {
      const { address, value } = row.calculated[id];
      if (agrees(value, now[id])) return [];
      const message = `“${HEADERS[id]}”是数值“${String(value)}”，按现在的填报内容应为“${String(now[id])}”`;
      return [alteredItem("form", address, message, { code: row.indicator.code })];
    });
  });
}

/** Rows that are not the bureau's to fill: kept while something stands in them, out of place otherwise. */
function foreignItems(data: FormData, plan: Plan): AuditItem[] {
  const bureau = bureauOnForm(data.bureau, plan);
  if (!bureau) return [];
  const own = new Set(indicatorsOfBureau(bureau, plan).map(({ code }) => code));
  return data.rows
    .filter(({ indicator }) => !own.has(indicator.code))
    .map(({ indicator: { code, name }, cells }): AuditItem => ({
      level: "提示",
      sheet: "form",
      code,
      indicator: name,
      address: cells.actual.address,
      value: "",
      message: `${code} 不归“${bureau.name}”填报`,
      remedy: `有填报内容的行予以保留；不需要的，清空后点“${UPDATE.form}”移除`,
    }));
}

/** What of the form itself is no longer as the template has it. */
export const alterationItems = (data: FormData, plan: Plan): AuditItem[] => [
  ...bureauItems(data.scope, "form", (text) => isBureau(text, plan)),
  ...alteredItems(unexplained(data), "form", (key) => key),
  ...valueItems(data, plan),
  ...data.merged.map(({ address, first }) =>
    alteredItem("form", address, `${address} 与 ${first} 合并成了一格`),
  ),
  ...foreignItems(data, plan),
  ...ageItems(data, "form"),
];
