import { plan } from "../plan";
import {
  bureauOnForm,
  FORM_SHEET,
  type FormData,
  formSheet,
  laggingList,
  type Marking,
  markingOf,
  planUpdate,
  type SheetLayout,
  type TaskData,
  taskSheet,
  type Update,
} from "../sheets";
import { addHighlights, PROTECTION } from "./apply";
import { readTables } from "./check";
import type { Found } from "./find";
import { CommandError } from "./issues";
import { run, sync } from "./run";
import { syncOrUndo, type Undo } from "./undo";

type Rules = Excel.ConditionalFormatCollection;

const rulesOf = (sheet: Excel.Worksheet): Rules => sheet.getRange().conditionalFormats.load("items/id");
const idsOf = (rules: Rules): string[] => rules.items.map(({ id }) => id);

function remove(sheet: Excel.Worksheet, ids: string[]): void {
  const rules = sheet.getRange().conditionalFormats;
  for (const id of ids) rules.getItem(id).delete();
}

/** A sheet whose highlight is to stand as in its layout; `old` are the ids of the rules it has. */
interface Marked {
  sheet: Excel.Worksheet;
  layout: SheetLayout;
  old: string[];
}

/**
 * Rules are written anew, never edited: the new ones of all sheets are put above the old ones, then the old ones go. So a
 * failure before that leaves the old ones to stay, and one later the new ones, complete.
 */
function replaceHighlights(marked: readonly Marked[]): Undo {
  const before = marked.map(({ sheet, layout, old }) => {
    const { protection } = sheet;
    return { id: sheet.id, layout, old: new Set(old), protection };
  });
  const wasProtected = before.map(({ protection }) => protection.protected);
  marked.forEach(({ sheet, layout }, i) => {
    if (wasProtected[i]) sheet.protection.unprotect();
    addHighlights(sheet, layout);
  });
  marked.forEach(({ sheet, old }) => remove(sheet, old));
  marked.forEach(({ sheet }, i) => wasProtected[i] && sheet.protection.protect(PROTECTION));
  marked[0]?.sheet.activate();
  return {
    failed: (details) => ({ code: "half-marked", sheet: marked[0]!.layout.name, details }),
    run: async (context) => {
      const again = before.map((was) => {
        const sheet = context.workbook.worksheets.getItem(was.id).load("protection/protected");
        return { was, sheet, rules: rulesOf(sheet) };
      });
      await sync(context);
      const complete = again.some(({ was, rules }) => {
        const now = idsOf(rules);
        return [...was.old].some((id) => !now.includes(id));
      });
      again.forEach(({ was, sheet, rules }, i) => {
        if (sheet.protection.protected) sheet.protection.unprotect();
        remove(
          sheet,
          idsOf(rules).filter((id) => was.old.has(id) === complete),
        );
        if (wasProtected[i]) sheet.protection.protect(complete ? PROTECTION : was.protection.options);
      });
      if (complete) again[0]?.sheet.activate();
      await sync(context);
      return complete;
    },
  };
}

/** The layout of a table as it stands; null when its rows or columns are not in their places. */
const standing = (update: Update | null): SheetLayout | null =>
  update && !update.moved ? update.layout : null;

function formLayout({ sheet, grid, table }: Found<FormData>): SheetLayout {
  const bureau = bureauOnForm(table.bureau, plan);
  const layout = standing(
    planUpdate(grid, formSheet(plan), (keepCodes) => formSheet(plan, { bureau, keepCodes })),
  );
  if (!layout) throw new CommandError({ code: "form-damaged", sheet: sheet.name });
  return layout;
}

function tasksLayout({ grid, table }: Found<TaskData>): SheetLayout | null {
  const bureau = bureauOnForm(table.bureau, plan);
  return standing(
    planUpdate(grid, taskSheet(plan), (keepNumbers) => taskSheet(plan, { bureau, keepNumbers })),
  );
}

/** Lists what lags by responsible bureau and puts the live highlights back where they were lost. */
export const markLagging = (signal?: AbortSignal): Promise<Marking> =>
  run(async (context) => {
    const rules = new Map<Excel.Worksheet, Rules>();
    const { form, tasks } = await readTables(context, signal, (candidate) =>
      rules.set(candidate, rulesOf(candidate)),
    );
    if (!form && !tasks) throw new CommandError({ code: "no-form", sheet: FORM_SHEET });
    const list = laggingList(form?.table ?? null, tasks?.table ?? null, plan);
    if (list.unjudged !== null) throw new CommandError({ code: "form-parameters", words: list.unjudged });
    const marked = [
      form && { sheet: form.sheet, layout: formLayout(form) },
      tasks && { sheet: tasks.sheet, layout: tasksLayout(tasks) },
    ].flatMap((table): Marked[] =>
      table?.layout ? [{ ...table, layout: table.layout, old: idsOf(rules.get(table.sheet)!) }] : [],
    );
    if (marked.length > 0) await syncOrUndo(context, replaceHighlights(marked));
    const left = tasks !== null && !marked.some(({ sheet }) => sheet === tasks.sheet);
    return markingOf(list.groups, form?.table ?? null, tasks?.table ?? null, left);
  });
