import { type Bureau, plan } from "../plan";
import {
  areaAddress,
  bureauOnForm,
  CALCULATION_SHEET,
  expandTable,
  formSheet,
  type Grid,
  isCalculation,
  planUpdate,
  readReference,
  type Repair,
  type Rescope,
  type SheetLayout,
  type TableSheet,
  taskSheet,
  type Update,
} from "../sheets";
import { applyBeside, applyLayout, applyNames, PROTECTION } from "./apply";
import {
  type Found,
  FORM_KIND,
  gridOf,
  type Kind,
  queueOverview,
  queueSearch,
  queueSheet,
  TASKS_KIND,
} from "./find";
import { CommandError } from "./issues";
import { run, sync } from "./run";
import { Backup, type Before, freeName, sameName, syncOrUndo, undoCreate } from "./undo";

/** What an insertion did. */
export interface Insertion {
  sheet: string;
  created: boolean;
  repairs: Repair[];
  /** null: it is for the same bureau as before */
  rescope: Rescope | null;
  /** a foreign sheet had the name, so ours got another */
  renamedBecause: string | null;
}

/** What an insertion needs to know of a table sheet; R is its record. */
interface Template<R> {
  kind: Kind;
  /** a sheet that is needless once the table has its own formulas; null: there is none */
  helper: { sheetName: string; recognizes: (grid: Grid) => boolean } | null;
  full: () => TableSheet<R>;
  build: (bureau: Bureau | undefined, keep: ReadonlySet<string>, period?: string) => TableSheet<R>;
}

const FORM: Template<ReturnType<typeof formSheet>["groups"][number]["records"][number]> = {
  kind: FORM_KIND,
  helper: { sheetName: CALCULATION_SHEET, recognizes: isCalculation },
  full: () => formSheet(plan),
  build: (bureau, keepCodes, period) => formSheet(plan, { bureau, keepCodes, period }),
};

const TASKS: Template<ReturnType<typeof taskSheet>["groups"][number]["records"][number]> = {
  kind: TASKS_KIND,
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
    old.clear();
  }
  sheet.getRange().dataValidation.clear();
  sheet.getRange().conditionalFormats.clearAll();
  applyLayout(sheet, update.layout, update.withSizes);
  if (update.beside) applyBeside(sheet, update.beside);
  protect(sheet);
  sheet.activate();
  backup.discard();
  return backup;
}

/** The workbook as it is, and the table that is there. */
async function readBefore<R>(
  context: Excel.RequestContext,
  template: Template<R>,
  bureau: Bureau | undefined,
  signal?: AbortSignal,
) {
  const { workbook } = context;
  const overview = queueOverview(workbook);
  workbook.protection.load("protected");
  const search = queueSearch(context, overview, template.kind);
  const helper = template.helper && queueSheet(workbook, template.helper.sheetName);
  await sync(context, signal);
  const ours = await search.find((grid) => updateOf(grid, template, bureau), signal, true);
  const helping = helper && gridOf(helper);
  const before: Before = {
    sheets: overview.sheets.items.map((s) => s.name),
    names: new Map(overview.names.items.map((n) => [n.name, String(n.formula)])),
    structureLocked: workbook.protection.protected,
  };
  const leftover = helping && template.helper!.recognizes(helping) ? helper.sheet : null;
  return { before, ours, leftover };
}

/** How to put right what was read; null when it is not ours. */
const updateOf = <R>(grid: Grid, template: Template<R>, bureau: Bureau | undefined): Update | null =>
  planUpdate(
    grid,
    template.full(),
    (keep) => template.build(bureau, keep),
    (text) => template.build(bureauOnForm(text, plan), new Set()),
  );

/** Where our names point at another sheet, of which this one is a copy, they stay there. */
function layoutFor({ sheet, table: { layout } }: Found<Update>, before: Before): SheetLayout {
  const isElsewhere = (name: string): boolean => {
    const target = readReference(before.names.get(name) ?? "");
    return target !== null && !sameName(target.sheet, sheet.name) && hasSheet(before, target.sheet);
  };
  const isCopy = Object.keys(layout.names).some(isElsewhere);
  return { ...layout, name: sheet.name, ...(isCopy && { names: {} }) };
}

const hasSheet = ({ sheets }: Before, name: string): boolean => sheets.some((other) => sameName(other, name));

function insert<R>(
  template: Template<R>,
  bureau?: Bureau,
  period?: string,
  signal?: AbortSignal,
): Promise<Insertion> {
  return run(async (context) => {
    const { before, ours, leftover } = await readBefore(context, template, bureau, signal);
    if (before.structureLocked) throw new CommandError({ code: "workbook-protected" });
    if (ours) {
      const { sheet, table } = ours;
      const update = { ...table, layout: layoutFor(ours, before) };
      await syncOrUndo(context, overwrite(context, sheet, update, before, leftover));
      const { repairs, rescope } = table;
      return { sheet: sheet.name, created: false, repairs, rescope, renamedBecause: null };
    }
    const name = freeName(namesFor(template.kind.sheetName), before.sheets);
    const layout = { ...expandTable(template.build(bureau, new Set(), period)), name };
    create(context, layout, before);
    await syncOrUndo(context, undoCreate(layout, before));
    const renamedBecause = name === template.kind.sheetName ? null : template.kind.sheetName;
    return { sheet: name, created: true, repairs: [], rescope: null, renamedBecause };
  });
}

/** Inserts the form 指标填报, or puts an existing one right. Typed entries are never changed. */
export const insertForm = (bureau?: Bureau, period?: string, signal?: AbortSignal): Promise<Insertion> =>
  insert(FORM, bureau, period, signal);

/** Inserts the sheet 任务分工, or puts an existing one right. Typed entries are never changed. */
export const insertTasks = (bureau?: Bureau, signal?: AbortSignal): Promise<Insertion> =>
  insert(TASKS, bureau, undefined, signal);
