import { insertTable, readHoldings } from "../excel";
import { findBureau, including } from "../plan";
import { planInUse } from "../plan/in-use";
import { FORM, type TableKind, TABLES } from "../sheets";
import { choice, hasSupplement, ownBureau } from "./choice";
import type { Command } from "./command";
import { insertionNotice, nothingToInsert } from "./insertion";
import { rowsFor, TABLE_LIST } from "./kinds";
import type { Notice } from "./state";
import { workbook } from "./workbook";

/** Inserts a table for 本单位, if that has anything on it. */
async function inserted(kind: TableKind, signal: AbortSignal): Promise<{ notice: Notice }> {
  // tasks are the same with 补充指标 and without; that of the form is what the workbook is of from then on
  const plan = kind.id === FORM.id ? including(planInUse(), hasSupplement(choice.get())) : planInUse();
  // a sheet that is there says whose it is, so it must have been read
  if (workbook.get().form === undefined) workbook.set(await readHoldings(planInUse()));
  const name = ownBureau();
  const table = TABLE_LIST.find(({ id }) => id === kind.id)!;
  if (rowsFor(table, name, plan) === 0) return { notice: nothingToInsert(name, table) };
  const found = findBureau(name, plan);
  const period = kind.followsPeriod ? undefined : (choice.get().period ?? undefined);
  return {
    notice: insertionNotice(
      await insertTable(kind, plan, found.ok ? found.value : undefined, period, signal),
    ),
  };
}

/** One button for each table. */
export const INSERT_COMMANDS: readonly Command[] = TABLES.map((kind): Command => ({
  id: kind.button.id as Command["id"],
  label: kind.button.insert,
  doing: `正在${kind.button.insert}…`,
  run: ({ signal }) => inserted(kind, signal),
}));
