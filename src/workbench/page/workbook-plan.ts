import { builtInPlan } from "../../plan/built-in";
import { usePlan } from "../../plan/in-use";
import type { Grid } from "../../grid";
import { beginsLikePlan, openPlanSheets, type PlanSheet, planSheetIssueWords } from "../../sheets/plan";
import { PLAN_SHEETS, type PlanSheetId } from "../../sheets/plan/words";
import type { SpreadsheetEngine } from "../engine/engine";

/** All that stands on a sheet; null for an empty one. */
export function gridOn(engine: SpreadsheetEngine, sheet: string): Grid | null {
  const area = engine.usedArea(sheet, true);
  if (!area) return null;
  const cells = engine.readCells(sheet, area);
  return {
    row: area.row,
    column: area.column,
    values: cells.map((row) => row.map(({ value }) => value ?? "")),
    formulas: cells.map((row) => row.map(({ value, formula }) => formula ?? value ?? "")),
    merges: engine.sheetState(sheet).merges,
  };
}

/** The sheets of the workbook's plan. */
function planSheetsOf(engine: SpreadsheetEngine): Partial<Record<PlanSheetId, PlanSheet>> {
  const there = engine.sheets();
  return Object.fromEntries(
    PLAN_SHEETS.flatMap(({ id, name }) => {
      const sheet = there.find((one) => one.name === name);
      const grid = sheet && gridOn(engine, sheet.id);
      return grid && beginsLikePlan(id, grid) ? [[id, { name, grid }] as const] : [];
    }),
  );
}

/** True for the name of a sheet that holds a plan, and no entries. */
export const isPlanSheet = (name: string): boolean => PLAN_SHEETS.some((sheet) => sheet.name === name);

/**
 * From now on the page's own tools work on the workbook's plan: the one on its sheets, else the built-in one.
 * @returns what is wrong on its sheets, in words; the plan in use then stays so
 */
export function followPlan(engine: SpreadsheetEngine): string | null {
  const { indicators, ...others } = planSheetsOf(engine);
  const own = indicators && openPlanSheets({ indicators, ...others });
  if (own && !own.ok) return planSheetIssueWords(own.issue[0]!);
  usePlan(own ? own.value : builtInPlan);
  return null;
}
