import type { Grid } from "../grid";
import { isSupplemented } from "../plan";
import type { PlanSheetGrids } from "../sheets/plan";
import { CommandError } from "./issues";

/** The sheets of a plan as read, with what tells them from changed ones. */
export interface PlanRead {
  /** null: the workbook has no plan of its own */
  sheets: PlanSheetGrids | null;
  /** the workbook's form has 补充指标 */
  supplement?: true;
  mark: string;
}

/** Thrown before a command has done anything: it is to be run again, once this plan is in use. */
export class PlanChanged extends Error {
  constructor(readonly read: PlanRead) {
    super("the workbook's plan has changed");
  }
}

const contents = ({ row, column, values }: Grid): unknown[] =>
  values.flatMap((cells, r) =>
    cells.flatMap((value, c) => (value === "" ? [] : [[row + r, column + c, value]])),
  );

/**
 * What the plan's sheets hold. Without 规划指标 there is no plan.
 * @param template what the workbook says that its form was made from
 */
export function planRead({ indicators, ...rest }: Partial<PlanSheetGrids>, template = ""): PlanRead {
  const supplement = isSupplemented(template);
  const chosen = supplement && { supplement };
  if (!indicators) return { sheets: null, ...chosen, mark: supplement ? "supplement" : "" };
  const { tasks = null, bureaus = null, checks = null } = rest;
  const sheets = { indicators, tasks, bureaus, checks };
  const mark = JSON.stringify([
    supplement,
    ...Object.values(sheets).map((one) => one && [one.name, contents(one.grid)]),
  ]);
  return { sheets, ...chosen, mark };
}

/** The plan's sheets as they were when a plan was last made of them; undefined: never looked at. */
let taken: string | undefined;
let fault: string | null = null;

/** True once it is known which plan the workbook has. */
export const isPlanKnown = (): boolean => taken !== undefined;

/** From now on this is the plan that commands work on. @param words why none could be made of the sheets, where none is in use */
export function planTaken({ mark }: Pick<PlanRead, "mark">, words: string | null = null): void {
  taken = mark;
  fault = words;
}

/** @throws PlanChanged; CommandError when the sheets hold no plan that could be used */
export function checkPlan(read: PlanRead): void {
  // a workbook without a plan has the one that is in use from the beginning
  if (read.mark !== (taken ?? "")) throw new PlanChanged(read);
  taken ??= "";
  if (fault !== null) throw new CommandError({ code: "plan-faulty", words: fault });
}
