import { hindrance, say } from "./support";
import { render } from "preact";
import { registerRibbon } from "../commands";
import { registerFunctions } from "../functions";
import { commands, perform } from "./parts";
import { Pane } from "./pane";
import { followTheme } from "./theme";
import "./taskpane.css";

const OUTSIDE_MS = 1500;

/** Excel tells of itself in the page's address or in what it adds to the window; Office.js is never ready elsewhere. */
const { external } = globalThis as { external?: object };
const isHosted =
  location.href.includes("_host_Info") || (external !== undefined && "GetHostInfo" in external);
const outside = setTimeout(() => {
  if (hindrance === null && !isHosted) say("not-excel");
}, OUTSIDE_MS);

/** A pane that is not in sight paints nothing, and waits no longer than this. */
const UNSEEN_MS = 300;
/** Resolves once what has been drawn is painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN_MS);
  });

registerFunctions(async () => {
  const { FUNCTIONS, planKnown } = await commands();
  await planKnown();
  return FUNCTIONS;
});

/** One page for the shared runtime: ribbon commands, custom functions and pane start here. */
void Office.onReady(() => {
  clearTimeout(outside);
  registerRibbon((id) => perform(({ runCommand }) => runCommand(id)));
  const root = document.getElementById("pane");
  if (!root) throw new Error("taskpane.html has no element #pane");
  followTheme();
  if (hindrance === null) {
    root.replaceChildren();
    render(<Pane />, root);
  }
  void painted().then(() => perform(({ followWorkbook }) => followWorkbook()));
});
