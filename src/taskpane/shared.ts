import * as preact from "preact";
import * as hooks from "preact/hooks";
import * as jsx from "preact/jsx-runtime";
import * as commands from "../commands";
import * as plan from "../plan";
import * as planInUse from "../plan/in-use";
import * as text from "../text";
import * as controls from "./controls";
import * as copy from "./copy";
import * as textField from "./text-field";

/** What tabs.js takes from here instead of holding it a second time; webpack.config.js says which module is which. */
Object.assign(globalThis, {
  yizhiPane: { preact, hooks, jsx, commands, plan, planInUse, text, controls, copy, textField },
});
