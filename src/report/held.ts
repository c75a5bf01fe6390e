import type { Plan } from "../plan";
import { byBureau } from "../assessment";
import type { DataOf, TableId } from "../sheets";
import type { LaggingItem } from "./lagging-item";

/** A sheet of a workbook: `id` finds it, `name` is what the user calls it. */
export interface SheetRef {
  id: string;
  name: string;
}

/** What a workbook holds of ours, as read, and where; null for a table that is not there. */
export type Held = { [Id in TableId]: (DataOf<Id> & { sheet: SheetRef }) | null };

/** One line of a list with those who answer for it. */
export interface Answered<T> {
  bureaus: readonly string[];
  item: T;
}

/** What lags of one table; `unjudged` says in words why that cannot be told. */
export interface Judged {
  lines: Answered<LaggingItem>[];
  unjudged: string | null;
}

/** Stands in a bureau's place where the plan names none. */
export const NO_BUREAU = "未写明责任部门";

/** How many bureaus have something in a list. */
export const bureausIn = (groups: readonly { bureau: string }[]): number =>
  groups.filter(({ bureau }) => bureau !== NO_BUREAU).length;

/** `涉及 3 个责任部门` */
export const bureausWords = (bureaus: number): string =>
  bureaus === 0 ? "规划没有写明责任部门" : `涉及 ${bureaus} 个责任部门`;

/** The lines of each bureau that answers for them, and those for which the plan names none. */
export const grouped = <T>(lines: readonly Answered<T>[], plan: Plan): { bureau: string; items: T[] }[] =>
  byBureau(
    lines.map(({ bureaus, item }) => ({
      indicator: { bureaus: bureaus.length > 0 ? bureaus : [NO_BUREAU] },
      item,
    })),
    plan,
  ).map(({ bureau, rows }) => ({ bureau, items: rows.map(({ item }) => item) }));
