import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { fillBox, type PartId, planDraft, readPart, readSelected } from "../../commands";
import { Button, Refusal, useShown } from "../controls";
import { pastedInto, type TextOf } from "./clipboard";

const textOf: TextOf = (html) => new DOMParser().parseFromString(html, "text/html").body.innerText.trim();

interface PasteBoxProps {
  part: PartId;
  label: string;
  hint: string;
  /** words of the button that reads what stands in the box */
  reads: string;
  /** the one button that matters now */
  main?: boolean;
  /** further ways in, beside its buttons */
  children?: ComponentChildren;
}

/** Takes a table from the clipboard, as text and as HTML, from the keyboard, or from the selected cells. */
export function PasteBox({ part, label, hint, reads, main = false, children }: PasteBoxProps) {
  const { pasted, from, refused } = useShown(planDraft)[part];
  const area = useRef<HTMLTextAreaElement>(null);
  const id = `paste-${part}`;
  const paste = (event: ClipboardEvent): void => {
    const box = area.current;
    if (!box || !event.clipboardData) return;
    const { value: text, selectionStart: start, selectionEnd: end } = box;
    const next = pastedInto({ pasted, text, start, end }, event.clipboardData, textOf);
    if (!next) return;
    event.preventDefault();
    fillBox(part, next);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        ref={area}
        class="paste"
        rows={main ? 5 : 3}
        spellcheck={false}
        placeholder={hint}
        value={pasted.text ?? ""}
        aria-invalid={refused !== null}
        aria-describedby={`${id}-refused`}
        onPaste={paste}
        // another table takes the place of this one; a second click sets the caret
        onFocus={() => setTimeout(() => area.current?.select())}
        onInput={({ currentTarget }) => fillBox(part, { text: currentTarget.value })}
      />
      <Refusal id={`${id}-refused`} words={refused && refused.replace(/。$/, "")} />
      {from !== "" && <p class="hint">读自 {from}</p>}
      <div class="actions">
        <Button main={main} onClick={() => void readPart(part)}>
          {reads}
        </Button>
        <Button
          onClick={() => void readSelected(part)}
          {...(part !== "plan" && { label: `从选区读取${label}` })}
        >
          从选区读取
        </Button>
        {children}
      </div>
    </div>
  );
}
