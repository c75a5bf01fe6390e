import { recall, remember } from "./memory";
import { store } from "./store";

/** One sentence for the user; `details` are for whoever helps them. */
export interface Notice {
  kind: "success" | "error" | "info";
  text: string;
  details?: string;
  /** whether it is still true of what was read since; absent: it tells what happened, which stays true */
  holds?: () => boolean;
}

/** What is running, in Chinese. */
export interface Busy {
  doing: string;
  /** steps done, of how many; absent while that is unknown */
  steps?: { done: number; total: number };
  /** null once cancelling has been asked for: what is being written is written to its end */
  cancel: (() => void) | null;
}

/** What the pane as a whole shows; each feature keeps what is its own. */
export interface State {
  busy: Busy | null;
  notice: Notice | null;
  /** id of the tab that is open */
  view: string;
}

/** Ribbon and pane share it, because they share one runtime. */
export const state = store<State>({ busy: null, notice: null, view: recall("view") ?? "fill" });

/** Opens a tab; what was told on the one before is done with, unless something is wrong. */
export function openView(view: string): void {
  remember("view", view);
  const { notice } = state.get();
  state.set({ view, notice: notice?.kind === "error" ? notice : null });
}

/** Takes the notice away, as its user wishes. */
export const closeNotice = (): void => state.set({ notice: null });

/** Takes the notice away when it is no longer true. Call when the workbook has been read anew, or the user has chosen anew. */
export function dropUntrue(): void {
  if (state.get().notice?.holds?.() === false) closeNotice();
}
