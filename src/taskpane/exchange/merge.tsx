import { useState } from "preact/hooks";
import {
  compareFiles,
  type Comparison,
  type Decisions,
  dropComparison,
  mergeDecided,
  type MergeItem,
  type ToldItem,
} from "../../commands";
import { Button, TextField } from "../controls";
import { File } from "./merge-file";
import { Change, Choice, Same } from "./merge-items";

/** The browser's own control: only a person's click may open it. */
export const Choose = () => (
  <label class="choose">
    选择交回的文件
    <input
      class="unseen"
      type="file"
      multiple
      accept=".xlsx,.xlsm,.xltx,.xltm,.xlsb,.xls,.et,.ods"
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

/** What is to be decided, and what is taken unless the user says otherwise. */
const LISTS: { state: MergeItem["state"]; title: string; open?: boolean; List: typeof Choice }[] = [
  { state: "conflict", title: "冲突，请选定", open: true, List: Choice },
  { state: "held", title: "强制问题，不选则不写入", open: true, List: Choice },
  { state: "new", title: "新增", List: Change },
  { state: "changed", title: "更新", List: Change },
  { state: "decided", title: "此前已定，不写入", List: Choice },
];

/** Everything a merge would do, with the user's decisions, before it does anything. */
export function Compared({ report, items, files, unplaced, revises, gone }: Comparison) {
  const [decisions, setDecisions] = useState<Decisions>({});
  const [reason, setReason] = useState("");
  const [anew, setAnew] = useState(false);
  const of = (state: MergeItem["state"]): ToldItem[] => items.filter(({ item }) => item.state === state);
  const numbered = files.map((file, index) => ({ file, index }));
  const isOdd = ({ file: { remarks, findings } }: (typeof numbered)[number]): boolean =>
    remarks.length + findings.length > 0;
  const line = ({ file, index }: (typeof numbered)[number]) => <File key={index} of={file} index={index} />;
  return (
    <>
      {unplaced.map((words) => (
        <p key={words} class="refusal">
          {words}
        </p>
      ))}
      <Fold title="文件中的问题" items={numbered.filter(isOdd)} open>
        {line}
      </Fold>
      <Fold title="其余文件" items={numbered.filter((one) => !isOdd(one))}>
        {line}
      </Fold>
      {LISTS.map(({ state, title, open = false, List }) => (
        <Fold key={state} title={title} items={of(state)} open={open}>
          {(told) => (
            <List
              key={told.item.id}
              told={told}
              choice={
                told.item.id in decisions ? decisions[told.item.id] : state === "decided" ? null : told.usual
              }
              onChoose={(choice) => setDecisions({ ...decisions, [told.item.id]: choice })}
            />
          )}
        </Fold>
      ))}
      <Fold title="相同，不写入" items={of("same")}>
        {(told) => <Same key={told.item.id} told={told} />}
      </Fold>
      <Fold title="尚未报齐的单位" items={report.outstanding}>
        {({ bureau, returned, open }) => (
          <li key={bureau}>
            <b>{bureau}</b>{" "}
            <small>
              {returned ? "已交" : "未交"}，缺指标 {open.form.length} 项、任务 {open.tasks.length} 项
            </small>
          </li>
        )}
      </Fold>
      {revises && <TextField label="修订原因（改动已归档的数时必填）" value={reason} onChange={setReason} />}
      {gone.length > 0 && (
        <>
          {gone.map((words) => (
            <p key={words} class="refusal">
              {words}。
            </p>
          ))}
          <label>
            <input
              type="checkbox"
              checked={anew}
              onChange={({ currentTarget }) => setAnew(currentTarget.checked)}
            />{" "}
            确实没有了，另建一张，从头编号
          </label>
        </>
      )}
      <div class="actions deciding">
        <Button main onClick={() => void mergeDecided(decisions, reason, anew)}>
          写入汇总
        </Button>
        <Button onClick={dropComparison}>取消汇总</Button>
      </div>
    </>
  );
}
