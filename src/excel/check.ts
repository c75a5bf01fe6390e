import type { Plan } from "../plan";
import { FORM_SHEET, type FormData, readForm, readTasks, type TaskData } from "../sheets";
import { type FormReport, type Report, reportOf, type SheetRef } from "../report";
import { type Found, FORM_KIND, TASKS_KIND, View } from "./find";
import { CommandError } from "./issues";
import { run, sync } from "./run";

/** The form that is meant, as read. */
export type FoundForm = Found<FormData>;

/** @throws CommandError when there is none. */
export async function findForm(view: View, plan: Plan): Promise<FoundForm> {
  const form = await view.table(FORM_KIND, (grid) => readForm(grid, plan), true);
  if (!form) throw new CommandError({ code: "no-form", sheet: FORM_SHEET });
  return form;
}

/** The form and the task sheet that are meant, as read. */
export interface Tables {
  form: Found<FormData> | null;
  tasks: Found<TaskData> | null;
}

/** Reads form and tasks in one request, and what `also` queues for each sheet that may hold them. */
export async function readTables(
  context: Excel.RequestContext,
  plan: Plan,
  signal?: AbortSignal,
  also?: (sheet: Excel.Worksheet) => void,
): Promise<Tables> {
  const view = await View.of(context, { kinds: [FORM_KIND, TASKS_KIND], also }, signal);
  const find = async (everywhere: boolean): Promise<Tables> => ({
    form: await view.table(FORM_KIND, (grid) => readForm(grid, plan), everywhere),
    tasks: await view.table(TASKS_KIND, (grid) => readTasks(grid, plan), everywhere),
  });
  const found = await find(false);
  return found.form || found.tasks ? found : find(true);
}

/** What the workbook holds of ours. */
export interface Holdings {
  /** everything there is to say about it; null when it holds neither form nor tasks */
  report: Report | null;
  /** the same, where it holds a form */
  form: FormReport | null;
  /** 填报单位 of its sheet 任务分工; null when it has none */
  tasksBureau: string | null;
}

const held = <T>(found: Found<T> | null): (T & { sheet: SheetRef }) | null =>
  found && { ...found.table, sheet: { id: found.sheet.id, name: found.sheet.name } };

/** Reads what the workbook holds. @param asked false where nobody waits for it */
export const readHoldings = (plan: Plan, signal?: AbortSignal, asked = true): Promise<Holdings> =>
  run(async (context) => {
    const { form, tasks } = await readTables(context, plan, signal);
    return {
      ...reportOf({ form: held(form), tasks: held(tasks) }, plan),
      tasksBureau: tasks && tasks.table.bureau,
    };
  }, asked);

/** Audits form and tasks: every finding with its cell, strictest level first. Changes nothing. @throws CommandError when there is neither */
export async function auditForm(plan: Plan, signal?: AbortSignal): Promise<Holdings & { report: Report }> {
  const { report, ...rest } = await readHoldings(plan, signal);
  if (!report) throw new CommandError({ code: "no-form", sheet: FORM_SHEET });
  return { ...rest, report };
}

/** Selects a cell, such as `H12`, of a sheet. @param sheet its id */
export const selectAddress = (sheet: string, address: string): Promise<void> =>
  run(async (context) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(address).select();
    await sync(context);
  });
