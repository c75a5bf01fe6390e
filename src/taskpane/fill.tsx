import { runCommand, setBureau, setPeriod, type State } from "../commands";
import { offeredPeriods, plan } from "../plan";
import { bureauChoices, WHOLE_CITY } from "./choices";
import { Combobox } from "./combobox";
import { Button } from "./controls";

const BUREAUS = bureauChoices(plan.bureaus);
const PERIODS = offeredPeriods(plan).map((text) => ({ text }));

export const Fill = ({ bureau, period, busy }: State) => (
  <>
    <Combobox
      label="本单位"
      value={bureau ?? WHOLE_CITY}
      choices={BUREAUS}
      onChange={(text) => void setBureau(text === "" || text === WHOLE_CITY ? null : text)}
    />
    <Combobox
      label="报告期"
      value={period ?? ""}
      choices={PERIODS}
      placeholder={PERIODS[0]!.text}
      onChange={(text) => void setPeriod(text)}
    />
    <div class="actions">
      <Button main unavailable={busy !== null} onClick={() => void runCommand("insertForm")}>
        插入指标模板
      </Button>
      <Button unavailable={busy !== null} onClick={() => void runCommand("insertTasks")}>
        插入任务分工表
      </Button>
    </div>
    <p class="hint">在浅黄色单元格填写本期值，序时目标、差距、状态随即算出。再次插入不会改动已填的内容。</p>
  </>
);
