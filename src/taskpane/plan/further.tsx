import { useState } from "preact/hooks";
import type { DraftOf, PlanDraft } from "../../commands";
import { More } from "../controls";
import { LeftOut } from "./left-out";
import { PasteBox } from "./paste-box";

interface Line {
  /** what tells it from the others */
  key: string | number;
  words: string;
  about: string;
}

const told = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join("；");

const taskLines = ({ rows }: DraftOf<"tasks">): Line[] =>
  rows.map(({ number, text, responsible, deadline }) => ({
    key: number,
    words: `${number}. ${text}`,
    about: told(responsible && `责任单位：${responsible}`, deadline && `时限：${deadline}`),
  }));

const bureauLines = ({ rows }: DraftOf<"bureaus">): Line[] =>
  rows.map(({ name, aliases, contact, phone }) => ({
    key: name,
    words: name,
    about: told(
      aliases.length > 0 && `别名：${aliases.join("、")}`,
      contact && `联系人：${contact}`,
      phone && `电话：${phone}`,
    ),
  }));

const AT_ONCE = 20;

const Lines = ({ label, lines }: { label: string; lines: readonly Line[] }) => {
  const [most, setMost] = useState(AT_ONCE);
  return (
    <div class="group">
      <ul role="list" class="missing" aria-label={label}>
        {lines.slice(0, most).map(({ key, words, about }) => (
          <li key={key}>
            {words}
            {about !== "" && (
              <>
                <br />
                <span class="quiet">{about}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <More all={lines.length} shown={most} measure="项" onAll={() => setMost(Infinity)} />
    </div>
  );
};

const count = (read: readonly unknown[] | undefined, measure: string): string =>
  read ? `（${read.length} ${measure}）` : "（可选）";

/** Tables that a plan may do without: tasks with who answers for them, bureaus with their other names. */
export const Further = ({ tasks, bureaus }: Pick<PlanDraft, "tasks" | "bureaus">) => (
  <section class="group" aria-label="任务和单位">
    <details>
      <summary>任务表{count(tasks.draft?.rows, "项")}</summary>
      <PasteBox part="tasks" label="任务表" hint="复制重点任务和责任单位的表，粘贴到这里" reads="读取任务" />
      {tasks.draft && (
        <>
          <Lines label="任务草稿" lines={taskLines(tasks.draft)} />
          <LeftOut left={tasks.draft.left} />
        </>
      )}
    </details>
    <details>
      <summary>单位和别名{count(bureaus.draft?.rows, "个")}</summary>
      <PasteBox
        part="bureaus"
        label="单位表"
        hint="复制单位、别名、联系人的表，粘贴到这里；不贴的，单位取自指标表和任务表"
        reads="读取单位"
      />
      {bureaus.draft && (
        <>
          <Lines label="单位草稿" lines={bureauLines(bureaus.draft)} />
          <LeftOut left={bureaus.draft.left} />
        </>
      )}
    </details>
  </section>
);
