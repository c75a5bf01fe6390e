import type { Plan } from "../../plan";
import { FORM_SHEET, formSheet, readForm } from "../../sheets";
import { readTable } from "../../tables";
import { valueAt, type Grid } from "../../grid";
import type { WorkbookSnapshot } from "../engine/snapshot";
import type { Properties } from "../../xlsx/workbook";

/** The form in a workbook, if there is one. */
function formIn({ sheets }: WorkbookSnapshot): Grid | null {
  const sheet = sheets.find(({ name }) => name === FORM_SHEET);
  if (!sheet) return null;
  const values = sheet.cells.map((row) => row.map((cell) => cell?.value ?? ""));
  const formulas = sheet.cells.map((row) => row.map((cell) => cell?.formula ?? cell?.value ?? ""));
  return { row: 0, column: 0, values, formulas, merges: sheet.state.merges };
}

/** Windows forbids these in file names. */
const forName = (text: string): string => text.replace(/[\\/:*?"<>|\s]+/g, "-");

/** The name of a workbook's file and what the file says of itself: what its form tells, and nothing else. */
export function describe(
  snapshot: WorkbookSnapshot,
  plan: Plan,
  now: Date,
): { name: string; properties: Properties } {
  const grid = formIn(snapshot);
  const form = grid && readForm(grid, plan);
  const place = grid && readTable(grid, formSheet(plan))?.slots.get("填表人");
  const author = grid && place ? String(valueAt(grid, place.row, place.column)).trim() : "";
  const [bureau, period] = [form?.bureau ?? "", String(form?.period ?? "")].map((text) => text.trim());
  const about = [bureau, period].filter(Boolean) as string[];
  const day = now.toLocaleDateString("sv");
  return {
    name: `${["一指填报", ...about.map(forName), day].join(" ")}.xlsx`,
    properties: {
      created: now,
      ...(about.length > 0 && { title: `${about.join(" ")} 填报` }),
      ...(bureau && { company: bureau }),
      ...(author && { creator: author }),
    },
  };
}
