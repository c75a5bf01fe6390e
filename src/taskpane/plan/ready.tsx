import { adoptReady, READY_PLANS } from "../../commands";
import { Button } from "../controls";

/** Plans that come with the add-in: one click takes one into the workbook. */
export const Ready = () => (
  <details>
    <summary>现成规划（{READY_PLANS.length}）</summary>
    <ul class="missing">
      {READY_PLANS.map((plan) => (
        <li key={plan.name}>
          <b>{plan.name}</b>
          <div class="actions">
            <Button small onClick={() => void adoptReady(plan)} label={`换用 ${plan.name}`}>
              换用
            </Button>
          </div>
        </li>
      ))}
    </ul>
  </details>
);
