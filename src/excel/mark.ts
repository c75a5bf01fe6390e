import { plan } from "../plan";
import {
  bureauOnForm,
  formSheet,
  type LaggingGroup,
  laggingGroups,
  planUpdate,
  type SheetLayout,
} from "../sheets";
import { addHighlights, PROTECTION } from "./apply";
import { findForm } from "./check";
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

/**
 * Rules are written anew, never edited: the new ones are put above the old ones, then the old ones go. So a failure
 * before that leaves the old ones to stay, and one later the new ones, complete.
 */
function replaceHighlights(sheet: Excel.Worksheet, layout: SheetLayout, old: string[]): Undo {
  const { protection } = sheet.load("id,protection/options");
  const wasProtected = protection.protected;
  if (wasProtected) protection.unprotect();
  addHighlights(sheet, layout);
  remove(sheet, old);
  if (wasProtected) protection.protect(PROTECTION);
  sheet.activate();
  return {
    failed: (details) => ({ code: "half-marked", sheet: layout.name, details }),
    run: async (context) => {
      const again = context.workbook.worksheets.getItem(sheet.id).load("protection/protected");
      const rules = rulesOf(again);
      await sync(context);
      const [before, now] = [new Set(old), idsOf(rules)];
      const complete = [...before].some((id) => !now.includes(id));
      if (again.protection.protected) again.protection.unprotect();
      remove(
        again,
        now.filter((id) => before.has(id) === complete),
      );
      if (wasProtected) again.protection.protect(complete ? PROTECTION : protection.options);
      if (complete) again.activate();
      await sync(context);
      return complete;
    },
  };
}

/** Lists lagging indicators by responsible bureau and puts the live highlight back where it was lost. */
export const markLagging = (signal?: AbortSignal): Promise<LaggingGroup[]> =>
  run(async (context) => {
    const rules = new Map<Excel.Worksheet, Rules>();
    const {
      sheet,
      grid,
      table: data,
    } = await findForm(context, (candidate) => rules.set(candidate, rulesOf(candidate)), signal);
    const groups = laggingGroups(data, plan);
    if (!groups.ok) throw new CommandError({ code: "form-parameters", words: groups.issue });
    const bureau = bureauOnForm(data.bureau, plan);
    const update = planUpdate(grid, formSheet(plan), (keepCodes) => formSheet(plan, { bureau, keepCodes }));
    if (!update || update.clear) throw new CommandError({ code: "form-damaged", sheet: sheet.name });
    await syncOrUndo(context, replaceHighlights(sheet, update.layout, idsOf(rules.get(sheet)!)));
    return groups.value;
  });
