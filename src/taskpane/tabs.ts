import type { ComponentType } from "preact";
import { Fill } from "./fill";
import { later } from "./later";
import type { Commands } from "./parts";

const tab = (id: keyof Commands["TABS"]): ComponentType =>
  later(async ({ TABS: tabs }) => (await tabs[id]()).Tab);

/** The pane's tabs, left to right; `id` is what a command opens. What all but the first hold comes later: see commands.ts. */
export const TABS: readonly { id: string; label: string; Content: ComponentType }[] = [
  { id: "fill", label: "填报", Content: Fill },
  { id: "audit", label: "审核", Content: tab("audit") },
  { id: "lagging", label: "滞后", Content: tab("lagging") },
  { id: "periods", label: "往期", Content: tab("periods") },
  { id: "results", label: "成果", Content: tab("results") },
  { id: "exchange", label: "汇总", Content: tab("exchange") },
  { id: "plan", label: "规划", Content: tab("plan") },
  { id: "functions", label: "函数", Content: tab("functions") },
];
