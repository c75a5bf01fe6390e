import { auditCommand } from "./audit";
import type { Command } from "./command";
import { convertCommand } from "./convert";
import { distributeCommand } from "./distribute";
import { INSERT_COMMANDS } from "./insert";
import { working } from "./job";
import { laggingCommand } from "./lagging";
import { refresh } from "./live";
import { mergeCommand } from "./merge-command";
import { PERIOD_COMMANDS } from "./periods";
import { RESULT_COMMANDS } from "./results-commands";
import type { ButtonId } from "./ribbon";
import { submissionCommand } from "./submission";

export const COMMANDS: readonly Command[] = [
  ...INSERT_COMMANDS,
  auditCommand,
  laggingCommand,
  distributeCommand,
  mergeCommand,
  ...PERIOD_COMMANDS,
  submissionCommand,
  ...RESULT_COMMANDS,
  convertCommand,
];

/** Waiting or running; pressing one of these again adds nothing. */
const pressed = new Set<ButtonId>();

/** Runs a command by the manifest's action id; the outcome is in `state` and in what its feature keeps. */
export async function runCommand(id: ButtonId): Promise<void> {
  const command = COMMANDS.find((c) => c.id === id);
  if (!command) throw new Error(`no command "${id}"`);
  if (pressed.has(id)) return;
  pressed.add(id);
  await working(command.doing, command.run);
  pressed.delete(id);
  refresh();
}
