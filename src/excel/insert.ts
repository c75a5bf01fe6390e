import type { Bureau, Plan } from "../plan";
import {
  type Area,
  area,
  areaAddress,
  type Grid,
  PROTECTION,
  readReference,
  type SheetLayout,
} from "../grid";
import { bureauOnForm, type TableKind } from "../sheets";
import {
  CALCULATION_SHEET,
  expandTable,
  isCalculation,
  planUpdate,
  type Repair,
  type Rescope,
  type Update,
} from "../tables";
import { applyBeside, applyLayout, applyNames, setTwins, strayTwins } from "./apply";
import { type Found, formulasOf, gridOf, remember, sameName, View } from "./find";
import { CommandError } from "./issues";
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

/** Our sheet's own name, or that with （一指）, （一指2） … when a foreign sheet has it. */
export const namesFor = (wanted: string): string[] => [
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
async function readBefore(
  context: Excel.RequestContext,
  kind: TableKind,
  plan: Plan,
  bureau: Bureau | undefined,
  signal?: AbortSignal,
) {
  // needless once the table has its own formulas
  const lists = kind.calculates ? [CALCULATION_SHEET] : [];
  const view = await View.of(context, { kinds: [kind], lists }, signal);
  const ours = await view.table(kind, (grid) => updateOf(grid, kind, plan, bureau), true);
  const helper = kind.calculates ? await view.list(CALCULATION_SHEET) : null;
  const helping = gridOf(helper);
  const before: Before = {
    sheets: view.sheets.items.map((s) => s.name),
    names: formulasOf(view.names),
    structureLocked: view.structureLocked,
  };
  const leftover = helping && isCalculation(helping) ? helper!.sheet : null;
  return { before, ours, leftover };
}

/** How to put right what was read; null when it is not ours. */
const updateOf = (grid: Grid, kind: TableKind, plan: Plan, bureau: Bureau | undefined): Update | null =>
  planUpdate(
    grid,
    kind.build(plan),
    (keep) => kind.build(plan, { bureau, keep }),
    (text) => kind.build(plan, { bureau: bureauOnForm(text, plan) }),
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

/** Inserts a table, or puts an existing one right. Typed entries are never changed. */
export function insertTable(
  kind: TableKind,
  plan: Plan,
  bureau?: Bureau,
  period?: string,
  signal?: AbortSignal,
): Promise<Insertion> {
  return run(async (context) => {
    const { before, ours, leftover } = await readBefore(context, kind, plan, bureau, signal);
    if (before.structureLocked) throw new CommandError({ code: "workbook-protected" });
    if (ours) {
      const { sheet, table } = ours;
      if (table.age === "newer") throw new CommandError({ code: "newer-template", sheet: sheet.name });
      const update = { ...table, layout: layoutFor(ours, before) };
      await syncOrUndo(context, overwrite(context, ours, update, before, leftover));
      const { repairs, rescope } = table;
      return { sheet: sheet.name, created: false, repairs, rescope, renamedBecause: null };
    }
    const name = freeName(namesFor(kind.name), before.sheets);
    const layout = { ...expandTable(kind.build(plan, { bureau, period })), name };
    const made = create(context, layout, before);
    if (await syncOrUndo(context, undoCreate(layout, before))) remember(kind, made);
    const renamedBecause = name === kind.name ? null : kind.name;
    return { sheet: name, created: true, repairs: [], rescope: null, renamedBecause };
  });
}
