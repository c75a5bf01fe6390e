import { fold } from "../text";
import { lastNumbers } from "./codes";
import { allIndicatorsOf, type Indicator, type Plan, type Retired } from "./plan";

/* Codes of indicators that have left the plan. What was filled in goes by codes, for years: no other indicator gets one. */

/** Letters' case does not tell codes apart. */
const keyOf = ({ code }: { code: string }): string => code.toUpperCase();

/** `托位数(个)`: what tells an indicator from others, however it is spaced. */
export const nameWithUnit = ({ name, unit }: Pick<Indicator, "name" | "unit">): string =>
  fold(unit === "" ? name : `${name}（${unit}）`).replace(/[;；]/g, "，");

/**
 * The plan with the codes that must not be given again: its own retired ones, and all those that the plan before had given.
 */
export function planAfter(before: Plan, plan: Plan): Plan {
  const current = new Set(allIndicatorsOf(plan).map(keyOf));
  const gone = allIndicatorsOf(before).map((one): Retired => ({
    code: one.code,
    label: nameWithUnit(one),
  }));
  const retired = new Map<string, Retired>();
  for (const one of [...(plan.retired ?? []), ...(before.retired ?? []), ...gone]) {
    const known = retired.get(keyOf(one));
    if (!current.has(keyOf(one)) && (!known || known.label === "")) retired.set(keyOf(one), one);
  }
  const { retired: _, ...rest } = plan;
  return retired.size === 0 ? rest : { ...rest, retired: [...retired.values()] };
}

/** A cell holds 32,767 characters; names of the first give way, codes made later go beyond the last in any case. */
const MOST_LETTERS = 30_000;

/** `A03 托位数(个)；B02 普惠占比(%)` */
export function retiredWords(retired: readonly Retired[]): string {
  const words = retired.map(({ code, label }) => `${code} ${label}`.trim());
  while (words.join("；").length > MOST_LETTERS) words.splice(0, Math.ceil(words.length / 10));
  return words.join("；");
}

/** `A07、B12`: the last codes ever given, by what they begin with. */
export const lastCodesWords = (plan: Pick<Plan, "sections" | "allSections" | "retired">): string => {
  const codes = [...allIndicatorsOf(plan), ...(plan.retired ?? [])].map(({ code }) => code);
  return [...lastNumbers(codes).values()].map(({ code }) => code).join("、");
};

/**
 * What the words above say, whoever has changed them.
 * @param codes of the plan's indicators: rows may have been deleted since the last codes were written down
 */
export function readRetired(words: string, last: string, codes: readonly string[]): Retired[] {
  const current = new Set(codes.map((code) => keyOf({ code })));
  const said = words.split(/[;；\n]+/).flatMap((one): Retired[] => {
    const [, code, label = ""] = /^\s*(\S+)\s*(.*?)\s*$/s.exec(one) ?? [];
    return code === undefined ? [] : [{ code: fold(code), label: fold(label) }];
  });
  const lasts = last
    .split(/[、，,；;\s]+/)
    .flatMap((code) => (code === "" ? [] : [{ code: fold(code), label: "" }]));
  const found = new Map<string, Retired>();
  for (const one of [...said, ...lasts])
    if (!current.has(keyOf(one)) && !found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
}
