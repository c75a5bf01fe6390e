import { auditCommand } from "./audit";
import type { Command } from "./command";
import { convertCommand, distributeCommand, mergeCommand } from "./exchange";
import { insertFormCommand, insertTasksCommand } from "./insert";
import { working } from "./job";
import { laggingCommand } from "./lagging";
import { refresh } from "./live";
import { state } from "./state";

export * from "./actions";
export {
  type Calculation,
  chooseFile,
  type ChosenFile,
  type ComparedFile,
  compareFiles,
  type Comparison,
  convert,
  type Decisions,
  type Distribution,
  dropComparison,
  mergeDecided,
  type MergeItem,
  openFile,
  type OutgoingFile,
  remind,
  savesFiles,
  type ToldFile,
  type ToldItem,
  type ToldOption,
} from "./exchange";
export * from "./refusals";
export { followWorkbook } from "./live";
export { bureauOf } from "./bureau";
export { bureauHint, FORM_KIND, TASKS_KIND } from "./insertion";
export { loadScript } from "./script";
export { failure } from "./job";
export { state, type Busy, type Notice, type State } from "./state";
export type { Command } from "./command";
export type { AuditItem, FormReport, LaggingGroup, LaggingItem, MissingGroup, Report } from "../report";
export type { TableId } from "../sheets";

/** All buttons of the ribbon but the one that only opens the pane. */
export const COMMANDS: readonly Command[] = [
  insertFormCommand,
  insertTasksCommand,
  auditCommand,
  laggingCommand,
  distributeCommand,
  mergeCommand,
  convertCommand,
];

/** Waiting or running; pressing one of these again adds nothing. */
const pressed = new Set<string>();

/** Runs a command by the manifest's action id; the outcome is in `state`. */
export async function runCommand(id: string): Promise<void> {
  const command = COMMANDS.find((c) => c.id === id);
  if (!command) throw new Error(`no command "${id}"`);
  if (pressed.has(id)) return;
  pressed.add(id);
  await working(command.doing, command.run);
  pressed.delete(id);
  refresh();
}

/** Excel may refuse even this; the ribbon's button must come free all the same. */
const showPane = (): Promise<void> => Office.addin.showAsTaskpane().catch(() => undefined);

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
