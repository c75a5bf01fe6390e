import { type Insertion, insertTable, readHoldings } from "../excel";
import { type Bureau, findBureau } from "../plan";
import { planInUse } from "../plan/in-use";
import { FORM, TASKS } from "../sheets";
import { choice, ownBureau } from "./choice";
import type { Command } from "./command";
import { insertionNotice, nothingToInsert } from "./insertion";
import { FORM_KIND, type SheetKind, TASKS_KIND } from "./kinds";
import type { Notice } from "./state";
import { workbook } from "./workbook";

/** Inserts a sheet for 本单位, if that has anything on it. */
async function inserted(
  kind: SheetKind,
  insert: (bureau: Bureau | undefined) => Promise<Insertion>,
): Promise<{ notice: Notice }> {
  // a sheet that is there says whose it is, so it must have been read
  if (workbook.get().form === undefined) workbook.set(await readHoldings(planInUse()));
  const name = ownBureau();
  if (kind.keysOf(name).length === 0) return { notice: nothingToInsert(name, kind) };
  const found = findBureau(name, planInUse());
  return { notice: insertionNotice(await insert(found.ok ? found.value : undefined)) };
}

export const insertFormCommand: Command = {
  id: "insertForm",
  label: "插入指标模板",
  doing: "正在插入指标模板…",
  run: ({ signal }) =>
    inserted(FORM_KIND, (bureau) =>
      insertTable(FORM, planInUse(), bureau, choice.get().period ?? undefined, signal),
    ),
};

export const insertTasksCommand: Command = {
  id: "insertTasks",
  label: "插入任务分工表",
  doing: "正在插入任务分工表…",
  run: ({ signal }) =>
    inserted(TASKS_KIND, (bureau) => insertTable(TASKS, planInUse(), bureau, undefined, signal)),
};
