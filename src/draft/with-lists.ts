import { allIndicatorsOf, fileOf, type Plan, splitUnits } from "../plan";
import type { BureauDraft, TaskDraft } from "./draft";
import { bureausOf, filled } from "./file";

/** The file of a plan with other tasks and bureaus, for `openPlan`: what indicators and tasks name besides is among the bureaus. */
export function planFileWith(
  plan: Plan,
  tasks: readonly TaskDraft[],
  bureaus: readonly BureauDraft[],
): unknown {
  const used = [...allIndicatorsOf(plan), ...tasks].flatMap(({ responsible }) => splitUnits(responsible));
  return {
    ...fileOf(plan),
    tasks: tasks.map(({ number, text, responsible, printed, deadline }) => ({
      ...{ number, text, responsible },
      ...filled({ printed, deadline }),
    })),
    bureaus: bureausOf(bureaus, used, plan.place),
  };
}

/** Tasks and bureaus of a plan, as if they had been read. */
export const tasksOfPlan = ({ tasks }: Plan): TaskDraft[] =>
  tasks.map(({ units: _, deadline = "", ...task }) => ({ ...task, deadline }));
export const bureausOfPlan = ({ bureaus }: Plan): BureauDraft[] =>
  bureaus.map(({ name, aliases, contact = "", phone = "" }) => ({ name, aliases, contact, phone }));
