import { useEffect, useRef } from "preact/hooks";
import { runCommand, setBureau, setPeriod, type State } from "../commands";
import { type Bureau, offeredPeriods, plan } from "../plan";
import { Button } from "./controls";

const WHOLE_CITY = "";

const bureauLabel = ({ name, aliases }: Bureau): string =>
  aliases.length === 0 ? name : `${name}（${aliases.join("、")}）`;

const BureauField = ({ bureau }: { bureau: string | null }) => (
  <label class="field">
    <span>本单位</span>
    <select
      value={bureau ?? WHOLE_CITY}
      onChange={({ currentTarget: { value } }) => void setBureau(value === WHOLE_CITY ? null : value)}
    >
      <option value={WHOLE_CITY}>全市</option>
      {plan.bureaus.map((b) => (
        <option key={b.name} value={b.name}>
          {bureauLabel(b)}
        </option>
      ))}
    </select>
  </label>
);

/** Keeps what was typed when it cannot be read, so that it can be mended; follows the state otherwise. */
function PeriodField({ period }: { period: string | null }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.value = period ?? "";
  }, [period]);
  return (
    <label class="field">
      <span>报告期</span>
      <input
        ref={input}
        list="periods"
        autocomplete="off"
        placeholder={offeredPeriods(plan)[0]}
        onChange={({ currentTarget: { value } }) => void setPeriod(value)}
      />
      <datalist id="periods">
        {offeredPeriods(plan).map((offered) => (
          <option key={offered} value={offered} />
        ))}
      </datalist>
    </label>
  );
}

export const Fill = ({ bureau, period, busy }: State) => (
  <>
    <BureauField bureau={bureau} />
    <PeriodField period={period} />
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
