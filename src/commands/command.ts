import type { Job } from "./job";
import type { State } from "./state";

/** A ribbon button: `id` is the manifest's action id. */
export interface Command {
  id: string;
  label: string;
  /** what the pane says while it runs */
  doing: string;
  /** the ribbon opens the pane on the result */
  opensPane: boolean;
  run: (job: Job) => Promise<Partial<State>>;
}
