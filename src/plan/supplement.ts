import { indexedPlan } from "./indexed";
import type { Plan } from "./plan";

/* 补充指标: sections that a plan has beside its printed table. With them in use it is another version of the plan. */

const MARK = "+补充";

/** True for a version with 补充指标 in use. */
export const isSupplemented = (version: string): boolean => version.endsWith(MARK);

/** The version of what the plan says, whichever of its sections are in use. */
export const baseVersion = (version: string): string =>
  isSupplemented(version) ? version.slice(0, -MARK.length) : version;

const others = new WeakMap<Plan, Plan>();

/** The plan with or without 补充指标 in use; itself where it has none. */
export function including(plan: Plan, supplement: boolean): Plan {
  const { allSections, version, example } = plan;
  if (!allSections || isSupplemented(version) === supplement) return plan;
  const other =
    others.get(plan) ??
    indexedPlan(
      {
        ...plan,
        sections: allSections,
        example: example.code,
        version: supplement ? version + MARK : baseVersion(version),
      },
      supplement,
    );
  others.set(plan, other);
  others.set(other, plan);
  return other;
}
