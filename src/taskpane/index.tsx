import { hindrance, say } from "./support";
import "../functions/register";
import { render } from "preact";
import { followWorkbook, registerCommands, state } from "../commands";
import { Pane } from "./pane";
import "./shared";
import { followTheme } from "./theme";
import "./taskpane.css";

/** One page for the shared runtime: ribbon commands, custom functions and pane start here. */
void Office.onReady(({ host }) => {
  if (hindrance === null && host === null) return say("not-excel");
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
