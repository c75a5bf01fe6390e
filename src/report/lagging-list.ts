import type { Plan } from "../plan";
import { TABLES } from "../sheets";
import type { LaggingGroup } from "./lagging-item";
import { grouped, type Held, type Judged } from "./held";
import { RULES, type TableRules } from "./rules";

/** What lags, by responsible bureau; `unjudged` says in words why some of it cannot be told. */
export interface LaggingList {
  groups: LaggingGroup[];
  unjudged: string | null;
}

/** What lags of all tables, grouped by responsible bureau. */
export function laggingList(held: Held, plan: Plan): LaggingList {
  const judged = TABLES.flatMap(({ id }): Judged[] => {
    const data = held[id];
    const rules = RULES[id] as TableRules<typeof data> | undefined;
    return data && rules ? [rules.lagging(data, plan, headPeriod(held, id))] : [];
  });
  return {
    groups: grouped(
      judged.flatMap(({ lines }) => lines),
      plan,
    ),
    unjudged: judged.find(({ unjudged }) => unjudged !== null)?.unjudged ?? null,
  };
}

/** 报告期 of the first table, where another one follows it; undefined where there is none before. */
export function headPeriod(held: Held, id: string): unknown {
  const [first] = TABLES;
  return first.id === id ? undefined : held[first.id]?.period;
}
