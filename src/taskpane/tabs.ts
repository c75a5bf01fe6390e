import type { ComponentType } from "preact";
import type { State } from "../commands";
import { Audit } from "./audit";
import { Exchange } from "./exchange";
import { Fill } from "./fill";
import { Functions } from "./functions";
import { LaggingList } from "./lagging";

/** The pane's tabs, left to right; `id` is what a command opens. */
export const TABS: readonly { id: string; label: string; Content: ComponentType<State> }[] = [
  { id: "fill", label: "填报", Content: Fill },
  { id: "audit", label: "审核", Content: Audit },
  { id: "lagging", label: "滞后", Content: LaggingList },
  { id: "exchange", label: "汇总", Content: Exchange },
  { id: "functions", label: "函数", Content: Functions },
];
