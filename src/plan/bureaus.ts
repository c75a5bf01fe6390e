import { fail, fold, ok, type Result } from "../text";
import type { PlanIssue } from "./issues";
import { type Bureau, type Indicator, indicatorsOf, type Plan, type Task } from "./schema";

const registries = new WeakMap<Plan, ReadonlyMap<string, Bureau>>();

/** Every name of every bureau, folded; the first bureau of a name has it. Made once per plan. */
function registryOf(plan: Plan): ReadonlyMap<string, Bureau> {
  const known = registries.get(plan);
  if (known) return known;
  const names = plan.bureaus.flatMap((b) => [b.name, ...b.aliases].map((name) => [fold(name), b] as const));
  const registry = new Map(names.reverse());
  registries.set(plan, registry);
  return registry;
}

/** `宿州市民政局` and `民政局` also mean `市民政局`. */
const spellings = (folded: string, plan: Plan): string[] => {
  const city = fold(plan.city);
  const short = folded.startsWith(city) ? `市${folded.slice(city.length)}` : `市${folded}`;
  return [folded, short];
};

/** The registry's entry for a bureau under any of its names, regardless of spaces and width. */
export function findBureau(name: string, plan: Plan): Result<Bureau, PlanIssue> {
  const registry = registryOf(plan);
  // most names are written as the registry has them, and folding is the slow part
  const asWritten = registry.get(name);
  if (asWritten) return ok(asWritten);
  for (const spelling of spellings(fold(name), plan)) {
    const bureau = registry.get(spelling);
    if (bureau) return ok(bureau);
  }
  return fail({ code: "bureau-unknown", text: name, known: plan.bureaus.map((b) => b.name) });
}

/** The canonical name, for grouping; a name the registry does not hold stands for itself. */
export function canonicalName(name: string, plan: Plan): string {
  const found = findBureau(name, plan);
  return found.ok ? found.value.name : fold(name);
}

const names = (units: string[], bureau: Bureau, plan: Plan): boolean =>
  units.some((unit) => canonicalName(unit, plan) === bureau.name);

/** The indicators a bureau answers for, alone or jointly, in the plan's order. */
export const indicatorsOfBureau = (bureau: Bureau, plan: Plan): Indicator[] =>
  indicatorsOf(plan).filter((i) => names(i.bureaus, bureau, plan));

/** The tasks a bureau is named for, in the plan's order. */
export const tasksOfBureau = (bureau: Bureau, plan: Plan): Task[] =>
  plan.tasks.filter((t) => names(t.units, bureau, plan));
