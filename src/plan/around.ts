import { type Around, parseNotation } from "./meaning";
import { LABEL, type Notation } from "./notation";
import type { IndicatorFile } from "./schema";
import type { PlanYears } from "./years";

/** The name and the unit of a label; the unit stands in its last bracket unless it is given. */
export function nameAndUnit({ label, unit: given }: Pick<IndicatorFile, "label" | "unit">): {
  name: string;
  unit: string;
} {
  const [, name, unit] = LABEL.exec(label) ?? [];
  return given !== undefined || name === undefined
    ? { name: label, unit: given ?? "" }
    : { name, unit: unit! };
}

export const NO_NUMBER: Notation = { kind: "none" };

/** What an indicator's file says round its printed target. */
export function aroundOf(file: IndicatorFile, { baselineYear, targetYear }: PlanYears): Around {
  const { type, within } = file;
  const { name, unit } = nameAndUnit(file);
  const baseline = parseNotation(file.baseline, unit);
  return {
    ...{
      name,
      unit,
      years: targetYear - baselineYear,
      base: baseline.ok && baseline.value.kind === "value" ? baseline.value.value : null,
    },
    ...(within !== undefined && { within }),
    // a stated kind says what a column's head would
    ...((type === "average" || type === "cumulative") && { column: type }),
  };
}
