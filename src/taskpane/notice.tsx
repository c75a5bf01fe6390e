import { closeNotice, type Notice } from "../commands";
import { Close, Copy } from "./controls";

/** What helpers need is folded away. */
const Message = ({ kind, text, details }: Notice) => (
  <fluent-message-bar intent={kind}>
    <p>{text}</p>
    {details !== undefined && (
      <details key={details}>
        <summary>详情</summary>
        <p class="code">{details}</p>
        <Copy label="复制" text={details} />
      </details>
    )}
    <Close onClick={closeNotice} />
  </fluent-message-bar>
);

/** Both live regions always stand in the page: screen readers announce only what changes inside one. */
export const NoticeArea = ({ notice }: { notice: Notice | null }) => (
  <div class="notices">
    <div role="status">{notice && notice.kind !== "error" && <Message {...notice} />}</div>
    <div role="alert">{notice?.kind === "error" && <Message {...notice} />}</div>
  </div>
);
