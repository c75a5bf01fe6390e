import { plan } from "../plan";
import { FORM_SHEET, type FormData, type FormReport, type Grid, NAMES, readForm, reportOf } from "../sheets";
import { type Candidate, gridOf, queueCandidates } from "./find";
import { CommandError } from "./issues";
import { run, sync } from "./run";

interface FoundForm {
  sheet: Excel.Worksheet;
  grid: Grid;
  data: FormData;
}

function formAmong(candidates: Candidate[]): FoundForm | null {
  for (const candidate of candidates) {
    const grid = gridOf(candidate);
    const data = grid && readForm(grid, plan);
    if (data) return { sheet: candidate.sheet, grid, data };
  }
  return null;
}

/** Reads the form in one request, and what `also` queues for each sheet that may hold it. @throws CommandError when there is none. */
export async function findForm(
  context: Excel.RequestContext,
  also?: (sheet: Excel.Worksheet) => void,
  signal?: AbortSignal,
): Promise<FoundForm> {
  const candidates = queueCandidates(context.workbook, NAMES.period, FORM_SHEET);
  candidates.forEach(({ sheet }) => also?.(sheet));
  await sync(context, signal);
  const form = formAmong(candidates);
  if (!form) throw new CommandError({ code: "no-form", sheet: FORM_SHEET });
  return form;
}

/** What the workbook holds of ours. */
export interface Holdings {
  /** everything there is to say about its form; null when it has none */
  form: FormReport | null;
  hasTasks: boolean;
}

/** Reads what the workbook holds in one request. */
export const readHoldings = (): Promise<Holdings> =>
  run(async (context) => {
    const { names } = context.workbook;
    const candidates = queueCandidates(context.workbook, NAMES.period, FORM_SHEET);
    const tasks = names.getItemOrNullObject(NAMES.tasks).getRangeOrNullObject().load("address");
    await sync(context);
    const form = formAmong(candidates);
    return { form: form && reportOf(form.data, plan), hasTasks: !tasks.isNullObject };
  });

/** Audits the form: every finding with its cell, strictest level first. Changes nothing. @throws CommandError when there is none */
export const auditForm = (signal?: AbortSignal): Promise<FormReport> =>
  run(async (context) => reportOf((await findForm(context, undefined, signal)).data, plan));

/** Selects a cell of the form, such as `H12`. */
export const selectAddress = (address: string): Promise<void> =>
  run(async (context) => {
    const { sheet } = await findForm(context);
    sheet.activate();
    sheet.getRange(address).select();
    await sync(context);
  });
