import { element } from "./developer/element";
import "./told.css";

export interface Choice {
  label: string;
  run: () => void;
}

/** Shows what stays true until something is done about it, between ribbon and sheet as Excel does. @returns takes it away */
export function showMessageBar(text: string, choices: readonly Choice[] = []): () => void {
  const buttons = choices.map(({ label, run }) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", run);
    return button;
  });
  const bar = element(
    "section",
    { class: "message-bar", role: "alert", "aria-label": "消息" },
    element("p", {}, text),
    ...buttons,
  );
  document.querySelector(".work")!.before(bar);
  return () => bar.remove();
}
