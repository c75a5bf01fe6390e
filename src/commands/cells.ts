import { selectAddress } from "../excel";
import type { TableId } from "../sheets";
import { entering } from "./entries";
import { success, working } from "./job";
import { workbook } from "./workbook";

/** Selects a cell, such as `H12`, of the form or the task sheet that was last read. */
export const selectCell = (table: TableId, address: string): Promise<void> =>
  working("正在定位…", async () => {
    const sheet = workbook.get().report?.sheets[table];
    if (sheet) await selectAddress(sheet.id, address);
    return {};
  });

/** Writes a function's example into the selected cell. */
export const insertExample = (formula: string): Promise<void> =>
  working("正在插入示例…", async () => {
    const { insertFormula } = await entering();
    return { notice: success(`示例已写入 ${await insertFormula(formula)}。`) };
  });
