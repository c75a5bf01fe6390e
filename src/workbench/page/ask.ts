import { element } from "./developer/element";
import "./told.css";

export interface Question<T> {
  title: string;
  /** sentences, one a paragraph */
  text: readonly string[];
  /** the first has the keyboard */
  answers: readonly { label: string; value: T }[];
  /** gives the keyboard back to the cells */
  giveBack: () => void;
}

/** Asks in the page. Esc closes it, as in Excel. @returns null when it is closed without an answer */
export function ask<T>({ title, text, answers, giveBack }: Question<T>): Promise<T | null> {
  return new Promise((resolve) => {
    let answer: T | null = null;
    const buttons = answers.map(({ label, value }) => {
      const button = element("button", { type: "button" }, label);
      button.addEventListener("click", () => {
        answer = value;
        dialog.close();
      });
      return button;
    });
    const cancel = element("button", { type: "button" }, "取消");
    cancel.addEventListener("click", () => dialog.close());
    const dialog = element(
      "dialog",
      { class: "ask", "aria-labelledby": "ask-title" },
      element("h2", { id: "ask-title" }, title),
      ...text.map((line) => element("p", {}, line)),
      element("footer", {}, ...buttons, cancel),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      giveBack();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
