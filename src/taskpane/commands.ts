import { loadedOnce } from "../commands";

/* What follows the pane's first paint: all that touches the workbook. The tabs are parts of this part, so that none holds a second time what is here. */

export { followWorkbook, planKnown, runCommand, setPeriod } from "../commands";
export { FUNCTIONS } from "../functions";
export { Parameters } from "./fill/parameters";

/** The tabs but the first, by their ids: each comes when it is first opened. */
export const TABS = {
  audit: loadedOnce(() => import(/* webpackChunkName: "audit" */ "./audit")),
  lagging: loadedOnce(() => import(/* webpackChunkName: "lagging" */ "./lagging")),
  periods: loadedOnce(() => import(/* webpackChunkName: "periods-tab" */ "./periods")),
  results: loadedOnce(() => import(/* webpackChunkName: "results-tab" */ "./results")),
  exchange: loadedOnce(() => import(/* webpackChunkName: "exchange" */ "./exchange")),
  plan: loadedOnce(() => import(/* webpackChunkName: "plan" */ "./plan")),
  functions: loadedOnce(() => import(/* webpackChunkName: "functions" */ "./functions")),
};
