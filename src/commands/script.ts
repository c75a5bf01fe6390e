import { CommandError } from "../excel";

/** Names what the build is made from, and stands in its files' names: scripts of two builds never mix. */
declare const BUILD: string;

/** How often a script could not be loaded; some browsers remember that for its address. */
const failures = new Map<string, number>();

/**
 * Loads a script that lies beside the pane's own.
 * @param name of the build's entry, such as `exchange`
 * @throws CommandError when it cannot be loaded; the next call tries again
 */
export async function loadScript(name: string): Promise<void> {
  const file = `${name}.${BUILD}.js`;
  const failed = failures.get(file) ?? 0;
  const url = new URL(failed > 0 ? `${file}?${failed}` : file, document.baseURI);
  try {
    await import(/* webpackIgnore: true */ url.href);
  } catch (error) {
    failures.set(file, failed + 1);
    throw new CommandError({ code: "script-not-loaded", file, details: String(error) });
  }
}
