import { type Insertion, insertTable, readHoldings } from "../excel";
import { FORM, TASKS } from "../sheets";
import { type Bureau, findBureau } from "../plan";
import { planInUse } from "../plan/in-use";
import { bureauOf } from "./bureau";
import type { Command } from "./command";
import { FORM_KIND, insertionNotice, nothingToInsert, type SheetKind, TASKS_KIND } from "./insertion";
import type { Notice } from "./state";
import { state } from "./state";

/** Inserts a sheet for 本单位, if that has anything on it. */
async function inserted(
  kind: SheetKind,
  insert: (bureau: Bureau | undefined) => Promise<Insertion>,
): Promise<{ notice: Notice }> {
  // a sheet that is there says whose it is, so it must have been read
  if (state.get().form === undefined) state.set(await readHoldings(planInUse()));
  const name = bureauOf(state.get());
  if (kind.keysOf(name).length === 0) return { notice: nothingToInsert(name, kind) };
  const found = findBureau(name, planInUse());
  return { notice: insertionNotice(await insert(found.ok ? found.value : undefined)) };
}

export const insertFormCommand: Command = {
  id: "insertForm",
  label: "插入指标模板",
  doing: "正在插入指标模板…",
  opensPane: false,
  run: ({ signal }) =>
    inserted(FORM_KIND, (bureau) =>
      insertTable(FORM, planInUse(), bureau, state.get().period ?? undefined, signal),
    ),
};

export const insertTasksCommand: Command = {
  id: "insertTasks",
  label: "插入任务分工表",
  doing: "正在插入任务分工表…",
  opensPane: false,
  run: ({ signal }) =>
    inserted(TASKS_KIND, (bureau) => insertTable(TASKS, planInUse(), bureau, undefined, signal)),
};
