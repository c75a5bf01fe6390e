import type { Job, Outcome } from "./job";
import type { ButtonId } from "./ribbon";

/** What a button of the ribbon does. */
export interface Command {
  id: ButtonId;
  label: string;
  /** what the pane says while it runs */
  doing: string;
  run: (job: Job) => Promise<Outcome>;
}
