import { plan } from "../plan";
import { folded, type Outstanding, REMINDERS_SHEET, remindersLayout, valueAt } from "../sheets";
import { applyLayout, PROTECTION } from "./apply";
import { gridOf, queueSheet } from "./find";
import { CommandError } from "./issues";
import { syncOrPutBack } from "./put-back";
import { run, sync } from "./run";

/** Makes the sheet 催报清单 anew; the old one goes only once the new one stands. One reading, one writing request. */
export const writeReminders = (list: readonly Outstanding[], period: string): Promise<string> =>
  run(async (context) => {
    const { workbook } = context;
    const old = queueSheet(workbook, REMINDERS_SHEET);
    workbook.protection.load("protected");
    await sync(context);
    if (workbook.protection.protected) throw new CommandError({ code: "workbook-protected" });
    const grid = gridOf(old);
    if (!old.sheet.isNullObject && (!grid || folded(valueAt(grid, 0, 0)) !== REMINDERS_SHEET))
      throw new CommandError({ code: "foreign-sheet", sheet: REMINDERS_SHEET });
    const draft = `${REMINDERS_SHEET}…`;
    const layout = remindersLayout(list, plan, period);
    const sheet = workbook.worksheets.add(draft);
    applyLayout(sheet, layout);
    if (!old.sheet.isNullObject) old.sheet.delete();
    sheet.name = REMINDERS_SHEET;
    sheet.protection.protect(PROTECTION);
    sheet.activate();
    await syncOrPutBack(context, [(again) => again.workbook.worksheets.getItem(draft).delete()]);
    return REMINDERS_SHEET;
  });
