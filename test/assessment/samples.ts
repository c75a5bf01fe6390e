import { findIndicator, type Indicator, indicatorsOf, parsePeriod, type Period } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import builtIn from "../../src/plan/built-in.json";

export const indicator = (code: string): Indicator => {
  const found = findIndicator(code, plan);
  if (!found.ok) throw new Error(code);
  return found.value;
};

export const period = (text: string): Period => {
  const read = parsePeriod(text, plan);
  if (!read.ok) throw new Error(text);
  return read.value;
};

/** An indicator as a plan may print it: YL01 of the built-in plan but for these fields. */
export const printed = (fields: object): Indicator => {
  const raw = structuredClone(builtIn) as unknown as { sections: { indicators: object[] }[] };
  Object.assign(raw.sections[0]!.indicators[0]!, { label: "某指标(%)", ...fields });
  return indicatorsOf(openPlan(raw))[0]!;
};

/** As `printed`, of a unit that has no upper bound. */
export const counted = (unit: string, fields: object): Indicator =>
  printed({ label: `某数(${unit})`, max: undefined, ...fields });
