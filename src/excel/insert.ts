import { type Bureau, plan } from "../plan";
import {
  areaAddress,
  CALCULATION_SHEET,
  expandTable,
  FORM_SHEET,
  formSheet,
  type Grid,
  isCalculation,
  NAMES,
  planUpdate,
  type Repair,
  type SheetLayout,
  type TableSheet,
  TASKS_SHEET,
  taskSheet,
  type Update,
} from "../sheets";
import { applyLayout, applyNames, PROTECTION } from "./apply";
import { type Candidate, gridOf, queueCandidates, queueSheet } from "./find";
import { CommandError } from "./issues";
import { run, sync } from "./run";
import { Backup, type Before, freeName, syncOrUndo, undoCreate } from "./undo";

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
  /** a sheet that is needless once the table has its own formulas; null: there is none */
  helper: { sheetName: string; recognizes: (grid: Grid) => boolean } | null;
  full: () => TableSheet<R>;
  build: (bureau: Bureau | undefined, keep: ReadonlySet<string>, period?: string) => TableSheet<R>;
}

const FORM: Template<ReturnType<typeof formSheet>["groups"][number]["records"][number]> = {
  sheetName: FORM_SHEET,
  marker: NAMES.period,
  helper: { sheetName: CALCULATION_SHEET, recognizes: isCalculation },
  full: () => formSheet(plan),
  build: (bureau, keepCodes, period) => formSheet(plan, { bureau, keepCodes, period }),
};

const TASKS: Template<ReturnType<typeof taskSheet>["groups"][number]["records"][number]> = {
  sheetName: TASKS_SHEET,
  marker: NAMES.tasks,
  helper: null,
  full: () => taskSheet(plan),
  build: (bureau, keepNumbers) => taskSheet(plan, { bureau, keepNumbers }),
};

/** Our sheet's own name, or that with （一指）, （一指2） … when a foreign sheet has it. */
const namesFor = (wanted: string): string[] => [
  wanted,
  ...Array.from({ length: 9 }, (_, i) => `${wanted}（一指${i === 0 ? "" : i + 1}）`),
];

const protect = (sheet: Excel.Worksheet): void => sheet.protection.protect(PROTECTION);

function create(context: Excel.RequestContext, layout: SheetLayout, before: Before): void {
  const sheet = context.workbook.worksheets.add(layout.name);
  applyNames(context.workbook, layout, new Set(before.names.keys()));
  applyLayout(sheet, layout);
  protect(sheet);
  sheet.activate();
}

/** The copy of the sheet is taken first and goes last. */
function overwrite(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  update: Update,
  before: Before,
  leftover: Excel.Worksheet | null,
): Backup {
  const backup = new Backup(context.workbook, sheet, update.layout, before, leftover);
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
  backup.discard();
  return backup;
}

async function readBefore<R>(context: Excel.RequestContext, template: Template<R>, signal?: AbortSignal) {
  const { workbook } = context;
  workbook.worksheets.load("items/name");
  workbook.names.load("items/name,items/formula");
  workbook.protection.load("protected");
  const candidates = queueCandidates(workbook, template.marker, template.sheetName);
  const helper = template.helper && queueSheet(workbook, template.helper.sheetName);
  await sync(context, signal);
  const helping = helper && gridOf(helper);
  const before: Before = {
    sheets: workbook.worksheets.items.map((s) => s.name),
    names: new Map(workbook.names.items.map((n) => [n.name, String(n.formula)])),
    structureLocked: workbook.protection.protected,
  };
  const leftover = helping && template.helper!.recognizes(helping) ? helper.sheet : null;
  return { before, candidates, leftover };
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

function insert<R>(
  template: Template<R>,
  bureau?: Bureau,
  period?: string,
  signal?: AbortSignal,
): Promise<Insertion> {
  return run(async (context) => {
    const { before, candidates, leftover } = await readBefore(context, template, signal);
    const ours = findOurs(candidates, template, bureau);
    if (before.structureLocked) throw new CommandError({ code: "workbook-protected" });
    if (ours) {
      const { candidate, update } = ours;
      await syncOrUndo(context, overwrite(context, candidate.sheet, update, before, leftover));
      return { sheet: candidate.sheet.name, created: false, repairs: update.repairs, renamedBecause: null };
    }
    const name = freeName(namesFor(template.sheetName), before.sheets);
    const layout = { ...expandTable(template.build(bureau, new Set(), period)), name };
    create(context, layout, before);
    await syncOrUndo(context, undoCreate(layout, before));
    const renamedBecause = name === template.sheetName ? null : template.sheetName;
    return { sheet: name, created: true, repairs: [], renamedBecause };
  });
}

/** Inserts the form 指标填报, or puts an existing one right. Typed entries are never changed. */
export const insertForm = (bureau?: Bureau, period?: string, signal?: AbortSignal): Promise<Insertion> =>
  insert(FORM, bureau, period, signal);

/** Inserts the sheet 任务分工, or puts an existing one right. Typed entries are never changed. */
export const insertTasks = (bureau?: Bureau, signal?: AbortSignal): Promise<Insertion> =>
  insert(TASKS, bureau, undefined, signal);
