import { useState } from "preact/hooks";
import { archivePeriod, type PeriodsRead, refusesPeriod, rollPeriod, runCommand } from "../../commands";
import { Button, Combobox } from "../controls";

const unarchivedWords = (count: number): string =>
  count === 0 ? "没有待归档的变化" : `还有 ${count} 项没有归档`;

/** What 结转下期 will do, before it is pressed. */
const rollWords = ({ period, figuresOf }: PeriodsRead, next: string): string =>
  `结转：归档${figuresOf ?? period}，报告期改为${next}，清空本期值和情况说明，填上年同期；可一步撤销。`;

interface PresentProps {
  read: PeriodsRead;
  /** the figures are final: 核定 */
  approved: boolean;
  onApproved: (approved: boolean) => void;
}

/** The period on the form and what can be done with it. */
export function Present({ read, approved, onApproved }: PresentProps) {
  const { period, following, unarchived } = read;
  const [chosen, setChosen] = useState({ after: period, next: "" });
  const next = chosen.after === period && chosen.next !== "" ? chosen.next : (following[0] ?? "");
  return (
    <section class="group" aria-label="本期">
      <h2>
        {period || "还没有报告期"} <small>{unarchivedWords(unarchived)}</small>
      </h2>
      <div class="actions">
        <Button main onClick={() => void archivePeriod({ approved })}>
          归档本期
        </Button>
        <Button onClick={() => void runCommand("makeSubmission")}>生成上报文件</Button>
      </div>
      <label>
        <input
          type="checkbox"
          checked={approved}
          onChange={({ currentTarget }) => onApproved(currentTarget.checked)}
        />{" "}
        按核定数归档（不再改的数）
      </label>
      <div class="pair next">
        <Combobox
          label="下一期"
          value={next}
          choices={following.map((text) => ({ text }))}
          placeholder="例如 2024年"
          refuses={refusesPeriod}
          onChange={(text) => setChosen({ after: period, next: text })}
        />
        <Button
          notYet={next === "" ? "roll-words" : undefined}
          onClick={() => void rollPeriod(next, { approved })}
        >
          结转下期
        </Button>
      </div>
      <p id="roll-words" class="hint">
        {next === "" ? "请先选定下一期。" : rollWords(read, next)}
      </p>
    </section>
  );
}
