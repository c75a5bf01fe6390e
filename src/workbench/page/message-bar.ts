import { element } from "./developer/element";
import "./told.css";

export interface Choice {
  label: string;
  run: () => void;
}

/** A warning stays true until something is done about it; a notice says what is done; a problem what is not. */
export type BarKind = "notice" | "warning" | "problem";

/** Shows what is not to be missed, between ribbon and sheet as Excel does. @returns takes it away */
export function showMessageBar(
  text: string,
  choices: readonly Choice[] = [],
  kind: BarKind = "warning",
): () => void {
  const buttons = choices.map(({ label, run }) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", run);
    return button;
  });
  const bar = element(
    "section",
    { class: `message-bar ${kind}`, role: kind === "notice" ? "status" : "alert", "aria-label": "消息" },
    element("p", {}, text),
    ...buttons,
  );
  document.querySelector(".work")!.before(bar);
  return () => bar.remove();
}
