import { plan } from "../plan";
import {
  area,
  areaAddress,
  bureauOnForm,
  type Cell,
  FORM_SHEET,
  type FormOptions,
  formSheet,
  frameOf,
  type Grid,
  NAMES,
  type PlainForm,
  planUpdate,
  readForm,
  type SheetLayout,
} from "../sheets";
import { applyLayout, PROTECTION } from "./apply";
import { type Candidate, gridOf, queueCandidates, queueSheet } from "./find";
import { CommandError } from "./issues";
import { type PutBack, syncOrPutBack } from "./put-back";
import { run, sync } from "./run";

/** What the calculated columns hold: YIZHI functions, plain Excel formulas, or what they show now as values. */
export type Calculation = "functions" | "formulas" | "values";

/** The calculated columns, in runs that stand side by side. */
const RUNS = [["expected", "gap", "progress", "status"], ["check"]] as const;

interface Block {
  address: string;
  before: unknown[][];
  after: (string | number | boolean | null)[][];
}

const asWritten = (cell: Cell | null): string | number | boolean | null =>
  typeof cell === "object" && cell !== null ? cell.formula : cell;

/** The calculated cells as they are to be; null keeps what stands between the records. */
function blocks(grid: Grid, layout: SheetLayout, rows: ReadonlySet<number>, values: boolean): Block[] {
  const columns = formSheet(plan).columns.map(({ id }) => id);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return RUNS.map((run): Block => {
    const column = columns.indexOf(run[0]);
    const cells = area(first, column, last - first + 1, run.length);
    const old = (matrix: unknown[][], row: number): unknown[] =>
      run.map((_, i) => matrix[row - grid.row]![column + i - grid.column]);
    const lines = Array.from({ length: cells.rows }, (_, i) => first + i);
    return {
      address: areaAddress(cells),
      before: lines.map((row) => (rows.has(row) ? old(grid.formulas, row) : run.map(() => null))),
      after: lines.map((row) => {
        if (!rows.has(row)) return run.map(() => null);
        if (values) return old(grid.values, row) as string[];
        return run.map((_, i) => asWritten(layout.cells[row]![column + i]!));
      }),
    };
  });
}

interface FoundForm {
  candidate: Candidate;
  grid: Grid;
  options: FormOptions;
}

function formAmong(candidates: Candidate[]): FoundForm {
  for (const candidate of candidates) {
    const grid = gridOf(candidate);
    const data = grid && readForm(grid, plan);
    if (data) return { candidate, grid, options: { bureau: bureauOnForm(data.bureau, plan) } };
  }
  throw new CommandError({ code: "no-form", sheet: FORM_SHEET });
}

/** Queues the hidden sheet that plain formulas take their results from, in place of an older one. @returns how to take it back */
function queueCalculation(context: Excel.RequestContext, old: Candidate, layout: SheetLayout): PutBack {
  const draft = `${layout.name}…`;
  const sheet = context.workbook.worksheets.add(draft);
  applyLayout(sheet, layout);
  if (!old.sheet.isNullObject) old.sheet.delete();
  sheet.name = layout.name;
  sheet.visibility = "Hidden";
  sheet.protection.protect(PROTECTION);
  return (again) => again.workbook.worksheets.getItem(draft).delete();
}

/**
 * Turns the form's calculated columns into plain formulas, values, or YIZHI functions. Entries are not touched.
 * @param plain is handed in, so that only those who use it load it
 * @throws CommandError when there is no form, its rows have moved, or the host refuses: then the workbook is as before
 */
export const convertForm = (to: Calculation, plain: PlainForm): Promise<string> =>
  run(async (context) => {
    const { workbook } = context;
    const candidates = queueCandidates(workbook, NAMES.period, FORM_SHEET);
    const calculation = queueSheet(workbook, plain.sheetName);
    workbook.protection.load("protected");
    await sync(context);
    const { candidate, grid, options } = formAmong(candidates);
    const { sheet } = candidate;
    if (workbook.protection.protected) throw new CommandError({ code: "workbook-protected" });
    const there = gridOf(calculation);
    const ours = there !== null && plain.recognizes(there);
    if (to === "formulas" && !calculation.sheet.isNullObject && !ours)
      throw new CommandError({ code: "foreign-sheet", sheet: plain.sheetName });
    const build = (keepCodes: ReadonlySet<string>) =>
      formSheet(plan, { ...options, keepCodes, ...(to === "formulas" && { formulas: plain.formulas }) });
    let built = build(new Set());
    const update = planUpdate(grid, formSheet(plan), (keep) => (built = build(keep)));
    if (!update || update.clear) throw new CommandError({ code: "form-damaged", sheet: sheet.name });
    const rows = new Set(frameOf(built).records.map(({ row }) => row));
    const changes = blocks(grid, update.layout, rows, to === "values");
    const undo: PutBack[] = [];
    if (to === "formulas")
      undo.push(queueCalculation(context, calculation, plain.layout(built, plan, sheet.name)));
    const wasProtected = sheet.protection.protected;
    if (wasProtected) sheet.protection.unprotect();
    for (const { address, after } of changes) sheet.getRange(address).formulas = after;
    sheet.protection.protect(PROTECTION);
    if (to !== "formulas" && ours) calculation.sheet.delete();
    sheet.activate();
    await syncOrPutBack(context, [
      (again) => again.workbook.worksheets.getItem(sheet.id).protection.unprotect(),
      ...changes.map(({ address, before }): PutBack => (again) => {
        again.workbook.worksheets.getItem(sheet.id).getRange(address).formulas = before;
      }),
      ...(wasProtected
        ? [((again) => again.workbook.worksheets.getItem(sheet.id).protection.protect(PROTECTION)) as PutBack]
        : []),
      ...undo,
    ]);
    return sheet.name;
  });
