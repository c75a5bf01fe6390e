import { fail, fold, ok, type Result } from "../text";
import type { PlanIssue } from "./issues";
import { type Place, spellings } from "./place";
import type { Bureau, Indicator, Plan, PlanIndex, Task } from "./plan";

const namesOf = ({ name, aliases }: Bureau): string[] => [name, ...aliases];

/** Every name of every bureau, folded, and every spelling that only one bureau has. */
function registryOf(bureaus: readonly Bureau[], place: Place): Map<string, Bureau> {
  const registry = new Map<string, Bureau | null>();
  for (const bureau of bureaus)
    for (const spelling of new Set(namesOf(bureau).flatMap((name) => spellings(name, place))))
      registry.set(spelling, registry.has(spelling) ? null : bureau);
  // a name as the plan has it goes before another's spelling
  for (const bureau of bureaus) for (const name of namesOf(bureau)) registry.set(fold(name), bureau);
  return new Map([...registry].flatMap(([name, bureau]) => (bureau ? [[name, bureau] as const] : [])));
}

/** The entries by each bureau that answers for them, in the given order. */
function byBureau<T>(
  entries: readonly T[],
  unitsOf: (entry: T) => readonly string[],
  registry: ReadonlyMap<string, Bureau>,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries)
    for (const name of new Set(unitsOf(entry).map((unit) => registry.get(fold(unit))?.name ?? fold(unit))))
      groups.set(name, [...(groups.get(name) ?? []), entry]);
  return groups;
}

export function bureauIndex(
  all: readonly Bureau[],
  place: Place,
  indicators: readonly Indicator[],
  tasks: readonly Task[],
): Pick<PlanIndex, "bureaus" | "indicatorsOf" | "tasksOf"> {
  const bureaus = registryOf(all, place);
  return {
    bureaus,
    indicatorsOf: byBureau(indicators, (i) => i.bureaus, bureaus),
    tasksOf: byBureau(tasks, (t) => t.units, bureaus),
  };
}

/** The registry's entry for a bureau under any of its names, regardless of spaces and width. */
export function findBureau(name: string, { index, bureaus }: Plan): Result<Bureau, PlanIssue> {
  // most names are written as the registry has them, and folding is the slow part
  const bureau = index.bureaus.get(name) ?? index.bureaus.get(fold(name));
  if (bureau) return ok(bureau);
  return fail({ code: "bureau-unknown", text: name, known: bureaus.map((b) => b.name) });
}

/** True for the word that stands for all bureaus: 全市 in a city. */
export const isWhole = (text: string, { place }: Plan): boolean => fold(text) === place.whole;

/** The canonical name, for grouping; a name the registry does not hold stands for itself. */
export function canonicalName(name: string, plan: Plan): string {
  const found = findBureau(name, plan);
  return found.ok ? found.value.name : fold(name);
}

/** The indicators a bureau answers for, alone or jointly, in the plan's order. */
export const indicatorsOfBureau = ({ name }: Bureau, { index }: Plan): readonly Indicator[] =>
  index.indicatorsOf.get(name) ?? [];

/** The tasks a bureau is named for, in the plan's order. */
export const tasksOfBureau = ({ name }: Bureau, { index }: Plan): readonly Task[] =>
  index.tasksOf.get(name) ?? [];

/** What a cell of bureaus says beside their names. */
const PARTS_SAID =
  /^(?:由|牵头|主办|责任|负责|实施|配合|协同|协办|参与|参加|落实|相关|共同|等|单位|部门|[：:，,、；;。（）()*＊\s])*$/;

/** 责任单位 of a task as the plan prints them, with who leads; by their names alone where they are others by now. */
export function bureauWords({ printed, responsible, units }: Task): string {
  if (printed === undefined) return responsible;
  const longest = [...units].sort((a, b) => b.length - a.length);
  const rest = longest.reduce((text, name) => text.replaceAll(name, ""), printed);
  return units.every((name) => printed.includes(name)) && PARTS_SAID.test(rest) ? printed : responsible;
}
