import type { Bureau, Plan } from "../plan";
import { type Area, area, areaAddress, type Grid, readReference, type SheetLayout } from "../grid";
import { bureauOnForm, formSheet, taskSheet } from "../sheets";
import {
  CALCULATION_SHEET,
  expandTable,
  isCalculation,
  planUpdate,
  type Repair,
  type Rescope,
  type TableSheet,
  type Update,
} from "../tables";
import { applyBeside, applyLayout, applyNames, setTwins, strayTwins } from "./apply";
import {
  type Found,
  FORM_KIND,
  formulasOf,
  gridOf,
  type Kind,
  remember,
  sameName,
  TASKS_KIND,
  View,
} from "./find";
import { CommandError } from "./issues";
import { PROTECTION } from "./protection";
import { run } from "./run";
import { Backup, type Before, freeName, syncOrUndo, undoCreate } from "./undo";

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
  full: (plan: Plan) => TableSheet<R>;
  build: (
    plan: Plan,
    bureau: Bureau | undefined,
    keep: ReadonlySet<string>,
    period?: string,
  ) => TableSheet<R>;
}

const FORM: Template<ReturnType<typeof formSheet>["groups"][number]["records"][number]> = {
  kind: FORM_KIND,
  helper: { sheetName: CALCULATION_SHEET, recognizes: isCalculation },
  full: formSheet,
  build: (plan, bureau, keepCodes, period) => formSheet(plan, { bureau, keepCodes, period }),
};

const TASKS: Template<ReturnType<typeof taskSheet>["groups"][number]["records"][number]> = {
  kind: TASKS_KIND,
  helper: null,
  full: taskSheet,
  build: (plan, bureau, keepNumbers) => taskSheet(plan, { bureau, keepNumbers }),
};

/** Our sheet's own name, or that with （一指）, （一指2） … when a foreign sheet has it. */
const namesFor = (wanted: string): string[] => [
  wanted,
  ...Array.from({ length: 9 }, (_, i) => `${wanted}（一指${i === 0 ? "" : i + 1}）`),
];

const protect = (sheet: Excel.Worksheet): void => sheet.protection.protect(PROTECTION);

function create(context: Excel.RequestContext, layout: SheetLayout, before: Before): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(layout.name);
  applyNames(context.workbook, layout, new Set(before.names.keys()));
  applyLayout(sheet, layout);
  protect(sheet);
  sheet.activate();
  return sheet;
}

/** From A1 to the end of all that is there, and of all that is to be. */
function touchedBy({ layout, clear, beside }: Update, grid: Grid): Area {
  const used = area(grid.row, grid.column, grid.values.length, grid.values[0]!.length);
  const table = area(0, 0, layout.cells.length, layout.columnWidths.length);
  const all = [used, table, ...(clear ? [clear] : []), ...(beside ? [beside.area] : [])];
  const end = (of: (one: Area) => number): number => Math.max(...all.map(of));
  return area(
    0,
    0,
    end(({ row, rows }) => row + rows),
    end(({ column, columns }) => column + columns),
  );
}

/** A copy of what is there is taken first and goes last. */
function overwrite(
  context: Excel.RequestContext,
  { sheet, grid, table, own }: Found<Update>,
  update: Update,
  before: Before,
  leftover: Excel.Worksheet | null,
): Backup {
  const touched = touchedBy(update, grid);
  const had = own ? formulasOf(own) : new Map<string, string>();
  const twins = strayTwins({ ...table.layout, name: sheet.name }, had);
  const old = new Map([...had].filter(([name]) => twins.has(name)));
  const backup = new Backup(
    context.workbook,
    sheet,
    update.layout,
    touched,
    { ...before, twins: old },
    leftover,
  );
  applyNames(context.workbook, update.layout, new Set(before.names.keys()));
  setTwins(sheet, twins);
  if (update.clear) {
    const old = sheet.getRange(areaAddress(update.clear));
    old.unmerge();
    old.clear();
  }
  // Excel refuses a rule for cells that have different ones
  const cells = sheet.getRange(areaAddress(touched));
  cells.dataValidation.clear();
  cells.conditionalFormats.clearAll();
  applyLayout(sheet, update.layout, update.withSizes);
  if (update.beside) applyBeside(sheet, update.beside);
  protect(sheet);
  backup.discard();
  return backup;
}

/** The workbook as it is, and the table that is there. */
async function readBefore<R>(
  context: Excel.RequestContext,
  template: Template<R>,
  plan: Plan,
  bureau: Bureau | undefined,
  signal?: AbortSignal,
) {
  const { kind, helper: wanted } = template;
  const lists = wanted ? [wanted.sheetName] : [];
  const view = await View.of(context, { kinds: [kind], lists }, signal);
  const ours = await view.table(kind, (grid) => updateOf(grid, template, plan, bureau), true);
  const helper = wanted && (await view.list(wanted.sheetName));
  const helping = gridOf(helper);
  const before: Before = {
    sheets: view.sheets.items.map((s) => s.name),
    names: formulasOf(view.names),
    structureLocked: view.structureLocked,
  };
  const leftover = helping && wanted!.recognizes(helping) ? helper!.sheet : null;
  return { before, ours, leftover };
}

/** How to put right what was read; null when it is not ours. */
const updateOf = <R>(
  grid: Grid,
  template: Template<R>,
  plan: Plan,
  bureau: Bureau | undefined,
): Update | null =>
  planUpdate(
    grid,
    template.full(plan),
    (keep) => template.build(plan, bureau, keep),
    (text) => template.build(plan, bureauOnForm(text, plan), new Set()),
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
  plan: Plan,
  bureau?: Bureau,
  period?: string,
  signal?: AbortSignal,
): Promise<Insertion> {
  return run(async (context) => {
    const { before, ours, leftover } = await readBefore(context, template, plan, bureau, signal);
    if (before.structureLocked) throw new CommandError({ code: "workbook-protected" });
    if (ours) {
      const { sheet, table } = ours;
      const update = { ...table, layout: layoutFor(ours, before) };
      await syncOrUndo(context, overwrite(context, ours, update, before, leftover));
      const { repairs, rescope } = table;
      return { sheet: sheet.name, created: false, repairs, rescope, renamedBecause: null };
    }
    const name = freeName(namesFor(template.kind.sheetName), before.sheets);
    const layout = { ...expandTable(template.build(plan, bureau, new Set(), period)), name };
    const made = create(context, layout, before);
    if (await syncOrUndo(context, undoCreate(layout, before))) remember(template.kind, made);
    const renamedBecause = name === template.kind.sheetName ? null : template.kind.sheetName;
    return { sheet: name, created: true, repairs: [], rescope: null, renamedBecause };
  });
}

/** Inserts the form 指标填报, or puts an existing one right. Typed entries are never changed. */
export const insertForm = (
  plan: Plan,
  bureau?: Bureau,
  period?: string,
  signal?: AbortSignal,
): Promise<Insertion> => insert(FORM, plan, bureau, period, signal);

/** Inserts the sheet 任务分工, or puts an existing one right. Typed entries are never changed. */
export const insertTasks = (plan: Plan, bureau?: Bureau, signal?: AbortSignal): Promise<Insertion> =>
  insert(TASKS, plan, bureau, undefined, signal);
