import { plan } from "../plan";
import {
  bureauOnForm,
  FORM_SHEET,
  type FormData,
  type FormReport,
  formSheet,
  type Grid,
  type LaggingGroup,
  laggingGroups,
  NAMES,
  planUpdate,
  readForm,
  reportOf,
} from "../sheets";
import { replaceHighlights, PROTECTION } from "./apply";
import { type Candidate, gridOf, queueCandidates } from "./find";
import { CommandError } from "./issues";
import { run } from "./run";

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

/** Reads the form in one request. @throws CommandError when there is none. */
async function findForm(context: Excel.RequestContext): Promise<FoundForm> {
  const candidates = queueCandidates(context.workbook, NAMES.period, FORM_SHEET);
  await context.sync();
  const form = formAmong(candidates);
  if (!form) throw new CommandError({ code: "no-form", sheet: FORM_SHEET });
  return form;
}

/** Reads the workbook's form in one request and says everything there is to say about it; null when it has none. */
export const readReport = (): Promise<FormReport | null> =>
  run(async (context) => {
    const candidates = queueCandidates(context.workbook, NAMES.period, FORM_SHEET);
    await context.sync();
    const form = formAmong(candidates);
    return form && reportOf(form.data, plan);
  });

/** Audits the form: every finding with its cell, strictest level first. Changes nothing. @throws CommandError when there is none */
export const auditForm = (): Promise<FormReport> =>
  run(async (context) => reportOf((await findForm(context)).data, plan));

/** Lists lagging indicators by responsible bureau and puts the live highlight back where it was lost. */
export const markLagging = (): Promise<LaggingGroup[]> =>
  run(async (context) => {
    const { sheet, grid, data } = await findForm(context);
    const groups = laggingGroups(data, plan);
    if (!groups.ok) throw new CommandError({ code: "form-parameters", words: groups.issue });
    const bureau = bureauOnForm(data.bureau, plan);
    const update = planUpdate(grid, formSheet(plan), (keepCodes) => formSheet(plan, { bureau, keepCodes }));
    if (!update || update.clear) throw new CommandError({ code: "form-damaged", sheet: sheet.name });
    if (sheet.protection.protected) sheet.protection.unprotect();
    replaceHighlights(sheet, update.layout);
    if (sheet.protection.protected) sheet.protection.protect(PROTECTION);
    sheet.activate();
    await context.sync();
    return groups.value;
  });

/** Selects a cell of the form, such as `H12`. */
export const selectAddress = (address: string): Promise<void> =>
  run(async (context) => {
    const { sheet } = await findForm(context);
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
  });
