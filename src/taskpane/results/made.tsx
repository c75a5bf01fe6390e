import type { Made } from "../../commands";
import { madeWords } from "./made-words";

interface MadeLineProps {
  /** null: not yet */
  made: Made | null;
  /** what making it is called */
  act: "生成" | "更新";
  /** what is so as long as the data is no longer what it was made of */
  stale: string;
}

/** When it was made, and of which period; whether the data has changed since. */
export const MadeLine = ({ made, act, stale }: MadeLineProps) => (
  <>
    <p class="hint">{made ? madeWords(made, act) : `还没有${act}过。`}</p>
    <div role="status" class="hints">
      {made?.changed && (
        <p>
          <strong data-status="滞后">数据已变</strong>，{stale}。
        </p>
      )}
    </div>
  </>
);

/** What is not there yet, or of other data, is the next thing to press. */
export const isDue = (made: Made | null): boolean => made === null || made.changed;
