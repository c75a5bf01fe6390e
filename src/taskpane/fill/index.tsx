import {
  bureauHint,
  bureauOf,
  type ButtonId,
  choice,
  hasSupplement,
  refusesBureau,
  refusesPeriod,
  setBureau,
  TABLE_LIST,
  workbook,
  type Workbook,
} from "../../commands";
import { isWhole, offeredPeriods } from "../../plan";
import { planInUse } from "../../plan/in-use";
import { Button, Combobox, useShown } from "../controls";
import { later } from "../later";
import { perform } from "../parts";
import { About } from "./about";
import { bureauChoices } from "./bureaus";
import { progressLine } from "./progress";

const setPeriod = (text: string): void => void perform((commands) => commands.setPeriod(text));
const run = (id: ButtonId): void => void perform((commands) => commands.runCommand(id));

/** Only a form has them, and nobody knows of a form before the commands are there. */
const Parameters = later(({ Parameters }) => Parameters);

const Hints = ({ bureau, bureaus }: { bureau: string; bureaus: Workbook["bureaus"] }) => {
  const hints = TABLE_LIST.map((table) => bureauHint(bureau, bureaus[table.id], table));
  return (
    <div role="status" class="hints">
      {hints.map((hint) => hint !== null && <p class="hint">{hint}</p>)}
    </div>
  );
};

export const Fill = () => {
  const plan = planInUse();
  const [chosen, held] = [useShown(choice), useShown(workbook)];
  const { report, form, bureaus } = held;
  const bureau = bureauOf({ ...chosen, ...held });
  return (
    <>
      {report && (
        <p class="line" role="status">
          {progressLine(report.progress)}
        </p>
      )}
      <Combobox
        label="本单位"
        value={bureau}
        choices={bureauChoices(plan)}
        refuses={refusesBureau}
        onChange={(text) => setBureau(text === "" || isWhole(text, plan) ? null : text)}
      />
      <Combobox
        label="报告期"
        value={report ? report.period : (chosen.period ?? "")}
        choices={offeredPeriods(plan).map((text) => ({ text }))}
        placeholder="请选择"
        refuses={refusesPeriod}
        onChange={(text) => setPeriod(text)}
      />
      {plan.allSections && (
        <label>
          <input
            type="checkbox"
            checked={hasSupplement(chosen)}
            onChange={({ currentTarget }) => choice.set({ supplement: currentTarget.checked })}
          />{" "}
          含补充指标
        </label>
      )}
      {form && <Parameters {...form} />}
      <div class="actions">
        {TABLE_LIST.map(({ id, button }, i) => (
          <Button key={id} main={i === 0} onClick={() => run(button.id as ButtonId)}>
            {bureaus[id] === null ? button.insert : button.update}
          </Button>
        ))}
      </div>
      <Hints bureau={bureau} bureaus={bureaus} />
      <p class="hint">
        在浅黄色单元格填写本期值，序时目标、差距、状态随即算出。更新不会改动已填的内容；插入、更新、标记滞后、转换公式、催报、生成看板和通报之后，Excel
        的“撤销”到此为止。
      </p>
      <About />
    </>
  );
};
