import { useState } from "preact/hooks";
import type { ResultsRead } from "../../commands";
import { CopyLetter, More } from "../controls";
import { byBureau } from "./by-bureau";

const AT_ONCE = 8;

/** 催报, 督办 and 退回修改 by bureau; nothing is sent from here. */
export function Letters({ letters }: Pick<ResultsRead, "letters">) {
  const [most, setMost] = useState(AT_ONCE);
  const bureaus = byBureau(letters);
  if (bureaus.length === 0) return null;
  return (
    <section class="group" aria-label="给各单位的文字">
      <h2>
        给各单位的文字 <small>{bureaus.length} 个单位</small>
      </h2>
      <p class="hint">复制后自行发送；期限、联系人留空，由您填写。</p>
      <ul role="list" class="missing" aria-label="给各单位的文字">
        {bureaus.slice(0, most).map(({ bureau, letters: own, words }, i) => (
          <li key={bureau} class="group">
            <span id={`letters-${i}`}>
              <b>{bureau}</b> <small>{words}</small>
            </span>
            <div class="actions">
              {own.map(({ kind, text }) => (
                <CopyLetter key={kind} kind={kind} text={text} about={`letters-${i}`} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <More all={bureaus.length} shown={most} measure="个单位" onAll={() => setMost(Infinity)} />
    </section>
  );
}
