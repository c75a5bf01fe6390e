import { cellAddress } from "../grid";
import { including, isSupplemented, type Plan } from "../plan";
import type { PlanFile } from "../plan/open";
import { fail, ok, type Result } from "../text";
import { planSheetLayouts } from "../sheets/plan";
import { beginsLikePlan } from "../sheets/plan/recognized";
import { PLAN_SHEETS, type PlanSheetId } from "../sheets/plan/words";
import { fileIssueMessage, writeWorkbook } from "../xlsx";
import { fileName } from "./file-name";
import { type ReadSheet, type ReadWorkbook, readWorkbook } from "./read";

/** What reads a plan's sheets weighs more than all else here, and is there already where a workbook has a plan of its own. */
const loadReading = () => import(/* webpackChunkName: "opening" */ "../sheets/plan");

/** 导出规划: a plan as an .xlsx file for whoever else is to work on it. */
export async function exportPlan(plan: Plan, created: Date): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await writeWorkbook({
    sheets: planSheetLayouts(plan),
    properties: {
      title: plan.name,
      subject: plan.indicatorTable.title,
      keywords: `${plan.id}@${plan.version}`,
      description: `${plan.place.name} ${plan.baselineYear}-${plan.targetYear}`.trim(),
    },
    created,
  });
  return { name: `${fileName(plan.name)}_规划.xlsx`, bytes };
}

/** The sheet of a plan, by its name; it must have the headers too, for others may call a sheet so. */
function planSheetIn({ sheets }: ReadWorkbook, id: PlanSheetId): ReadSheet | undefined {
  const { name } = PLAN_SHEETS.find((one) => one.id === id)!;
  return sheets.find((sheet) => sheet.name === name && beginsLikePlan(id, sheet.grid));
}

/** All sheets of a plan; null without the one of its indicators. */
function sheetsIn(workbook: ReadWorkbook) {
  const indicators = planSheetIn(workbook, "indicators");
  const found = PLAN_SHEETS.flatMap(({ id }) => {
    const sheet = planSheetIn(workbook, id);
    return sheet ? [[id, sheet] as const] : [];
  });
  const others: Partial<Record<PlanSheetId, ReadSheet>> = Object.fromEntries(found);
  return indicators ? { ...others, indicators } : null;
}

/** The plan that a workbook carries; null where it has none, or one that does not open. @param version as the file says it */
export async function planOf(workbook: ReadWorkbook, version: string): Promise<Plan | null> {
  const sheets = sheetsIn(workbook);
  const opened = sheets && (await loadReading()).openPlanSheets(sheets);
  return opened?.ok ? including(opened.value, isSupplemented(version)) : null;
}

/** Sheets that hold the plan of a workbook, and no entries. */
export const planSheetsIn = (workbook: ReadWorkbook): Set<ReadSheet> =>
  new Set(Object.values(sheetsIn(workbook) ?? {}));

/** Larger plans than any that is printed. */
const MOST = { rows: 6000, columns: 100 };

const NO_PLAN =
  "文件中没有“规划指标”表，不是规划文件。请选择“导出规划”得到的文件，或有“规划指标”表的工作簿；" +
  "规划表在 Word、网页或别的工作表里的，请复制后粘贴到“规划表”框中读取";

/** Cells that nothing but their formula says, or that say an error. */
function unreadCells(sheet: ReadSheet): string[] {
  const said = (places: ReadonlySet<string>, words: string): string[] =>
    [...places].map((place) => {
      const [row, column] = place.split(",").map(Number) as [number, number];
      return `“${sheet.name}”${cellAddress(row, column)}：${words}`;
    });
  return [
    ...said(sheet.errors, "是错误值，请改为规划印出的内容，再导入"),
    ...said(sheet.uncalculated, "是没有结果的公式，请用 Excel 或 WPS 打开保存一次，再导入"),
    ...(sheet.beyond ? [`“${sheet.name}”：第 ${MOST.rows} 行以下还有内容，请删去不用的行，再导入`] : []),
  ];
}

/**
 * 导入规划: the plan that a workbook's sheets hold, exported or in use there.
 * @returns what `openPlan` opens, or all that is wrong, each with its sheet, its cell and what to do
 */
export async function importPlan(bytes: Uint8Array): Promise<Result<PlanFile, readonly string[]>> {
  const read = await readWorkbook(bytes, MOST);
  if (!read.ok) return fail([fileIssueMessage(read.issue, "open")]);
  const workbook = read.value;
  const sheets = sheetsIn(workbook);
  if (!sheets) return fail([NO_PLAN]);
  const unread = Object.values(sheets).flatMap(unreadCells);
  if (unread.length > 0) return fail(unread);
  const { openPlanSheets, planSheetIssueWords, readPlanSheets } = await loadReading();
  const found = readPlanSheets(sheets);
  if (!found.ok) return fail(found.issue.map(planSheetIssueWords));
  const plan = openPlanSheets(sheets);
  return plan.ok ? ok(found.value.file) : fail(plan.issue.map(planSheetIssueWords));
}
