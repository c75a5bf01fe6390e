import { useState } from "preact/hooks";
import { closeMatters, type ResultsRead } from "../../commands";
import { Button } from "../controls";
import { tickedOf, tickOf } from "./ticked";

const TICK_FIRST = "tick-first";

/** 建议销号: what has recovered; nothing is closed but what is ticked. */
export function Recovered({ recovered }: Pick<ResultsRead, "recovered">) {
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  if (recovered.length === 0) return null;
  const ticked = tickedOf(recovered, ticks);
  const none = ticked.length === 0;
  const tick = (keys: readonly string[], on: boolean): void =>
    setTicks(new Set([...ticks].filter((key) => !keys.includes(key)).concat(on ? keys : [])));
  return (
    <section class="group" aria-label="建议销号">
      <h2>
        建议销号 <small>{recovered.length} 项</small>
      </h2>
      {recovered.length > 1 && (
        <label>
          <input
            type="checkbox"
            checked={ticked.length === recovered.length}
            onChange={({ currentTarget }) => tick(recovered.map(tickOf), currentTarget.checked)}
          />{" "}
          全选
        </label>
      )}
      <ul role="list" aria-label="建议销号">
        {recovered.map((one) => (
          <li key={tickOf(one)}>
            <label class="ticked">
              <input
                type="checkbox"
                checked={ticks.has(tickOf(one))}
                onChange={({ currentTarget }) => tick([tickOf(one)], currentTarget.checked)}
              />
              {one.words}
            </label>
          </li>
        ))}
      </ul>
      <p id={TICK_FIRST} class="hint">
        {none ? "先勾选已经整改好的，再点“销号”。" : "销号：在台账写上今天的日期，这一行保留。"}
      </p>
      <div class="actions">
        <Button
          notYet={none ? TICK_FIRST : undefined}
          onClick={() => void closeMatters(ticked.map(({ row }) => row))}
        >
          销号
        </Button>
      </div>
    </section>
  );
}
