import type { ComponentType } from "preact";
import type { State } from "../commands";
import { Fill } from "./fill";
import { later } from "./later";

/** The pane's tabs, left to right; `id` is what a command opens. All but the first are in later-tabs.ts as well. */
export const TABS: readonly { id: string; label: string; Content: ComponentType<State> }[] = [
  { id: "fill", label: "填报", Content: Fill },
  { id: "audit", label: "审核", Content: later("audit") },
  { id: "lagging", label: "滞后", Content: later("lagging") },
  { id: "exchange", label: "汇总", Content: later("exchange") },
  { id: "functions", label: "函数", Content: later("functions") },
];
