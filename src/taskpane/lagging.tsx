import { useState } from "preact/hooks";
import {
  type FormReport,
  type LaggingGroup,
  type LaggingItem,
  type MissingGroup,
  runCommand,
  type State,
} from "../commands";
import { plan } from "../plan";
import { Button } from "./controls";
import { Copy } from "./copy";
import { Item } from "./item";
import { described, filtered, type LaggingFilter, NO_FILTER, offered } from "./lagging-filter";
import { type Occasion, pressing, reminding } from "./letters";
import { Select } from "./select";
import { barOf, shortfall } from "./text";

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
  <Item title={`${item.code} ${item.indicator}`} address={item.address}>
    <span>
      <strong data-status={item.status}>
        {item.symbol} {item.status}
      </strong>{" "}
      {shortfall(item)}
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
    <div class="actions">
      <Copy label="复制督办文字" text={pressing(group, occasion)} />
    </div>
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
  form,
  filter,
  onChange,
}: {
  form: FormReport;
  filter: LaggingFilter;
  onChange: (f: LaggingFilter) => void;
}) => {
  const options = offered(form.lagging);
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
    <summary>未填报的单位（{groups.length}）</summary>
    <ul class="missing">
      {groups.map((group) => (
        <li key={group.bureau}>
          <b>{group.bureau}</b> <small>{group.items.length} 项未填</small>
          <div class="actions">
            <Copy label="复制催报文字" text={reminding(group, occasion)} />
          </div>
        </li>
      ))}
    </ul>
  </details>
);

function Report({ form }: { form: FormReport }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const occasion = { plan: plan.name, period: form.period };
  const groups = filtered(form.lagging, filter);
  if (form.unjudged !== null) return <p class="empty">{form.unjudged}。</p>;
  return (
    <>
      {form.lagging.length > 0 && <Filters form={form} filter={filter} onChange={setFilter} />}
      <p class="line" role="status">
        {form.progress.lagging === 0
          ? "没有滞后指标。"
          : `滞后指标 ${form.progress.lagging} 项，涉及 ${form.lagging.length} 个责任部门。`}
      </p>
      {form.lagging.length > 0 && groups.length === 0 && <p class="empty">没有符合筛选条件的滞后指标。</p>}
      {groups.map((group) => (
        <Group key={group.bureau} group={group} occasion={occasion} />
      ))}
      {form.missing.length > 0 && <Missing groups={form.missing} occasion={occasion} />}
    </>
  );
}

export const LaggingList = ({ form }: State) => (
  <>
    <div class="actions">
      <Button main onClick={() => void runCommand("markLagging")}>
        标记滞后
      </Button>
    </div>
    {form ? <Report form={form} /> : <p class="empty">工作簿中还没有指标填报表，请先插入指标模板。</p>}
  </>
);
