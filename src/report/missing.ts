import { isBlank } from "../text";
import type { Plan } from "../plan";
import { isAwaited, type TableRow, TABLES } from "../sheets";
import { type Answered, grouped, type Held } from "./held";
import type { LaggingItem } from "./lagging-item";

export type MissingItem = Pick<LaggingItem, "sheet" | "code" | "indicator" | "address">;

/** The records a bureau has not reported, in the sheets' order. */
export interface MissingGroup {
  bureau: string;
  items: MissingItem[];
}

/** The records not reported, each with those who answer for it. */
const missingLines = (held: Held): Answered<MissingItem>[] =>
  TABLES.flatMap(({ id, required }) => {
    const rows: readonly TableRow[] = held[id]?.rows ?? [];
    return rows
      .filter(({ reported, words }) => isBlank(reported) && isAwaited(words))
      .map(({ code, words, cells }) => ({
        bureaus: words.bureaus,
        item: { sheet: id, code, indicator: words.name, address: cells[required]!.address },
      }));
  });

/** What is not reported, in the sheets' order, each once. */
export const missingItems = (held: Held): MissingItem[] => missingLines(held).map(({ item }) => item);

/** What is not reported, grouped by responsible bureau. */
export const missingGroups = (held: Held, plan: Plan): MissingGroup[] => grouped(missingLines(held), plan);
