import { makeDashboard, type ResultsRead } from "../../commands";
import { Button } from "../controls";
import { isDue, MadeLine } from "./made";

/** 看板 */
export const Dashboard = ({ dashboard }: Pick<ResultsRead, "dashboard">) => (
  <section class="group" aria-label="看板">
    <h2>看板</h2>
    <MadeLine made={dashboard} act="生成" stale="看板上还是生成时的数" />
    <div class="actions">
      <Button main={isDue(dashboard)} onClick={() => void makeDashboard()}>
        生成看板
      </Button>
    </div>
  </section>
);
