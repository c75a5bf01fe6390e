import type { Plan } from "../../plan";
import { openPlan } from "../../plan/open";
import { fail, ok, type Result } from "../../text";
import type { PlanSheetIssue } from "./cells";
import { type PlanOnSheets, type PlanSheetGrids, readPlanSheets } from "./read";

/** The column that a fault of the plan as a whole is about, by what it says. */
const COLUMNS: readonly [test: RegExp, id: string][] = [
  [/方向/, "direction"],
  [/下限|上限/, "min"],
  [/所属/, "partOf"],
  [/重复/, "code"],
];

/** A fault of the plan's own check, at the cell that it is about. */
function placed(fault: string, { rows }: PlanOnSheets, sheet: string): PlanSheetIssue {
  const [code = ""] = /^[^:：\s]+/.exec(fault) ?? [];
  const row = rows.get(code) ?? [...rows].find(([one]) => fault.includes(one))?.[1];
  const words = fault.slice(rows.has(code) ? code.length : 0).replace(/^[:：]?\s*/, "");
  if (!row) return { sheet, address: "", words };
  const isBaseline =
    fault.includes(`“${row.text("baseline")}”`) && !fault.includes(`“${row.text("target")}”`);
  const id = COLUMNS.find(([test]) => test.test(fault))?.[1] ?? (isBaseline ? "baseline" : "target");
  return { sheet, address: row.addressOf(id), words };
}

/** The plan that a workbook's sheets hold, or all that is wrong on them. Never throws. */
export function openPlanSheets(sheets: PlanSheetGrids): Result<Plan, readonly PlanSheetIssue[]> {
  const read = readPlanSheets(sheets);
  if (!read.ok) return read;
  try {
    return ok(openPlan(read.value.file));
  } catch (error) {
    const [, ...faults] = String(error instanceof Error ? error.message : error).split("\n");
    const told = faults.length > 0 ? faults : [String(error)];
    return fail(told.map((fault) => placed(fault, read.value, sheets.indicators.name)));
  }
}
