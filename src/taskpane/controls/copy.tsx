import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./basic";

const COPIED = "已复制";
const BY_HAND = `这里不让自动复制，文字已选中，请按 ${/Mac/.test(navigator.platform) ? "⌘C" : "Ctrl+C"}`;

interface CopyProps {
  label: string;
  /** or what reads it once it is to be copied; "": there is none, and that is told elsewhere */
  text: string | (() => Promise<string>);
  /** as of a button */
  about?: string;
}

/** Copies text to the clipboard. Where that is closed to the pane, shows the text selected instead. */
export function Copy({ label, text, about }: CopyProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState("");
  const [taken, setTaken] = useState("");
  // what was copied is another text than the one that stands here now
  useEffect(() => setOutcome(""), [text]);
  const copy = async (): Promise<void> => {
    setOutcome("");
    const words = typeof text === "string" ? text : await text();
    if (words === "") return;
    setTaken(words);
    try {
      await navigator.clipboard.writeText(words);
      setOutcome(COPIED);
    } catch {
      setOutcome(BY_HAND);
      setTimeout(() => area.current?.select());
    }
  };
  return (
    <>
      <Button small onClick={() => void copy()} {...(about !== undefined && { about })}>
        {label}
      </Button>
      <span role="status" class="quiet">
        {outcome}
      </span>
      {outcome === BY_HAND && <textarea ref={area} readOnly rows={6} aria-label={label} value={taken} />}
    </>
  );
}
