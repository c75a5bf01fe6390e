import type { Plan } from "../plan";
import {
  area,
  areaAddress,
  asCell,
  type Cell,
  cellAddress,
  formulaAt,
  type Grid,
  type SheetLayout,
  typedCell,
  valueAt,
  PROTECTION,
} from "../grid";
import { bureauOnForm, FORM, type TableOptions } from "../sheets";
import { frameOf, planUpdate } from "../tables";
import type { PlainForm } from "../plain";
import { encode } from "./apply";
import { findForm, type FoundForm } from "./check";
import { gridOf, View } from "./find";
import { CommandError } from "./issues";
import { protectAgain, unprotect } from "./protection";
import { Replacement } from "./replacement";
import { run } from "./run";
import { readNow, syncOrUndo, type Undo } from "./undo";

/** What the calculated columns hold: YIZHI functions, plain Excel formulas, or what they show now as values. */
export type Calculation = "functions" | "formulas" | "values";

/** The calculated columns, in runs that stand side by side. */
const RUNS = [["expected", "gap", "progress", "status"], ["check"]] as const;

type Written = ReturnType<typeof encode>;

/** Cells as they stand and as they are to be; null keeps what stands between the records. */
interface Block {
  address: string;
  /** as read */
  formulas: unknown[][];
  before: Written[][];
  after: Written[][];
}

/** What a cell shows. @throws CommandError when that is no result */
function shown(grid: Grid, row: number, column: number): Cell {
  const value = asCell(valueAt(grid, row, column));
  if (typeof value === "string" && value.startsWith("#"))
    throw new CommandError({ code: "not-calculated", address: cellAddress(row, column), shown: value });
  return value;
}

function blocks(
  grid: Grid,
  layout: SheetLayout,
  columns: readonly string[],
  rows: ReadonlySet<number>,
  values: boolean,
): Block[] {
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return RUNS.map((run): Block => {
    const left = columns.indexOf(run[0]);
    const cells = area(first, left, last - first + 1, run.length);
    const each = <T>(at: (row: number, column: number) => T): (T | null)[][] =>
      Array.from({ length: cells.rows }, (_, r) =>
        run.map((_, c) => (rows.has(first + r) ? at(first + r, left + c) : null)),
      );
    const matrix = (at: (row: number, column: number) => Cell): Written[][] =>
      each((row, column) => encode(at(row, column)));
    return {
      address: areaAddress(cells),
      formulas: each((row, column) => formulaAt(grid, row, column)),
      before: matrix((row, column) => typedCell(valueAt(grid, row, column), formulaAt(grid, row, column))),
      after: matrix((row, column) => (values ? shown(grid, row, column) : layout.cells[row]![column]!)),
    };
  });
}

interface Conversion {
  sheet: Excel.Worksheet;
  /** the sheet that was open before */
  active: Excel.Worksheet;
  changes: Block[];
  /** the sheet that plain formulas need, made here */
  made: Replacement | null;
  /** the same sheet, which nothing needs any more */
  needless: Excel.Worksheet | null;
}

/** Queues the conversion; what cannot be brought back goes last. */
function queueConversion({ sheet, changes, made, needless }: Conversion): void {
  for (const { address, after } of changes) sheet.getRange(address).formulas = after;
  sheet.protection.protect(PROTECTION);
  made?.finish();
  needless?.delete();
  sheet.activate();
}

const differ = (now: unknown[][], formulas: unknown[][]): boolean =>
  formulas.some((row, r) => row.some((formula, c) => formula !== null && formula !== now[r]![c]));

/** Complete once the sheet of plain formulas is whole, or gone; before that the cells get their contents back. */
const undoConversion = ({ sheet, active, changes, made, needless }: Conversion): Undo => ({
  failed: (details) => ({ code: "half-converted", sheet: sheet.name, details }),
  run: async (context) => {
    const form = context.workbook.worksheets.getItem(sheet.id);
    form.protection.load("protected");
    const ranges = changes.map(({ address }) => form.getRange(address).load("formulas"));
    const now = await readNow(context);
    const gone = needless !== null && now.sheets.every(({ id }) => id !== needless.id);
    const complete = gone || (made !== null && made.settle(now) !== null);
    const changed = complete
      ? []
      : changes.filter(({ formulas }, i) => differ(ranges[i]!.formulas, formulas));
    if (complete) form.activate();
    else if (now.open !== active.id) context.workbook.worksheets.getItem(active.id).activate();
    const isOpen = !form.protection.protected || changed.length > 0;
    if (isOpen && form.protection.protected) form.protection.unprotect();
    for (const { address, before } of changed) form.getRange(address).formulas = before;
    await protectAgain(context, [{ was: sheet, now: form, isOpen }]);
    return complete;
  },
});

/** What the form is to hold. @throws CommandError when rows or columns have moved */
function planned(plan: Plan, to: Calculation, plain: PlainForm, { sheet, grid, table }: FoundForm) {
  const options: TableOptions = {
    bureau: bureauOnForm(table.bureau, plan),
    ...(to === "formulas" && { formulas: plain.formulas }),
  };
  const build = (keep: ReadonlySet<string>) => FORM.build(plan, { ...options, keep });
  let built = build(new Set());
  const update = planUpdate(grid, FORM.build(plan), (keep) => (built = build(keep)));
  if (update?.age === "newer") throw new CommandError({ code: "newer-template", sheet: sheet.name });
  if (!update || update.moved) throw new CommandError({ code: "form-damaged", sheet: sheet.name });
  const columns = built.columns.map(({ id }) => id);
  const rows = new Set(frameOf(built).records.map(({ row }) => row));
  return { built, changes: blocks(grid, update.layout, columns, rows, to === "values") };
}

/**
 * Turns the form's calculated columns into plain formulas, values, or YIZHI functions. Entries are not touched.
 * @param plain is handed in, so that only those who use it load it
 * @throws CommandError when there is no form, its rows have moved, or the host refuses: then the workbook is as before
 */
export const convertForm = (
  plan: Plan,
  to: Calculation,
  plain: PlainForm,
  signal?: AbortSignal,
): Promise<string> =>
  run(async (context) => {
    const { workbook } = context;
    const view = await View.of(context, { kinds: [FORM], lists: [plain.sheetName] }, signal);
    const { active } = view;
    const found = await findForm(view, plan);
    const { sheet } = found;
    const calculation = await view.list(plain.sheetName);
    const there = gridOf(calculation);
    const ours = there !== null && plain.recognizes(there);
    if (view.structureLocked && (to === "formulas" || ours))
      throw new CommandError({ code: "workbook-protected" });
    if (to === "formulas" && calculation && !ours)
      throw new CommandError({ code: "foreign-sheet", sheet: plain.sheetName });
    const { built, changes } = planned(plan, to, plain, found);
    // first, so that all is refused while another workbook is in front
    sheet.activate();
    unprotect(sheet);
    const made =
      to === "formulas"
        ? new Replacement(workbook, calculation?.sheet ?? null, plain.layout(built, plan, sheet.name))
        : null;
    const conversion = {
      sheet,
      active,
      changes,
      made,
      needless: made === null && ours ? calculation!.sheet : null,
    };
    queueConversion(conversion);
    await syncOrUndo(context, undoConversion(conversion));
    return sheet.name;
  });
