import type { Written } from "../excel";
import type { FormReport, Report } from "../report";
import type { Comparison, Distribution } from "./exchange";
import { recall } from "./memory";

/** One sentence for the user; `details` are for whoever helps them. */
export interface Notice {
  kind: "success" | "error" | "info";
  text: string;
  details?: string;
  /** whether it is still true of what was read since; absent: it tells what happened, which stays true */
  holds?: (now: State) => boolean;
}

/** What is running, in Chinese. */
export interface Busy {
  doing: string;
  /** steps done, of how many; absent while that is unknown */
  steps?: { done: number; total: number };
  /** null once cancelling has been asked for: what is being written is written to its end */
  cancel: (() => void) | null;
}

/** What the pane shows. Ribbon and pane share it, because they share one runtime. */
export interface State {
  busy: Busy | null;
  notice: Notice | null;
  /** 本单位 as this machine remembers it, under its canonical name; null: the whole city */
  bureau: string | null;
  /** 本单位 as chosen in the pane for a workbook whose sheets do not say so yet: a canonical name or 全市; null: none */
  chosen: string | null;
  /** 报告期 for the next form; once there is a form, its cell is the truth */
  period: string | null;
  /** id of the tab that is open */
  view: string;
  /** what there is to say about form and tasks as last read; null: there is neither; undefined: not read yet */
  report: Report | null | undefined;
  /** the same, where there is a form */
  form: FormReport | null | undefined;
  /** 填报单位 of the workbook's sheet 任务分工; null: it has none */
  tasksBureau: string | null;
  /** false where this Excel does not tell of changes */
  live: boolean;
  /** what 修正 last wrote, for taking it back */
  corrected: Written[] | null;
  distribution: Distribution | null;
  /** what 汇总 found, until it is written or dropped */
  comparison: Comparison | null;
  /** the text of the last 催报清单 */
  reminder: string | null;
}

type Listener = () => void;

let current: State = {
  busy: null,
  notice: null,
  bureau: recall("bureau"),
  chosen: null,
  period: null,
  view: recall("view") ?? "fill",
  report: undefined,
  form: undefined,
  tasksBureau: null,
  live: true,
  corrected: null,
  distribution: null,
  comparison: null,
  reminder: null,
};
const listeners = new Set<Listener>();

export const state = {
  get: (): State => current,
  set(part: Partial<State>): void {
    current = { ...current, ...part };
    listeners.forEach((listener) => listener());
  },
  /** Calls the listener after every change; the result ends that. */
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Takes the notice away when it is no longer true. Call when the workbook has been read anew, or the user has chosen anew. */
export function dropUntrue(): void {
  if (current.notice?.holds?.(current) === false) state.set({ notice: null });
}
