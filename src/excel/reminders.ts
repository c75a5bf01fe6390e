import { plan } from "../plan";
import { folded, type Outstanding, REMINDERS_SHEET, remindersLayout, valueAt } from "../sheets";
import { gridOf, queueSheet } from "./find";
import { CommandError } from "./issues";
import { Replacement } from "./replacement";
import { run, sync } from "./run";
import { readNow, syncOrUndo } from "./undo";

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
    const made = new Replacement(workbook, old.sheet, remindersLayout(list, plan, period));
    made.finish();
    made.sheet.activate();
    await syncOrUndo(context, {
      failed: (details) => ({ code: "half-made", sheet: REMINDERS_SHEET, details }),
      run: async (again) => {
        const complete = made.settle(await readNow(again));
        complete?.activate();
        await sync(again);
        return complete !== null;
      },
    });
    return REMINDERS_SHEET;
  });
