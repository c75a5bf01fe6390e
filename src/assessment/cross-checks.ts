import { type Check, checkText, codesIn, type Indicator, indicatorsOf, type Level, type Plan } from "../plan";
import { told } from "../text";
import { compile } from "./compile";
import type { Comparison, Condition, Quantity } from "./expression";
import { fits, readEntry } from "./reading";
import { ratioPower } from "./units";

/** A check between indicators as a rule of the audit. */
export interface CrossCheck {
  level: Level;
  /** of the indicators it names, in its order */
  codes: readonly string[];
  /** that it does not hold; what is not there breaks nothing */
  finds: Condition<string>;
  says: string;
}

const UNMET: Readonly<Record<Check["comparison"], Comparison>> = {
  "≤": ">",
  "≥": "<",
  "<": ">=",
  ">": "<=",
  "=": "<>",
  "≠": "=",
};

function ofCheck(check: Check): CrossCheck {
  const { comparison, level, words, terms } = check;
  const [left, right] = [terms.left, terms.right] as Quantity<string>[];
  return {
    level,
    codes: [...new Set([terms.left, terms.right].flatMap(codesIn))],
    finds:
      terms.within > 0
        ? [["abs", [left!, "-", right!]], ">", terms.within]
        : [left!, UNMET[comparison], right!],
    says: words ?? `应满足 ${checkText(check)}`,
  };
}

/** An amount, judged or only recorded; averages and changes do not add up. */
const AMOUNTS: readonly Indicator["type"][] = ["level", "cumulative", "none"];

/** 其中: a part is no more than the whole, where both are amounts of the same. */
function ofPart(part: Indicator, whole: Indicator): CrossCheck[] {
  const isSame = part.unit !== "" && part.unit === whole.unit && ratioPower(part) === undefined;
  const types = new Set([part.type, whole.type].filter((type) => type !== "none"));
  if (!isSame || types.size > 1 || ![part, whole].every(({ type }) => AMOUNTS.includes(type))) return [];
  return [
    {
      level: "核实",
      codes: [part.code, whole.code],
      finds: [part.code, ">", whole.code],
      says: `“${part.name}”是“${whole.name}”的其中项，不应大于它`,
    },
  ];
}

function made(plan: Plan): CrossCheck[] {
  const own = new Map(indicatorsOf(plan).map((indicator) => [indicator.code, indicator]));
  const written = (plan.checks ?? []).map(ofCheck);
  const parts = [...own.values()].flatMap((part) => {
    const whole = own.get(part.partOf ?? "");
    return whole ? ofPart(part, whole) : [];
  });
  return [...written, ...parts].filter(({ codes }) => codes.every((code) => own.has(code)));
}

const known = new WeakMap<Plan, readonly CrossCheck[]>();

/** The plan's checks of which all indicators are in use, as written and as 其中 implies. */
export function crossChecks(plan: Plan): readonly CrossCheck[] {
  const checks = known.get(plan) ?? made(plan);
  known.set(plan, checks);
  return checks;
}

/** By code what stands in 本期值; NaN where nothing does that could be right. */
export type Values = (code: string) => number;

/** 本期值 as it is checked against others: one that must be mended is none. @param input as read from a sheet, with its format, or bare */
export function soundNumber(indicator: Indicator, input: Parameters<typeof readEntry>[0]): number {
  const read = readEntry(input, indicator);
  return read.kind === "number" && fits(indicator, read.value) ? read.value : NaN;
}

export const isBroken = ({ finds }: CrossCheck, values: Values): boolean =>
  compile<string, never>(finds, values) as boolean;

/** `“甲”不应大于“乙”（TY04 为 12，TY03 为 10）`. @param place of an indicator, to stand behind its code: `（H30）` */
export const crossWords = (
  { says, codes }: CrossCheck,
  values: Values,
  place: (code: string) => string = () => " ",
): string => `${says}（${codes.map((code) => `${code}${place(code)}为 ${told(values(code))}`).join("，")}）`;

/** What is found in an indicator's row: its part in checks that do not hold. */
export const crossFindings = (
  code: string,
  plan: Plan,
  values: Values,
): { level: Level; message: string }[] =>
  crossChecks(plan)
    .filter((check) => check.codes.includes(code) && isBroken(check, values))
    .map((check) => ({ level: check.level, message: crossWords(check, values) }));

/** The other indicators with which checks bind one. */
export const boundTo = (code: string, plan: Plan): string[] => {
  const all = crossChecks(plan).filter(({ codes }) => codes.includes(code));
  return [...new Set(all.flatMap(({ codes }) => codes))].filter((one) => one !== code);
};
