import { loadScript } from "./script";

type Exchange = typeof import("../exchange");

declare global {
  /** what exchange.js leaves behind */
  var yizhiExchange: Exchange | undefined;
}

/**
 * What leaves for the bureaus and what comes back, with its libraries: a script of its own beside the pane's, loaded when
 * a command first needs it. A chunk of the pane's own script would keep the pane's modules apart, and so heavy.
 */
export async function exchange(): Promise<Exchange> {
  if (!globalThis.yizhiExchange) await loadScript("exchange");
  return globalThis.yizhiExchange!;
}
