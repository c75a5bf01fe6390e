import { useState } from "preact/hooks";
import { type PeriodsRead, recallPeriod } from "../../commands";
import { samePeriod } from "../../plan";
import { Button, More } from "../controls";
import { archivedWords, outsideWords } from "./archived-words";

const AT_ONCE = 8;

/** 往期: all periods of which something is archived, the latest first. */
export function Archived({ archived, outside, period }: PeriodsRead) {
  const [most, setMost] = useState(AT_ONCE);
  return (
    <section class="group" aria-label="各期">
      <h2>
        往期 <small>{archived.length} 期</small>
      </h2>
      {archived.length === 0 ? (
        <p class="empty">还没有归档过。点“归档本期”，本期的数就记入“历史数据”和“任务历史”。</p>
      ) : (
        <ul role="list" class="periods" aria-label="往期">
          {archived.slice(0, most).map((one, i) => (
            <li key={one.text} aria-current={samePeriod(one.text, period) ? "true" : undefined}>
              <span>
                <b id={`archived-${i}`}>{one.text}</b>
                {samePeriod(one.text, period) && <span class="mark">表上这一期</span>}
                <br />
                <span class="quiet">{archivedWords(one)}</span>
              </span>
              <Button small about={`archived-${i}`} onClick={() => void recallPeriod(one.text)}>
                调阅
              </Button>
            </li>
          ))}
        </ul>
      )}
      <More all={archived.length} shown={most} measure="期" onAll={() => setMost(Infinity)} />
      {outside.length > 0 && <p class="hint">{outsideWords(outside)}</p>}
    </section>
  );
}
