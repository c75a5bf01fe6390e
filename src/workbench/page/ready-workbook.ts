import { openPlan } from "../../plan/open";
import type { ReadyPlan } from "../../plan/ready";
import { planSheetLayouts } from "../../sheets/plan";
import { writeWorkbook } from "../../xlsx";
import { openIssueMessage, readXlsx } from "../../xlsx/workbook";
import type { WorkbookSnapshot } from "../engine/snapshot";

/** A workbook that holds a ready plan and nothing else. @throws Error in words */
export async function readyWorkbook({ name, load }: ReadyPlan, namespace: string): Promise<WorkbookSnapshot> {
  const sheets = planSheetLayouts(openPlan(await load()));
  const properties = { title: name, subject: "", keywords: "", description: "" };
  const read = await readXlsx(await writeWorkbook({ sheets, properties, created: new Date() }), namespace);
  if (!read.ok) throw new Error(openIssueMessage(read.issue));
  return read.value.workbook;
}
