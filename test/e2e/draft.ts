import type { OpenWorkbench } from "./workbench";

const ROWS = [
  ["领域", "指标", "2025年", "2030年", "责任部门"],
  ["养老", "每千名老年人养老床位（张）", "36", "45", "县民政局"],
  ["养老", "护理型床位占比（%）", "55", "≥60", "县民政局"],
  ["托育", "每千人口托位数（个）", "4.2", "5左右", "县卫健委"],
];

/** Opens a draft with something to be asked in the tab 规划; nothing is written. */
export async function openDraft(workbench: OpenWorkbench): Promise<void> {
  await workbench.open("规划");
  const panel = workbench.pane.getByRole("tabpanel", { name: "规划" });
  await panel
    .getByRole("textbox", { name: "规划表", exact: true })
    .fill(ROWS.map((row) => row.join("\t")).join("\n"));
  await panel.getByRole("button", { name: "读取", exact: true }).click();
  await panel.getByRole("table", { name: "规划草稿" }).waitFor();
}
