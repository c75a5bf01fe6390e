import { findBureau, parsePeriod, plan, planMessage } from "../plan";
import {
  auditForm,
  CommandError,
  type Insertion,
  insertForm,
  insertTasks,
  markLagging,
  selectAddress,
  writePeriod,
} from "../excel";
import { type AuditItem, type LaggingGroup, repairMessage } from "../sheets";
import { type Notice, remember, type State, state } from "./state";

export { state, type Notice, type State } from "./state";
export type { AuditItem, LaggingGroup } from "../sheets";

/** A ribbon button: `id` is the manifest's action id. */
export interface Command {
  id: string;
  label: string;
  /** what the pane says while it runs */
  doing: string;
  /** the ribbon opens the pane on the result */
  opensPane: boolean;
  run: () => Promise<Partial<State>>;
}

const success = (text: string, details?: string): Notice => ({
  kind: "success",
  text,
  ...(details && { details }),
});

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

const chosenBureau = () => {
  const { bureau } = state.get();
  const found = bureau === null ? null : findBureau(bureau, plan);
  return found?.ok ? found.value : undefined;
};

function auditNotice(findings: AuditItem[]): Notice {
  if (findings.length === 0) return success("审核通过，没有发现问题。");
  const count = (level: AuditItem["level"]): number => findings.filter((f) => f.level === level).length;
  return {
    kind: "info",
    text: `审核发现 ${findings.length} 项：强制 ${count("强制")}、核实 ${count("核实")}、提示 ${count("提示")}。`,
  };
}

function laggingNotice(groups: LaggingGroup[]): Notice {
  const indicators = new Set(groups.flatMap((g) => g.items.map((i) => i.code)));
  if (indicators.size === 0) return success("没有滞后指标。");
  return {
    kind: "info",
    text: `滞后指标 ${indicators.size} 项，涉及 ${groups.length} 个责任部门，已在表中标出。`,
  };
}

/** All buttons of the ribbon but the one that only opens the pane. */
export const COMMANDS: readonly Command[] = [
  {
    id: "insertForm",
    label: "插入指标模板",
    doing: "正在插入指标模板…",
    opensPane: false,
    run: async () => ({
      notice: insertionNotice(await insertForm(chosenBureau(), state.get().period ?? undefined)),
    }),
  },
  {
    id: "insertTasks",
    label: "插入任务分工表",
    doing: "正在插入任务分工表…",
    opensPane: false,
    run: async () => ({ notice: insertionNotice(await insertTasks(chosenBureau())) }),
  },
  {
    id: "auditForm",
    label: "审核数据",
    doing: "正在审核…",
    opensPane: true,
    run: async () => {
      const findings = await auditForm();
      return { view: "audit", findings, notice: auditNotice(findings) };
    },
  },
  {
    id: "markLagging",
    label: "标记滞后",
    doing: "正在计算进度…",
    opensPane: true,
    run: async () => {
      const lagging = await markLagging();
      return { view: "lagging", lagging, notice: laggingNotice(lagging) };
    },
  },
];

function failure(error: unknown): Notice {
  if (error instanceof CommandError) {
    const { issue } = error;
    return {
      kind: "error",
      text: `${error.message}。`,
      ...(issue.code === "host-refused" && { details: issue.details }),
    };
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    kind: "error",
    text: "操作没有完成，已填的内容没有改动。请再试一次；如仍不行，请把“详情”发给技术人员。",
    details,
  };
}

/** Runs work one at a time and lets the pane say what it does and what came of it. Never rejects. */
async function working(doing: string, work: () => Promise<Partial<State>>): Promise<void> {
  if (state.get().busy !== null) return;
  state.set({ busy: doing, notice: null });
  try {
    state.set({ ...(await work()), busy: null });
  } catch (error) {
    state.set({ notice: failure(error), busy: null });
  }
}

/** Runs a command by the manifest's action id; the outcome is in `state`. */
export async function runCommand(id: string): Promise<void> {
  const command = COMMANDS.find((c) => c.id === id);
  if (!command) throw new Error(`no command "${id}"`);
  await working(command.doing, command.run);
}

/** Selects a cell of the form, such as `H12`. */
export const selectCell = (address: string): Promise<void> =>
  working("正在定位…", async () => {
    await selectAddress(address);
    return {};
  });

/** Chooses 本单位 under any of its names; null is the whole city. */
export async function setBureau(name: string | null): Promise<void> {
  const found = name === null ? null : findBureau(name, plan);
  if (found && !found.ok)
    return state.set({ notice: { kind: "error", text: `${planMessage(found.issue)}。` } });
  const bureau = found ? found.value.name : null;
  remember(bureau);
  state.set({ bureau, notice: null });
}

/** Sets 报告期 and writes it to the form, if there is one. */
export async function setPeriod(text: string): Promise<void> {
  const read = parsePeriod(text, plan);
  if (!read.ok) return state.set({ notice: { kind: "error", text: `${planMessage(read.issue)}。` } });
  await working("正在写入报告期…", async () => {
    await writePeriod(text.trim());
    return { period: text.trim() };
  });
}

const showPane = (): Promise<void> => Office.addin.showAsTaskpane();

/** Connects the ribbon's buttons with the commands. Call once, after Office is ready. */
export function registerCommands(): void {
  for (const { id, opensPane } of COMMANDS)
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      await runCommand(id);
      if (opensPane || state.get().notice?.kind === "error") await showPane();
      event.completed();
    });
  Office.actions.associate("openPane", async (event: Office.AddinCommands.Event) => {
    await showPane();
    event.completed();
  });
}
