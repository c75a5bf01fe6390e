import { plan } from "../plan";
import {
  FORM_SHEET,
  type FormData,
  type FormReport,
  readForm,
  readTable,
  reportOf,
  taskSheet,
} from "../sheets";
import { type Found, FORM_KIND, queueOverview, queueSearch, TASKS_KIND } from "./find";
import { CommandError } from "./issues";
import { run, sync } from "./run";

/** The form that is meant, as read. */
export type FoundForm = Found<FormData>;

/** Reads the form in one request, and what `also` queues for each sheet that may hold it. @throws CommandError when there is none. */
export async function findForm(
  context: Excel.RequestContext,
  also?: (sheet: Excel.Worksheet) => void,
  signal?: AbortSignal,
): Promise<FoundForm> {
  const search = queueSearch(context, queueOverview(context.workbook), FORM_KIND, also);
  await sync(context, signal);
  const form = await search.find((grid) => readForm(grid, plan), signal);
  if (!form) throw new CommandError({ code: "no-form", sheet: FORM_SHEET });
  return form;
}

/** What the workbook holds of ours. */
export interface Holdings {
  /** everything there is to say about its form; null when it has none */
  form: FormReport | null;
  hasTasks: boolean;
}

/** Reads what the workbook holds. */
export const readHoldings = (): Promise<Holdings> =>
  run(async (context) => {
    const overview = queueOverview(context.workbook);
    const [forms, tasks] = [FORM_KIND, TASKS_KIND].map((kind) => queueSearch(context, overview, kind));
    await sync(context);
    const form = await forms!.find((grid) => readForm(grid, plan));
    const taskTable = await tasks!.find((grid) => readTable(grid, taskSheet(plan)));
    return { form: form && reportOf(form.table, plan), hasTasks: taskTable !== null };
  });

/** Audits the form: every finding with its cell, strictest level first. Changes nothing. @throws CommandError when there is none */
export const auditForm = (signal?: AbortSignal): Promise<FormReport> =>
  run(async (context) => reportOf((await findForm(context, undefined, signal)).table, plan));

/** Selects a cell of the form, such as `H12`. */
export const selectAddress = (address: string): Promise<void> =>
  run(async (context) => {
    const { sheet } = await findForm(context);
    sheet.activate();
    sheet.getRange(address).select();
    await sync(context);
  });
