import { folded, type SheetLayout, valueAt } from "../grid";
import { gridOf, View } from "./find";
import { CommandError } from "./issues";
import { Replacement } from "./replacement";
import { run, sync } from "./run";
import { readNow, syncOrUndo } from "./undo";

/** Puts a list into the workbook, such as 催报清单; the old one goes only once the new one stands. One reading, one writing request. */
export const writeList = (layout: SheetLayout, signal?: AbortSignal): Promise<string> =>
  run(async (context) => {
    const { workbook } = context;
    const view = await View.of(context, { lists: [layout.name] }, signal);
    if (view.structureLocked) throw new CommandError({ code: "workbook-protected" });
    const old = await view.list(layout.name);
    const grid = gridOf(old);
    if (old && (!grid || folded(valueAt(grid, 0, 0)) !== folded(layout.cells[0]![0])))
      throw new CommandError({ code: "foreign-sheet", sheet: layout.name });
    const made = new Replacement(workbook, old?.sheet ?? null, layout);
    made.finish();
    made.sheet.activate();
    await syncOrUndo(context, {
      failed: (details) => ({ code: "half-made", sheet: layout.name, details }),
      run: async (again) => {
        const complete = made.settle(await readNow(again));
        complete?.activate();
        await sync(again);
        return complete !== null;
      },
    });
    return layout.name;
  });
