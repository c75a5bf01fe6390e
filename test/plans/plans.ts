import county from "./county-2023.json";
import environment from "./environment-2020.json";
import nation from "./nation-2030.json";
import types from "./types-2030.json";
import builtIn from "../../src/plan/built-in.json";
import { builtInPlan } from "../../src/plan/built-in";
import { indicatorsOf, type Plan, type PlanYears } from "../../src/plan";
import { openPlan } from "../../src/plan/open";

type OtherPlan = readonly [name: string, plan: Plan, printed: string];
const other = (name: string, raw: unknown): OtherPlan => [name, openPlan(raw), JSON.stringify(raw)];

/** Plans of other places and years than the built-in one, with other codes, directions and targets; figures as published. */
export const OTHER_PLANS: readonly OtherPlan[] = [
  other("a county's year, with targets of 0", county),
  other("a country's plan from 2025 to 2030", nation),
  other("a plan with every type of target", types),
  other("a trade's plan without a place, from 2015 to 2020, with lower-is-better", environment),
];

const builtInWords = (): string[] => {
  const { place, name, indicatorTable, taskTable, sections, tasks, bureaus } = builtInPlan;
  return [
    ...[place.name, place.name.replace(/市$/, ""), place.whole, name, indicatorTable.title, taskTable.title],
    ...sections.map(({ title }) => title),
    ...indicatorsOf(builtInPlan).flatMap(({ code, name: own }) => [code, own]),
    ...tasks.map(({ text }) => text),
    ...bureaus.flatMap((bureau) => [bureau.name, ...bureau.aliases]),
    builtIn.id,
  ];
};

/** The words of the built-in plan in texts of another one, which has none of them itself. */
export function strayWords(texts: readonly string[], printed: string): string[] {
  const all = texts.join("\n");
  return builtInWords().filter((word) => !printed.includes(word) && all.includes(word));
}

/** Years that the plan does not run through, nor the year after it, in which reports are made. */
export function strayYears(texts: readonly string[], { baselineYear, targetYear }: PlanYears): string[] {
  return texts.filter((text) =>
    [...text.matchAll(/(?<![\d.])(?:19|20|21)\d\d(?![\d.])/g)].some(
      ([year]) => Number(year) < baselineYear || Number(year) > targetYear + 1,
    ),
  );
}

/** Every text in a value, however deep; formulas apart. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Map) return textsIn([...value]);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  if ("formula" in value && typeof value.formula === "string") return [];
  return Object.values(value).flatMap(textsIn);
}
