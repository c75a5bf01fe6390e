import { type Insertion, insertForm, insertTasks } from "../excel";
import { type Bureau, findBureau, plan } from "../plan";
import { repairMessage } from "../sheets";
import type { Command } from "./command";
import { success } from "./job";
import { type Notice, state } from "./state";

function insertionNotice({ sheet, created, repairs, renamedBecause }: Insertion): Notice {
  if (renamedBecause !== null)
    return success(`工作簿中已有别的“${renamedBecause}”表，未作改动；本表插入为“${sheet}”。`);
  if (created) return success(`已插入“${sheet}”。浅黄色单元格可以填写。`);
  if (repairs.length === 0) return success(`“${sheet}”完好，填报内容没有改动。`);
  const list = repairs.map(repairMessage);
  return success(
    `“${sheet}”已修复 ${list.length} 处，填报内容没有改动：${list.slice(0, 3).join("；")}`,
    list.join("\n"),
  );
}

function chosenBureau(): Bureau | undefined {
  const { bureau } = state.get();
  const found = bureau === null ? null : findBureau(bureau, plan);
  return found?.ok ? found.value : undefined;
}

export const insertFormCommand: Command = {
  id: "insertForm",
  label: "插入指标模板",
  doing: "正在插入指标模板…",
  opensPane: false,
  run: async ({ signal }) => ({
    notice: insertionNotice(await insertForm(chosenBureau(), state.get().period ?? undefined, signal)),
  }),
};

export const insertTasksCommand: Command = {
  id: "insertTasks",
  label: "插入任务分工表",
  doing: "正在插入任务分工表…",
  opensPane: false,
  run: async ({ signal }) => ({ notice: insertionNotice(await insertTasks(chosenBureau(), signal)) }),
};
