import type { Plan } from "../plan";
import { bureauOnForm, FORM, TABLES, type TableData, type TableKind } from "../sheets";
import { laggingList, type Marking, markingOf } from "../report";
import { planUpdate } from "../tables";
import type { SheetLayout } from "../grid";
import { addHighlights, clearHighlights } from "./apply";
import { heldOf, isEmptyOf, readTables } from "./check";
import type { Found } from "./find";
import { CommandError } from "./issues";
import { protect, protectAgain, unprotect } from "./protection";
import { run, sync } from "./run";
import { syncOrUndo, type Undo } from "./undo";

type Rules = Excel.ConditionalFormatCollection;

const rulesOf = (sheet: Excel.Worksheet): Rules => sheet.getRange().conditionalFormats.load("items/id");
const idsOf = (rules: Rules): string => rules.items.map(({ id }) => id).join();

/** A sheet whose highlight is to stand as in its layout. */
interface Marked {
  sheet: Excel.Worksheet;
  layout: SheetLayout;
  /** the rules it has */
  rules: Rules;
}

/**
 * Queues new highlights in place of all that the coloured cells have. Rules are never asked for by their ids, which Excel
 * does not always know again; those on other cells are people's own and stay.
 */
function replaceHighlights(sheet: Excel.Worksheet, layout: SheetLayout): void {
  clearHighlights(sheet, layout);
  addHighlights(sheet, layout);
}

/**
 * Queues it for all sheets. What may be refused comes first: one is shown, which fails while another workbook is in
 * front, and all lose their protection.
 * @returns the sheet that was open before
 */
function queueMarking({ workbook }: Excel.RequestContext, marked: readonly Marked[]): Excel.Worksheet {
  const active = workbook.worksheets.getActiveWorksheet().load("id");
  marked[0]?.sheet.activate();
  for (const { sheet } of marked) unprotect(sheet);
  for (const { sheet, layout } of marked) replaceHighlights(sheet, layout);
  for (const { sheet } of marked) protect(sheet);
  return active;
}

/** Highlights are half made only: they are made once more. Where none has changed, nothing was done. */
function finishMarking(marked: readonly Marked[], active: Excel.Worksheet): Undo {
  const before = marked.map(({ sheet, layout, rules }) => ({
    sheet,
    layout,
    rules: idsOf(rules),
  }));
  return {
    failed: (details) => ({ code: "half-marked", sheet: before[0]!.layout.name, details }),
    run: async (context) => {
      const again = before.map((was) => {
        const sheet = context.workbook.worksheets.getItem(was.sheet.id).load("protection/protected");
        return { was, sheet, rules: rulesOf(sheet) };
      });
      const open = context.workbook.worksheets.getActiveWorksheet().load("id");
      await sync(context);
      const isUntouched = again.every(({ was, rules }) => idsOf(rules) === was.rules);
      if (isUntouched) {
        // not known where the batch did not come so far
        const { id } = active.toJSON();
        if (id !== undefined && id !== open.id) context.workbook.worksheets.getItem(id).activate();
      } else
        for (const { was, sheet } of again) {
          if (sheet.protection.protected) sheet.protection.unprotect();
          replaceHighlights(sheet, was.layout);
        }
      await protectAgain(
        context,
        again.map(({ was, sheet }) => ({
          was: was.sheet,
          now: sheet,
          isOpen: !isUntouched || !sheet.protection.protected,
        })),
      );
      return !isUntouched;
    },
  };
}

/** The layout of a table as it stands; null when its rows or columns are not in their places. */
function standing(kind: TableKind, { sheet, grid, table }: Found<TableData>, plan: Plan): SheetLayout | null {
  const bureau = bureauOnForm(table.bureau, plan);
  const update = planUpdate(grid, kind.build(plan), (keep) => kind.build(plan, { bureau, keep }));
  if (update?.age === "newer" && kind.calculates)
    throw new CommandError({ code: "newer-template", sheet: sheet.name });
  return update && !update.moved && update.age !== "newer" ? update.layout : null;
}

/** Lists what lags by responsible bureau and puts the live highlights back where they were lost. */
export const markLagging = (plan: Plan, signal?: AbortSignal): Promise<Marking> =>
  run(async (context) => {
    const rules = new Map<Excel.Worksheet, Rules>();
    const tables = await readTables(context, plan, signal, (candidate) =>
      rules.set(candidate, rulesOf(candidate)),
    );
    if (isEmptyOf(tables)) throw new CommandError({ code: "no-form", sheet: FORM.name });
    const { form, tasks } = tables;
    const list = laggingList(heldOf(tables), plan);
    if (list.unjudged !== null) throw new CommandError({ code: "form-parameters", words: list.unjudged });
    const marked = TABLES.flatMap((kind): Marked[] => {
      const found = tables[kind.id];
      const layout = found && standing(kind, found, plan);
      // its status cells are what the list is of
      if (found && !layout && kind.calculates)
        throw new CommandError({ code: "form-damaged", sheet: found.sheet.name });
      return found && layout ? [{ sheet: found.sheet, layout, rules: rules.get(found.sheet)! }] : [];
    });
    if (marked.length > 0) {
      const active = queueMarking(context, marked);
      await syncOrUndo(context, finishMarking(marked, active));
    }
    const left = tasks !== null && !marked.some(({ sheet }) => sheet === tasks.sheet);
    return markingOf(list.groups, form?.table ?? null, tasks?.table ?? null, left);
  });
