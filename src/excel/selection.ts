import { run, sync } from "./run";

/** What is selected, as it is shown, rows × columns; of merged cells the first holds the text. */
export const readSelection = (signal?: AbortSignal): Promise<{ address: string; cells: string[][] }> =>
  run(async (context) => {
    const used = context.workbook.getSelectedRange().getUsedRangeOrNullObject(true).load("text,address");
    await sync(context, signal);
    return used.isNullObject ? { address: "", cells: [] } : { address: used.address, cells: used.text };
  });
