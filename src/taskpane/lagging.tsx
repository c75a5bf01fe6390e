import { type LaggingGroup, runCommand, type State } from "../commands";
import { Button } from "./controls";
import { Item } from "./item";
import { type LaggingItem, shortfall } from "./text";

const Lagging = (item: LaggingItem) => (
  <Item title={`${item.code} ${item.indicator}`} address={item.address}>
    <span>
      <strong data-status={item.status}>
        {item.symbol} {item.status}
      </strong>{" "}
      {shortfall(item)}
      {item.joint && <span class="mark">共同负责</span>}
    </span>
    <span class="quiet">{item.reason}</span>
  </Item>
);

const Groups = ({ lagging }: { lagging: LaggingGroup[] | null }) => {
  if (lagging === null) return <p class="empty">还没有计算。在表中填好报告期和本期值后，点“标记滞后”。</p>;
  if (lagging.length === 0) return <p class="empty">没有滞后指标。改动数据后请再标记一次。</p>;
  return (
    <>
      {lagging.map(({ bureau, items }, i) => (
        <section key={bureau} class="group" aria-labelledby={`bureau-${i}`}>
          <h2 id={`bureau-${i}`}>
            {bureau} <small>{items.length} 项</small>
          </h2>
          <ul>
            {items.map((item) => (
              <Lagging key={item.code} {...item} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

export const LaggingList = ({ lagging, busy }: State) => (
  <>
    <div class="actions">
      <Button main unavailable={busy !== null} onClick={() => void runCommand("markLagging")}>
        标记滞后
      </Button>
    </div>
    <Groups lagging={lagging} />
  </>
);
