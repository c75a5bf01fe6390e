import { findBureau, isWhole } from "../plan";
import { planInUse } from "../plan/in-use";
import type { State } from "./state";

type Said = Pick<State, "chosen" | "form" | "tasksBureau" | "bureau">;

const known = (name: string | null | undefined): string | null => {
  if (name === null || name === undefined) return null;
  const plan = planInUse();
  if (isWhole(name, plan)) return plan.place.whole;
  const found = findBureau(name, plan);
  return found.ok ? found.value.name : null;
};

/**
 * 本单位, which the next insertion is for: as chosen in the pane, else as a sheet of the workbook says, else as this machine
 * remembers it. A canonical name, or the word for the whole place, such as 全市.
 */
export const bureauOf = ({ chosen, form, tasksBureau, bureau }: Said): string =>
  known(chosen) ?? known(form?.bureau) ?? known(tasksBureau) ?? known(bureau) ?? planInUse().place.whole;

/** A choice that says no more than the workbook, or this machine, is none. */
export const settled = (said: Said): Pick<State, "chosen"> => ({
  chosen: bureauOf({ ...said, chosen: null }) === said.chosen ? null : said.chosen,
});
