import { hindrance, say } from "./support";
import "../functions/register";
import { render } from "preact";
import { followWorkbook, registerCommands, state } from "../commands";
import { Pane } from "./pane";
import "./shared";
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

/** One page for the shared runtime: ribbon commands, custom functions and pane start here. */
void Office.onReady(() => {
  clearTimeout(outside);
  registerCommands();
  const root = document.getElementById("pane");
  if (!root) throw new Error("taskpane.html has no element #pane");
  followTheme();
  if (hindrance !== null) return;
  root.replaceChildren();
  const draw = (): void => render(<Pane {...state.get()} />, root);
  state.subscribe(draw);
  draw();
  void followWorkbook();
});
