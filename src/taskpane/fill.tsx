import {
  bureauHint,
  bureauOf,
  FORM_KIND,
  refusesBureau,
  refusesParameters,
  refusesPeriod,
  runCommand,
  setBureau,
  setParameter,
  setPeriod,
  type State,
  TASKS_KIND,
} from "../commands";
import type { FormReport } from "../report";
import { isWhole, offeredPeriods } from "../plan";
import { planInUse } from "../plan/in-use";
import { About } from "./about";
import { bureauChoices } from "./choices";
import { Combobox } from "./combobox";
import { Button } from "./controls";
import { progressLine } from "./report-text";
import { TextField } from "./text-field";

const Parameters = ({ tolerance, redline }: FormReport) => (
  <div class="pair">
    <TextField
      label="容差（百分点）"
      value={tolerance}
      refuses={(text) => refusesParameters(text, redline)}
      onChange={(text) => void setParameter("tolerance", text)}
    />
    <TextField
      label="红线（百分点）"
      value={redline}
      refuses={(text) => refusesParameters(tolerance, text)}
      onChange={(text) => void setParameter("redline", text)}
    />
  </div>
);

const Hints = (shown: State) => {
  const bureau = bureauOf(shown);
  const hints = [
    bureauHint(bureau, shown.form?.bureau ?? null, FORM_KIND),
    bureauHint(bureau, shown.tasksBureau, TASKS_KIND),
  ];
  return (
    <div role="status" class="hints">
      {hints.map((hint) => hint !== null && <p class="hint">{hint}</p>)}
    </div>
  );
};

export const Fill = (shown: State) => {
  const { period, report, form, tasksBureau } = shown;
  const plan = planInUse();
  return (
    <>
      {report && (
        <p class="line" role="status">
          {progressLine(report.progress)}
        </p>
      )}
      <Combobox
        label="本单位"
        value={bureauOf(shown)}
        choices={bureauChoices(plan)}
        refuses={refusesBureau}
        onChange={(text) => setBureau(text === "" || isWhole(text, plan) ? null : text)}
      />
      <Combobox
        label="报告期"
        value={report ? report.period : (period ?? "")}
        choices={offeredPeriods(plan).map((text) => ({ text }))}
        placeholder="请选择"
        refuses={refusesPeriod}
        onChange={(text) => void setPeriod(text)}
      />
      {form && <Parameters {...form} />}
      <div class="actions">
        <Button main onClick={() => void runCommand("insertForm")}>
          {form ? FORM_KIND.update : "插入指标模板"}
        </Button>
        <Button onClick={() => void runCommand("insertTasks")}>
          {tasksBureau !== null ? TASKS_KIND.update : "插入任务分工表"}
        </Button>
      </div>
      <Hints {...shown} />
      <p class="hint">
        在浅黄色单元格填写本期值，序时目标、差距、状态随即算出。更新不会改动已填的内容；插入、更新、标记滞后、转换公式、催报之后，Excel
        的“撤销”到此为止。
      </p>
      <About />
    </>
  );
};
