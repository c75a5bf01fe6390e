import {
  type Bureau,
  findBureau,
  indicatorsOf,
  indicatorsOfBureau,
  isWhole,
  type Plan,
  tasksOfBureau,
} from "../plan";
import { planInUse } from "../plan/in-use";
import { UPDATE } from "../report";

/** The two sheets that are inserted, with what there is to say of them. */
export interface SheetKind {
  sheet: string;
  noun: string;
  /** what the pane's button says when the sheet is there */
  update: string;
  other: { noun: string; button: string };
  /** keys of the rows that belong to 本单位, or to 全市 */
  keysOf: (bureau: string) => string[];
}

const rowsOf =
  <R>(
    all: (plan: Plan) => readonly R[],
    own: (bureau: Bureau, plan: Plan) => readonly R[],
    key: (row: R) => string,
  ) =>
  (name: string): string[] => {
    const plan = planInUse();
    const found = isWhole(name, plan) ? null : findBureau(name, plan);
    return (found?.ok ? own(found.value, plan) : all(plan)).map(key);
  };

export const FORM_KIND: SheetKind = {
  sheet: "指标填报",
  noun: "指标",
  update: UPDATE.form,
  other: { noun: "任务", button: "插入任务分工表" },
  keysOf: rowsOf(indicatorsOf, indicatorsOfBureau, ({ code }) => code),
};
export const TASKS_KIND: SheetKind = {
  sheet: "任务分工",
  noun: "任务",
  update: UPDATE.tasks,
  other: { noun: "指标", button: "插入指标模板" },
  keysOf: rowsOf(
    ({ tasks }) => tasks,
    tasksOfBureau,
    ({ number }) => String(number),
  ),
};

/** What to know of 本单位 before a button is pressed: that it has no such rows, or that a sheet there is another's. Null: nothing. */
export function bureauHint(bureau: string, onSheet: string | null, kind: SheetKind): string | null {
  if (kind.keysOf(bureau).length === 0) return `“${bureau}”没有${kind.noun}，只有${kind.other.noun}。`;
  if (onSheet === null || onSheet === bureau) return null;
  return `“${kind.sheet}”表的填报单位是“${onSheet}”。点“${kind.update}”改为“${bureau}”：换成该单位的行，已填的行都保留。`;
}
