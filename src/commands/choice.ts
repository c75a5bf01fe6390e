import { findBureau, isSupplemented, isWhole, parsePeriod } from "../plan";
import { planInUse } from "../plan/in-use";
import { recall, remember } from "./memory";
import { dropUntrue } from "./state";
import { storeOfPlan } from "./store";
import { workbook, type Workbook } from "./workbook";

/** What the user chose for the next insertion. */
export interface Choice {
  /** 本单位 as this machine remembers it, under its canonical name; null: the whole city */
  bureau: string | null;
  /** 本单位 as chosen in the pane for a workbook whose sheets do not say so yet: a canonical name or 全市; null: none */
  chosen: string | null;
  /** 报告期 for the next form; once there is a form, its cell is the truth */
  period: string | null;
  /** whether the next form is to have 补充指标; null: as they are in use */
  supplement: boolean | null;
}

export const choice = storeOfPlan<Choice>(
  { bureau: recall("bureau"), chosen: null, period: null, supplement: null },
  ({ period }) => ({
    period: period !== null && parsePeriod(period, planInUse()).ok ? period : null,
    supplement: null,
  }),
);

type Said = Pick<Choice, "bureau" | "chosen"> & Pick<Workbook, "bureaus">;

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
export const bureauOf = ({ chosen, bureaus, bureau }: Said): string =>
  [chosen, ...Object.values(bureaus), bureau].map(known).find((name) => name !== null) ??
  planInUse().place.whole;

const said = (): Said => ({ ...choice.get(), ...workbook.get() });

/** 本单位 as things stand. */
export const ownBureau = (): string => bureauOf(said());

/** A choice that says no more than the workbook, or this machine, is none. */
export const settled = (said: Said): Pick<Choice, "chosen"> => ({
  chosen: bureauOf({ ...said, chosen: null }) === said.chosen ? null : said.chosen,
});

/** Lets go of a choice that the workbook now carries. */
export const settle = (): void => choice.set(settled(said()));

/** Chooses 本单位 under any of its names, for this workbook and the next; null is the whole place, and so is a name the plan does not know. */
export function setBureau(name: string | null): void {
  const found = name === null ? null : findBureau(name, planInUse());
  const bureau = found?.ok ? found.value.name : null;
  remember("bureau", bureau);
  choice.set({ bureau, chosen: bureau ?? planInUse().place.whole });
  settle();
  dropUntrue();
}

/** Whether the next form has 补充指标, as chosen or as they are in use. */
export const hasSupplement = ({ supplement }: Pick<Choice, "supplement">): boolean =>
  supplement ?? isSupplemented(planInUse().version);
