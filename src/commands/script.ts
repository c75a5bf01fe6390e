import { CommandError } from "../excel";

/** Names what the build is made from: scripts of two builds never mix, whatever a browser keeps. */
declare const BUILD: string;

/** How often a script could not be loaded; some browsers remember that for its address. */
const failures = new Map<string, number>();

/**
 * Loads a script that lies beside the pane's own, such as `exchange.js`.
 * @throws CommandError when it cannot be loaded; the next call tries again
 */
export async function loadScript(file: string): Promise<void> {
  const failed = failures.get(file) ?? 0;
  const url = new URL(`${file}?${BUILD}${failed > 0 ? `-${failed}` : ""}`, document.baseURI);
  try {
    await import(/* webpackIgnore: true */ url.href);
  } catch (error) {
    failures.set(file, failed + 1);
    throw new CommandError({ code: "script-not-loaded", file, details: String(error) });
  }
}
