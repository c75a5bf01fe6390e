import { COMMANDS } from "../../src/commands";
import { working } from "../../src/commands/job";

/** A ribbon command without the reading that follows it some time later. */
export const press = (id: string): Promise<void> => {
  const { doing, run } = COMMANDS.find((command) => command.id === id)!;
  return working(doing, run);
};
