import type { AuditItem, LaggingGroup } from "../sheets";

/** One sentence for the user; `details` are for whoever helps them. */
export interface Notice {
  kind: "success" | "error" | "info";
  text: string;
  details?: string;
}

/** What the pane shows. Ribbon and pane share it, because they share one runtime. */
export interface State {
  /** what is running, in Chinese */
  busy: string | null;
  notice: Notice | null;
  /** canonical name; null: the whole city */
  bureau: string | null;
  period: string | null;
  /** id of the tab that is open */
  view: string;
  findings: AuditItem[] | null;
  lagging: LaggingGroup[] | null;
}

type Listener = () => void;

const BUREAU_KEY = "yizhi.bureau";

/** 本单位 is remembered on this machine; a browser that forbids storage only forgets it. */
function remembered(): string | null {
  try {
    return localStorage.getItem(BUREAU_KEY);
  } catch {
    return null;
  }
}

export function remember(bureau: string | null): void {
  try {
    if (bureau === null) localStorage.removeItem(BUREAU_KEY);
    else localStorage.setItem(BUREAU_KEY, bureau);
  } catch {
    // nothing to do: the choice still holds until the pane closes
  }
}

let current: State = {
  busy: null,
  notice: null,
  bureau: remembered(),
  period: null,
  view: "fill",
  findings: null,
  lagging: null,
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
