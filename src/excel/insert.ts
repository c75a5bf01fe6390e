import { type Bureau, plan } from "../plan";
import {
  area,
  areaAddress,
  expandTable,
  FORM_SHEET,
  formSheet,
  NAMES,
  planUpdate,
  type Repair,
  type SheetLayout,
  type TableSheet,
  TASKS_SHEET,
  taskSheet,
  type Update,
} from "../sheets";
import { replaceHighlights, applyLayout, applyNames, PROTECTION } from "./apply";
import { type Candidate, gridOf, queueCandidates } from "./find";
import { CommandError } from "./issues";
import { run } from "./run";

/** What an insertion did. */
export interface Insertion {
  sheet: string;
  created: boolean;
  repairs: Repair[];
  /** a foreign sheet had the name, so ours got another */
  renamedBecause: string | null;
}

/** What an insertion needs to know of a table sheet; R is its record. */
interface Template<R> {
  sheetName: string;
  /** workbook name that points at the sheet */
  marker: string;
  full: () => TableSheet<R>;
  build: (bureau: Bureau | undefined, keep: ReadonlySet<string>, period?: string) => TableSheet<R>;
}

const FORM: Template<ReturnType<typeof formSheet>["groups"][number]["records"][number]> = {
  sheetName: FORM_SHEET,
  marker: NAMES.period,
  full: () => formSheet(plan),
  build: (bureau, keepCodes, period) => formSheet(plan, { bureau, keepCodes, period }),
};

const TASKS: Template<ReturnType<typeof taskSheet>["groups"][number]["records"][number]> = {
  sheetName: TASKS_SHEET,
  marker: NAMES.tasks,
  full: () => taskSheet(plan),
  build: (bureau, keepNumbers) => taskSheet(plan, { bureau, keepNumbers }),
};

/** The workbook before a command, as far as it may have to be put back. */
interface Before {
  sheets: string[];
  names: Map<string, string>;
  structureLocked: boolean;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A free name for our sheet: its own, or with （一指）, （一指2） … when a foreign sheet has it. */
function freeName(wanted: string, taken: string[]): string {
  const names = [wanted, ...Array.from({ length: 9 }, (_, i) => `${wanted}（一指${i === 0 ? "" : i + 1}）`)];
  const free = names.find((name) => !taken.some((other) => sameName(name, other)));
  if (!free) throw new CommandError({ code: "no-free-name", sheet: wanted });
  return free;
}

const protect = (sheet: Excel.Worksheet): void => sheet.protection.protect(PROTECTION);

function create(context: Excel.RequestContext, layout: SheetLayout, before: Before): void {
  const sheet = context.workbook.worksheets.add(layout.name);
  applyNames(context.workbook, layout, new Set(before.names.keys()));
  applyLayout(sheet, layout);
  protect(sheet);
  sheet.activate();
}

function overwrite(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  update: Update,
  before: Before,
): void {
  if (sheet.protection.protected) sheet.protection.unprotect();
  applyNames(context.workbook, update.layout, new Set(before.names.keys()));
  if (update.clear) {
    const old = sheet.getRange(areaAddress(update.clear));
    old.unmerge();
    old.dataValidation.clear();
    old.clear();
  }
  sheet.getRange().conditionalFormats.clearAll();
  applyLayout(sheet, update.layout);
  protect(sheet);
  sheet.activate();
}

/** Puts names back as they were: changed ones get their formula, new ones go. */
function restoreNames(workbook: Excel.Workbook, layout: SheetLayout, before: Before): void {
  for (const name of Object.keys(layout.names)) {
    const formula = before.names.get(name);
    const item = workbook.names.getItem(name);
    if (formula === undefined) item.delete();
    else item.formula = formula;
  }
}

/** Each step of a clean-up stands alone: one that the half-done command never reached must not stop the rest. */
async function attempt(step: (context: Excel.RequestContext) => void): Promise<void> {
  await Excel.run(async (context) => {
    step(context);
    await context.sync();
  }).catch(() => undefined);
}

async function undoCreate(layout: SheetLayout, before: Before): Promise<void> {
  await attempt((context) => context.workbook.worksheets.getItem(layout.name).delete());
  for (const name of Object.keys(layout.names)) {
    const one = { ...layout, names: { [name]: layout.names[name]! } };
    await attempt((context) => restoreNames(context.workbook, one, before));
  }
}

async function undoOverwrite(candidate: Candidate, layout: SheetLayout, before: Before): Promise<void> {
  const { row, column, formulas } = gridOf(candidate)!;
  const old = areaAddress(area(row, column, formulas.length, formulas[0]!.length));
  const again = (context: Excel.RequestContext): Excel.Worksheet =>
    context.workbook.worksheets.getItem(candidate.sheet.id);
  await attempt((context) => again(context).protection.unprotect());
  await attempt((context) => void (again(context).getRange(old).formulas = formulas));
  await attempt((context) => replaceHighlights(again(context), layout));
  await attempt((context) => restoreNames(context.workbook, layout, before));
  if (candidate.sheet.protection.protected) await attempt((context) => protect(again(context)));
}

async function readBefore<R>(context: Excel.RequestContext, template: Template<R>) {
  const { workbook } = context;
  workbook.worksheets.load("items/name");
  workbook.names.load("items/name,items/formula");
  workbook.protection.load("protected");
  const candidates = queueCandidates(workbook, template.marker, template.sheetName);
  await context.sync();
  const before: Before = {
    sheets: workbook.worksheets.items.map((s) => s.name),
    names: new Map(workbook.names.items.map((n) => [n.name, String(n.formula)])),
    structureLocked: workbook.protection.protected,
  };
  return { before, candidates };
}

/** The first candidate that holds our table, with the plan for putting it right. */
function findOurs<R>(candidates: Candidate[], template: Template<R>, bureau: Bureau | undefined) {
  for (const candidate of candidates) {
    const grid = gridOf(candidate);
    const update = grid && planUpdate(grid, template.full(), (keep) => template.build(bureau, keep));
    if (update)
      return { candidate, update: { ...update, layout: { ...update.layout, name: candidate.sheet.name } } };
  }
  return null;
}

function insert<R>(template: Template<R>, bureau: Bureau | undefined, period?: string): Promise<Insertion> {
  return run(async (context) => {
    const { before, candidates } = await readBefore(context, template);
    const ours = findOurs(candidates, template, bureau);
    if (ours) {
      const { candidate, update } = ours;
      overwrite(context, candidate.sheet, update, before);
      await context.sync().catch(async (error: unknown) => {
        await undoOverwrite(candidate, update.layout, before);
        throw error;
      });
      return { sheet: candidate.sheet.name, created: false, repairs: update.repairs, renamedBecause: null };
    }
    if (before.structureLocked) throw new CommandError({ code: "workbook-protected" });
    const name = freeName(template.sheetName, before.sheets);
    const layout = { ...expandTable(template.build(bureau, new Set(), period)), name };
    create(context, layout, before);
    await context.sync().catch(async (error: unknown) => {
      await undoCreate(layout, before);
      throw error;
    });
    const renamedBecause = name === template.sheetName ? null : template.sheetName;
    return { sheet: name, created: true, repairs: [], renamedBecause };
  });
}

/** Inserts the form 指标填报, or puts an existing one right. Typed entries are never changed. */
export const insertForm = (bureau?: Bureau, period?: string): Promise<Insertion> =>
  insert(FORM, bureau, period);

/** Inserts the sheet 任务分工, or puts an existing one right. Typed entries are never changed. */
export const insertTasks = (bureau?: Bureau): Promise<Insertion> => insert(TASKS, bureau);
