import { fold, ok } from "../text";
import { aroundOf, nameAndUnit, NO_NUMBER } from "./around";
import type { Check } from "./check";
import { type CheckFile, checkFaultWords, readCheck } from "./check-read";
import { planIdOf } from "./identity";
import { inferBounds, inferDecimals, inferDirection, inferWhole } from "./inference";
import { planFault, type PlanIssue, planMessage } from "./issues";
import { type Meaning, meaningsOf, parseNotation } from "./meaning";
import { splitUnits } from "./notation";
import { placeOf } from "./place";
import {
  type Bureau,
  type Indicator,
  indicatorsOf,
  type Plan,
  type PlanParts,
  type Section,
  type Task,
} from "./plan";
import type { IndicatorFile, PlanFile } from "./schema";
import { TARGET_TYPES } from "./target-type";
import { settled } from "./settled";
import type { PlanYears } from "./years";

/** A stated bound goes before an inferred one; null is none. */
const bound = <K extends "min" | "max">(key: K, stated: number | null | undefined, inferred?: number) => {
  const value = stated === undefined ? inferred : (stated ?? undefined);
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: number };
};

const BETTER = { higher: "越高越好", lower: "越低越好" } as const;

/** A way to understand a target, in the words of the columns that settle it. */
function columnsOf({ type, direction, within }: Meaning): string {
  const words = within === undefined ? TARGET_TYPES[type] : `${TARGET_TYPES[type]}±${within}%`;
  return direction ? `${words}（${BETTER[direction]}）` : words;
}

/** An indicator with all that its file leaves to inference; what cannot be inferred is among the faults. */
function indicatorOf(file: IndicatorFile, field: string, place: number, head: PlanYears, faults: string[]) {
  const { code, min: statedMin, max: statedMax, within: _, type, number = place, direction, ...rest } = file;
  const fault = (issue: PlanIssue): void => void faults.push(`${code}: ${planMessage(issue)}`);
  const { name, unit } = nameAndUnit(file);
  const baseline = parseNotation(file.baseline, unit);
  if (!baseline.ok) fault(baseline.issue);
  const base = baseline.ok ? baseline.value : NO_NUMBER;
  const ways = meaningsOf(file.target, aroundOf(file, head));
  const left = settled(ways, file);
  if (left.length === 0) fault({ code: "notation-unreadable", text: file.target });
  if (left.length > 1) fault({ code: "notation-doubtful", text: file.target, ways: left.map(columnsOf) });
  const [meaning = { type: type ?? "none", notation: NO_NUMBER }] = left;
  const known = {
    ...rest,
    name,
    unit,
    type: meaning.type,
    baseline: { text: file.baseline, notation: base },
    target: { text: file.target, notation: meaning.notation },
  };
  const { min, max } = inferBounds(known);
  const whole = file.whole ?? inferWhole(known);
  const stated = direction ?? meaning.direction;
  const inferred = stated === undefined ? inferDirection(known) : ok(stated);
  if (!inferred.ok) fault(inferred.issue);
  return {
    ...known,
    code,
    number,
    field,
    bureaus: splitUnits(file.responsible),
    direction: inferred.ok ? inferred.value : "higher",
    ...bound("min", statedMin, min),
    ...bound("max", statedMax, max),
    whole,
    decimals: file.decimals ?? inferDecimals(known, whole),
  } satisfies Indicator;
}

const repeated = (values: (string | number)[]): (string | number)[] =>
  values.filter((v, i) => values.indexOf(v) !== i);

type Parts = Pick<Plan, "sections" | "tasks" | "bureaus" | "baselineYear" | "targetYear">;
const namesOf = (bureaus: readonly Bureau[]): string[] =>
  bureaus.flatMap((b) => [b.name, ...b.aliases].map(fold));

