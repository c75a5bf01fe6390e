import type { Grid } from "../sheets";

/** A sheet that may hold our table, with everything loaded to read it. */
export interface Candidate {
  sheet: Excel.Worksheet;
  used: Excel.Range;
}

const USED = "rowIndex,columnIndex,values,formulas";

function candidate(sheet: Excel.Worksheet): Candidate {
  const used = sheet.getUsedRangeOrNullObject();
  sheet.load("id,name,protection/protected,protection/options");
  used.load(USED);
  return { sheet, used };
}

/** Queues the loads for the places where a table sheet can be: where its workbook name points, and under its own name. */
export function queueCandidates(workbook: Excel.Workbook, marker: string, sheetName: string): Candidate[] {
  const named = workbook.names.getItemOrNullObject(marker).getRangeOrNullObject().worksheet;
  return [candidate(named), candidate(workbook.worksheets.getItemOrNullObject(sheetName))];
}

/** Queues the loads for a sheet by its name. */
export const queueSheet = (workbook: Excel.Workbook, sheetName: string): Candidate =>
  candidate(workbook.worksheets.getItemOrNullObject(sheetName));

/** What was read of a candidate; null when there is no such sheet or nothing on it. */
export function gridOf({ sheet, used }: Candidate): Grid | null {
  if (sheet.isNullObject || used.isNullObject) return null;
  return { row: used.rowIndex, column: used.columnIndex, values: used.values, formulas: used.formulas };
}
