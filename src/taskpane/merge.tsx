import { useState } from "preact/hooks";
import {
  compareFiles,
  type Comparison,
  type Decisions,
  dropComparison,
  mergeDecided,
  type MergeItem,
  type ToldFile,
} from "../commands";
import { Button } from "./controls";

/** The browser's own control: only a person's click may open it. */
export const Choose = () => (
  <label class="choose">
    选择交回的文件
    <input
      class="unseen"
      type="file"
      multiple
      accept=".xlsx,.xlsm,.xls,.et"
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        // the same files may be chosen again
        currentTarget.value = "";
        if (files.length === 0) return;
        void compareFiles(
          files.map((file) => ({
            name: file.name,
            read: async () => new Uint8Array(await file.arrayBuffer()),
          })),
        );
      }}
    />
  </label>
);

type Value = MergeItem["old"];
const shown = (value: Value): string => (value === "" ? "（空）" : String(value));

const titleOf = ({ key, name, header, table }: MergeItem): string =>
  `${table === "tasks" ? `任务 ${key}` : key} ${name}·${header}`;

const sources = ({ from }: MergeItem["offers"][number]): string =>
  from.map(({ bureau, file, address }) => `${bureau}，${file} ${address}`).join("；");

const Change = ({ item }: { item: MergeItem }) => (
  <li class="card">
    <div class="item">
      <b>{titleOf(item)}</b>
      <span>
        {item.old !== "" && `${shown(item.old)} → `}
        {shown(item.offers[0]!.value)}
      </span>
      <span class="quiet">{sources(item.offers[0]!)}</span>
    </div>
  </li>
);

interface ConflictProps {
  item: MergeItem;
  choice: number | null;
  onChoose: (choice: number | null) => void;
}

const keeping = ({ old, oldFrom }: MergeItem): string => {
  if (old === "") return "暂不写入";
  return `保留本表的 ${shown(old)}${oldFrom.length > 0 ? `（${oldFrom.join("、")}）` : "（表中填写）"}`;
};

const Conflict = ({ item, choice, onChoose }: ConflictProps) => {
  const options: [number | null, string, string][] = [
    [null, keeping(item), ""],
    ...item.offers.map((offer, i): [number, string, string] => [i, shown(offer.value), sources(offer)]),
  ];
  return (
    <li class="card">
      <fieldset class="item">
        <legend>
          <b>{titleOf(item)}</b>
        </legend>
        {options.map(([value, words, source]) => (
          <label key={words}>
            <input type="radio" name={item.id} checked={choice === value} onChange={() => onChoose(value)} />{" "}
            {words} <span class="quiet">{source}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
};

const File = ({ file, title, merged, entries, remarks, findings }: ToldFile) => (
  <li class="card">
    <div class="item">
      <span class="item-head">
        <b>{file}</b>
        <span class="mark">{merged ? `${title}，${entries} 个值` : "未并入"}</span>
      </span>
      {remarks.map((remark) => (
        <span key={remark}>{remark}</span>
      ))}
      {findings.map((finding) => (
        <span key={finding} class="quiet">
          {finding}
        </span>
      ))}
    </div>
  </li>
);

interface FoldProps<T> {
  title: string;
  items: readonly T[];
  open?: boolean;
  children: (item: T) => preact.ComponentChildren;
}

/** A list under its title and number; nothing when it is empty. */
const Fold = <T,>({ title, items, open = false, children }: FoldProps<T>) =>
  items.length === 0 ? null : (
    <details open={open}>
      <summary>
        {title}（{items.length}）
      </summary>
      <ul class="missing">{items.map(children)}</ul>
    </details>
  );

/** Everything a merge would do, with a decision for each conflict, before it does anything. */
export function Compared({ report, files, unplaced }: Comparison) {
  const [decisions, setDecisions] = useState<Decisions>({});
  const of = (state: MergeItem["state"]): MergeItem[] => report.items.filter((item) => item.state === state);
  const odd = files.filter(({ remarks, findings }) => remarks.length + findings.length > 0);
  const line = (item: MergeItem) => <Change key={item.id} item={item} />;
  return (
    <>
      {unplaced.map((words) => (
        <p key={words} class="refusal">
          {words}
        </p>
      ))}
      <Fold title="冲突，请选定" items={of("conflict")} open>
        {(item) => (
          <Conflict
            key={item.id}
            item={item}
            choice={decisions[item.id] ?? null}
            onChoose={(choice) => setDecisions({ ...decisions, [item.id]: choice })}
          />
        )}
      </Fold>
      <Fold title="文件中的问题" items={odd} open>
        {(file) => <File key={file.file} {...file} />}
      </Fold>
      <Fold title="新增" items={of("new")}>
        {line}
      </Fold>
      <Fold title="更新" items={of("changed")}>
        {line}
      </Fold>
      <Fold title="相同，不写入" items={of("same")}>
        {line}
      </Fold>
      <Fold title="尚未报齐的单位" items={report.outstanding}>
        {({ bureau, returned, indicators, tasks }) => (
          <li key={bureau}>
            <b>{bureau}</b>{" "}
            <small>
              {returned ? "已交" : "未交"}，缺指标 {indicators.length} 项、任务 {tasks.length} 项
            </small>
          </li>
        )}
      </Fold>
      <div class="actions deciding">
        <Button main onClick={() => void mergeDecided(decisions)}>
          写入汇总
        </Button>
        <Button onClick={dropComparison}>取消汇总</Button>
      </div>
    </>
  );
}
