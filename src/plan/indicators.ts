import type { PlanIssue } from "./issues";
import { fail, fold, ok, type Result } from "../text";
import { type Indicator, indicatorsOf, type Plan } from "./schema";

type Index = Map<string, Indicator[]>;
const indexes = new WeakMap<Plan, Index>();

/** Every text that names an indicator: its code, its name, its name with the unit in brackets. */
function buildIndex(plan: Plan): Index {
  const index: Index = new Map();
  for (const indicator of indicatorsOf(plan)) {
    const keys = [indicator.code, indicator.name, indicator.label].map((key) => fold(key).toUpperCase());
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), indicator]);
  }
  return index;
}

/** Finds an indicator by code (any case) or name (spaces, width and the unit in brackets do not matter). */
export function findIndicator(text: string, plan: Plan): Result<Indicator, PlanIssue> {
  let index = indexes.get(plan);
  if (!index) indexes.set(plan, (index = buildIndex(plan)));
  const found = index.get(text) ?? index.get(fold(text).toUpperCase());
  if (!found) return fail({ code: "indicator-unknown", text, example: indicatorsOf(plan)[0]!.code });
  if (found.length > 1) return fail({ code: "indicator-ambiguous", text, codes: found.map((i) => i.code) });
  return ok(found[0]!);
}