/** Rules that look across the whole plan; each gives the faults it finds. */
const WHOLE_PLAN: ((plan: Parts) => string[])[] = [
  // letters' case does not tell codes apart: functions take any
  (p) => repeated(indicatorsOf(p).map((i) => i.code.toUpperCase())).map((code) => `指标代码 ${code} 重复`),
  (p) => repeated(p.tasks.map((t) => t.number)).map((n) => `任务序号 ${n} 重复`),
  (p) => (p.targetYear > p.baselineYear ? [] : ["目标年必须晚于基期年"]),
  (p) => repeated(namesOf(p.bureaus)).map((name) => `单位名称“${name}”重复`),
  (p) => {
    const known = new Set(namesOf(p.bureaus));
    const used = [...indicatorsOf(p).flatMap((i) => i.bureaus), ...p.tasks.flatMap((t) => t.units)];
    return used.filter((name) => !known.has(fold(name))).map((name) => `单位“${name}”不在 bureaus 名录中`);
  },
  (p) => {
    const indicators = indicatorsOf(p);
    return indicators.flatMap(({ code, min = -Infinity, max = Infinity }) =>
      min < max ? [] : [`${code} 的下限 ${min} 不小于上限 ${max}`],
    );
  },
  (p) => {
    const codes = new Set(indicatorsOf(p).map((i) => i.code));
    return indicatorsOf(p).flatMap(({ code, partOf }) =>
      partOf === undefined || codes.has(partOf) ? [] : [`${code} 所属的指标 ${partOf} 不在计划中`],
    );
  },
  (p) => (p.sections.some(({ optional }) => !optional) ? [] : ["全部指标都是补充指标，至少要有一项不是"]),
];

/** The checks with their sides understood; what cannot be is among the faults. */
const checksOf = (files: readonly CheckFile[], codes: readonly string[], faults: string[]): Check[] =>
  files.flatMap((file) => {
    const check = readCheck(file, codes);
    if (!Array.isArray(check)) return [check];
    faults.push(...check.map((fault) => checkFaultWords(file, fault)));
    return [];
  });

/** The indicator that examples are made of: the stated one, or the first that has a way from baseline to target. */
function exampleOf(indicators: readonly Indicator[], code: string | undefined, faults: string[]): Indicator {
  const stated = indicators.find((i) => i.code === code);
  if (code !== undefined && !stated) faults.push(`举例的指标 ${code} 不在计划中`);
  const isNumber = ({ notation }: Indicator["target"]): boolean => notation.kind === "value";
  const grows = ({ baseline, target }: Indicator): boolean =>
    isNumber(baseline) && isNumber(target) && baseline.text !== target.text;
  return (
    stated ?? indicators.find(grows) ?? indicators.find(({ target }) => isNumber(target)) ?? indicators[0]!
  );
}

/**
 * Understands a plan's file: everything is inferred, and checked across the whole.
 * @throws Error naming every fault
 */
export function compilePlan(file: PlanFile): PlanParts {
  const { id, place: placeName, whole, example, sections: _, tasks: __, stage, checks, ...head } = file;
  const faults: string[] = [];
  let count = 0;
  const sections = file.sections.map(({ indicators, ...section }): Section => ({
    ...section,
    indicators: indicators.map((one) => indicatorOf(one, section.field, ++count, file, faults)),
  }));
  const tasks = file.tasks.map((task): Task => ({ ...task, units: splitUnits(task.responsible) }));
  const place = placeOf(placeName, whole);
  const parts = { ...head, id: id ?? planIdOf(placeName ?? "", file.name), sections, tasks };
  const own = indicatorsOf({ sections: sections.filter(({ optional }) => !optional) });
  const found = exampleOf(own, example, faults);
  const codes = indicatorsOf(parts).map(({ code }) => code);
  const read = checks && checksOf(checks, codes, faults);
  faults.push(...WHOLE_PLAN.flatMap((rule) => rule(parts)));
  if (faults.length > 0) throw planFault(faults);
  return {
    ...parts,
    place,
    ...(stage !== undefined && { stage }),
    ...(read && { checks: read }),
    indicatorTable: {
      baselineHeader: `${file.baselineYear}年`,
      targetHeader: `${file.targetYear}年(目标)`,
      ...file.indicatorTable,
    },
    example: found.code,
  };
}
