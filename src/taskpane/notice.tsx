import { useRef, useState } from "preact/hooks";
import type { Notice } from "../commands";
import { Button } from "./controls";

const COPIED = "已复制。";
const COPY_BY_HAND = "浏览器不让自动复制，文字已选中，请按 Ctrl+C。";

/** What helpers need, folded away. Where the clipboard is closed to the pane, the text is selected instead. */
function Details({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome(COPIED);
    } catch {
      area.current?.select();
      setOutcome(COPY_BY_HAND);
    }
  };
  return (
    <details>
      <summary>详情</summary>
      <textarea ref={area} readOnly rows={4} aria-label="详情" value={text} />
      <Button small onClick={() => void copy()}>
        复制
      </Button>
      <span role="status" class="quiet">
        {outcome}
      </span>
    </details>
  );
}

const Message = ({ kind, text, details }: Notice) => (
  <fluent-message-bar intent={kind}>
    <p>{text}</p>
    {details !== undefined && <Details key={details} text={details} />}
  </fluent-message-bar>
);

/** Both live regions always stand in the page: screen readers announce only what changes inside one. */
export const NoticeArea = ({ notice }: { notice: Notice | null }) => (
  <>
    <div role="status">{notice && notice.kind !== "error" && <Message {...notice} />}</div>
    <div role="alert">{notice?.kind === "error" && <Message {...notice} />}</div>
  </>
);
