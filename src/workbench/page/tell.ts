import { showMessageBar } from "./message-bar";

/**
 * A hint may be overlooked; what is done too, where all of it can be read; a notice and a problem are not to be missed:
 * they stand until they are closed or something else has been done.
 */
export type TellKind = "hint" | "done" | "notice" | "problem";

export type Tell = (message: string, kind?: TellKind) => void;

/**
 * Tells in the line beside the tabs, and what is too important or too long for it in a bar of its own.
 * @param rest stands in the line while nothing else does
 * @param closed is told when a person has closed the bar
 */
export function createTell(line: HTMLElement, rest: string, closed: () => void): Tell {
  let hide = (): void => undefined;
  const fits = (text: string): boolean => {
    line.title = line.textContent = text;
    return line.scrollWidth <= line.clientWidth;
  };
  return (message, kind = "hint") => {
    if (kind !== "hint") hide();
    if (kind === "hint" || kind === "done") {
      const seen = fits(message);
      if (seen || kind === "hint") return;
    }
    fits(rest);
    const close = (): void => {
      hide();
      closed();
    };
    hide = showMessageBar(
      message,
      [{ label: "关闭", run: close }],
      kind === "problem" ? "problem" : "notice",
    );
  };
}
