import { useState } from "preact/hooks";
import {
  type LaggingGroup,
  type LaggingItem,
  type MissingGroup,
  type Report,
  runCommand,
  workbook,
} from "../../commands";
import { planInUse } from "../../plan/in-use";
import { bureausIn, NO_BUREAU } from "../../report";
import { type Occasion, pressing, reminding } from "../../supervision";
import { Button, CopyLetter, Item, Select, useShown } from "../controls";
import { NOTHING } from "../words";
import { barOf } from "./figures";
import { described, filtered, type LaggingFilter, NO_FILTER, offered } from "./filter";
import { laggingLine } from "./line";

/** How far an indicator has come; the mark is where it should be by now. */
const Bar = (item: LaggingItem) => {
  const bar = barOf(item);
  if (!bar) return null;
  return (
    <svg class="bar" role="img" aria-label={bar.words} data-status={item.status}>
      <title>{bar.words}</title>
      <rect class="track" width="100%" height="100%" />
      <rect class="done" width={`${bar.done}%`} height="100%" />
      <line class="due" x1={`${bar.due}%`} x2={`${bar.due}%`} y1="0" y2="100%" />
    </svg>
  );
};

const Lagging = (item: LaggingItem) => (
  <Item title={`${item.code} ${item.indicator}`} sheet={item.sheet} address={item.address}>
    <span>
      <strong data-status={item.status}>
        {item.symbol} {item.status}
      </strong>{" "}
      {item.figures?.gap && `差距 ${item.figures.gap}`}
      {item.joint && <span class="mark">共同负责</span>}
    </span>
    <Bar {...item} />
    <span class="quiet">{item.reason}</span>
  </Item>
);

const Group = ({ group, occasion }: { group: LaggingGroup; occasion: Occasion }) => (
  <section class="group" aria-label={`${group.bureau}，滞后 ${group.items.length} 项`}>
    <h2>
      {group.bureau} <small>{group.items.length} 项</small>
    </h2>
    {group.bureau !== NO_BUREAU && (
      <div class="actions">
        <CopyLetter kind="督办" text={pressing(group, occasion)} />
      </div>
    )}
    <ul>
      {group.items.map((item) => (
        <Lagging key={item.code} {...item} />
      ))}
    </ul>
  </section>
);

const FILTERS = [
  ["bureau", "责任部门"],
  ["field", "领域"],
  ["status", "状态"],
] as const;

const Filters = ({
  groups,
  filter,
  onChange,
}: {
  groups: LaggingGroup[];
  filter: LaggingFilter;
  onChange: (f: LaggingFilter) => void;
}) => {
  const options = offered(groups);
  return (
    <details>
      <summary>筛选{described(filter)}</summary>
      <div class="filters">
        {FILTERS.map(([id, label]) => (
          <Select
            key={id}
            label={label}
            value={filter[id]}
            options={options[id]}
            onChange={(value) => onChange({ ...filter, [id]: value })}
          />
        ))}
      </div>
    </details>
  );
};

const Missing = ({ groups, occasion }: { groups: MissingGroup[]; occasion: Occasion }) => (
  <details>
    <summary>{bureausIn(groups) === 0 ? "未填报的项目" : `未填报的单位（${bureausIn(groups)}）`}</summary>
    <ul class="missing">
      {groups.map((group) => (
        <li key={group.bureau}>
          <b>{group.bureau}</b> <small>{group.items.length} 项未填</small>
          {group.bureau !== NO_BUREAU && (
            <div class="actions">
              <CopyLetter kind="催报" text={reminding(group, occasion)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  </details>
);

function Lists({ report }: { report: Report }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const { lagging, missing, unjudged, period, progress } = report;
  const occasion = { plan: planInUse(), period };
  const groups = filtered(lagging, filter);
  const kind = {
    withTasks: progress.tasks !== null,
    narrowed: lagging.length > 0 && described(filter) !== "",
  };
  return (
    <>
      {unjudged !== null && <p class="empty">{unjudged}。</p>}
      {lagging.length > 0 && <Filters groups={lagging} filter={filter} onChange={setFilter} />}
      {(unjudged === null || lagging.length > 0) && (
        <p class="line" role="status">
          {laggingLine(groups, kind)}
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.bureau} group={group} occasion={occasion} />
      ))}
      {unjudged === null && missing.length > 0 && <Missing groups={missing} occasion={occasion} />}
    </>
  );
}

export function Tab() {
  const { report } = useShown(workbook);
  return (
    <>
      <div class="actions">
        <Button main onClick={() => void runCommand("markLagging")}>
          标记滞后
        </Button>
      </div>
      {report ? <Lists report={report} /> : <p class="empty">{NOTHING}</p>}
    </>
  );
}
