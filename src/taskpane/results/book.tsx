import { useState } from "preact/hooks";
import { results, type ResultsRead, setFirstLeads, updateBook } from "../../commands";
import { Button, More, useShown } from "../controls";
import { isDue, MadeLine } from "./made";

const AT_ONCE = 12;

const FirstLeads = () => {
  const { firstLeads } = useShown(results);
  return (
    <label>
      <input
        type="checkbox"
        checked={firstLeads}
        onChange={({ currentTarget }) => void setFirstLeads(currentTarget.checked)}
      />{" "}
      第一个单位牵头 <span class="quiet">规划写明牵头的，按规划</span>
    </label>
  );
};

/** 督办事项: what is open in the book, and behind. */
function Open({ open }: Pick<ResultsRead, "open">) {
  const [most, setMost] = useState(AT_ONCE);
  return (
    <section class="group" aria-label="督办事项">
      <h2>
        督办事项 <small>{open.length} 项</small>
      </h2>
      {open.length === 0 && <p class="empty">没有未销号的滞后事项。</p>}
      {open.length > 0 && (
        <ul role="list" aria-label="督办事项">
          {open.slice(0, most).map(({ matter, streak, level, lead }) => (
            <li key={matter}>
              <b>{matter}</b>
              {level !== "" && <span class="mark">{level}</span>}
              <br />
              <span class="quiet">
                连续滞后 {streak} 期{lead !== "" && `，${lead}牵头`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <More all={open.length} shown={most} measure="项" onAll={() => setMost(Infinity)} />
    </section>
  );
}

/** 督办台账 and what is open in it. */
export const Book = ({ book, open }: Pick<ResultsRead, "book" | "open">) => (
  <>
    <section class="group" aria-label="督办台账">
      <h2>督办台账</h2>
      <MadeLine made={book} act="更新" stale="台账还没有按现在的数更新" />
      <FirstLeads />
      <div class="actions">
        <Button main={isDue(book)} onClick={() => void updateBook()}>
          更新督办台账
        </Button>
      </div>
    </section>
    {(book !== null || open.length > 0) && <Open open={open} />}
  </>
);
