import { hash } from "../text";
import type { Summary } from "./summary";

/** Tells whether results would be made of the same data: plan, head, and what is filled in. */
export function fingerprintOf({ plan, bureau, period, parameters, indicators, tasks }: Summary): string {
  return hash(
    JSON.stringify([
      [plan.id, plan.version, bureau, period, parameters.tolerance, parameters.redline],
      indicators?.map(({ code, actual, explanation }) => [code, actual, explanation]),
      tasks?.map(({ code, state, reported, overdue, behind }) => [code, state, reported, overdue, behind]),
    ]),
  );
}
