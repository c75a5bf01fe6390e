import { findBureau } from "../plan";
import { planInUse } from "../plan/in-use";
import { TABLE_WORDS, type TableId, type TableWords } from "../sheets";

export type Table = TableWords<unknown, TableId>;

/** The tables as the pane and the ribbon speak of them. */
export const TABLE_LIST: readonly Table[] = TABLE_WORDS;

/** How many rows a table has for 本单位, or for the whole place. */
export function rowsFor(table: Table, bureau: string, plan = planInUse()): number {
  const found = findBureau(bureau, plan);
  return table.records(plan, found.ok ? found.value : undefined).length;
}

/** The first of the other tables that has rows for 本单位. */
export const otherFor = (table: Table, bureau: string): Table | undefined =>
  TABLE_LIST.find((other) => other !== table && rowsFor(other, bureau) > 0);

/** What to know of 本单位 before a button is pressed: that it has no such rows, or that a sheet there is another's. Null: nothing. */
export function bureauHint(bureau: string, onSheet: string | null, table: Table): string | null {
  const other = otherFor(table, bureau);
  if (rowsFor(table, bureau) === 0)
    return `“${bureau}”没有${table.noun}${other ? `，只有${other.noun}` : ""}。`;
  if (onSheet === null || onSheet === bureau) return null;
  return `“${table.name}”表的填报单位是“${onSheet}”。点“${table.button.update}”改为“${bureau}”：换成该单位的行，已填的行都保留。`;
}
