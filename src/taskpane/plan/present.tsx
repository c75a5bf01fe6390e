import {
  addChecks,
  exportPlanFile,
  ownPlan,
  planChange,
  planCounts,
  restoreBuiltInPlan,
  takeBackPlan,
  workbook,
} from "../../commands";
import { planInUse } from "../../plan/in-use";
import { Button, useShown } from "../controls";
import { Exported } from "./file";

/** The plan of the open workbook, and what can be done with it. */
export const Present = () => {
  useShown(workbook);
  const { last } = useShown(planChange);
  const plan = planInUse();
  return (
    <section class="group" aria-label="当前规划">
      <h2>{plan.name}</h2>
      <p class="hint">
        {ownPlan() ? "本工作簿的规划" : "内置规划"}，{plan.baselineYear}—{plan.targetYear}年，
        {planCounts(plan)}。
      </p>
      <div class="actions">
        <Button onClick={() => void exportPlanFile()}>导出规划</Button>
        {!(ownPlan() && plan.checks) && <Button onClick={() => void addChecks()}>加规划校核</Button>}
        <Button onClick={() => void restoreBuiltInPlan()}>恢复内置规划</Button>
        {last && <Button onClick={() => void takeBackPlan()}>{`撤销${last.did}`}</Button>}
      </div>
      <Exported />
    </section>
  );
};
