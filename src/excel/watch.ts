import { forgetKept } from "./kept";
import { run, sync } from "./run";

/**
 * Calls the listener after every change of cells or sheets in the workbook, by whomever, and when another sheet is
 * opened, which may be a copy of the form: once per change, with nothing read.
 * @throws CommandError when this Excel does not tell of changes
 */
export const watchWorkbook = (changed: () => void): Promise<void> =>
  run(async (context) => {
    const listener = async ({ worksheetId }: { worksheetId: string }): Promise<void> => {
      forgetKept(worksheetId);
      changed();
    };
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(listener);
    worksheets.onAdded.add(listener);
    worksheets.onDeleted.add(listener);
    worksheets.onActivated.add(listener);
    await sync(context);
  });
