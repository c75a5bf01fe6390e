import type { PlanIssue } from "./issues";
import { fail, fold, ok, type Result } from "../text";
import type { Indicator, Plan, PlanIndex } from "./plan";

const keyOf = (text: string): string => fold(text).toUpperCase();

/** Every text that names an indicator: its code, its name, its name with the unit in brackets. */
export function indicatorIndex(indicators: readonly Indicator[]): PlanIndex["indicators"] {
  const index = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const keys = [indicator.code, indicator.name, indicator.label].map(keyOf);
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), indicator]);
  }
  return index;
}

/** Finds an indicator by code (any case) or name (spaces, width and the unit in brackets do not matter). */
export function findIndicator(text: string, { index, sections }: Plan): Result<Indicator, PlanIssue> {
  // most are written as the index has them, and folding is the slow part
  const found = index.indicators.get(text) ?? index.indicators.get(keyOf(text));
  if (!found) return fail({ code: "indicator-unknown", text, example: sections[0]!.indicators[0]!.code });
  if (found.length > 1) return fail({ code: "indicator-ambiguous", text, codes: found.map((i) => i.code) });
  return ok(found[0]!);
}
