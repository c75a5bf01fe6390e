import { state, type State } from "../commands";
import { Audit } from "./audit";
import { Fill } from "./fill";
import { Progress, Tabs } from "./controls";
import { LaggingList } from "./lagging";
import { NoticeArea } from "./notice";

/** The whole pane, drawn from the state the ribbon's commands share. */
export const Pane = (shown: State) => (
  <>
    <h1 class="unseen">一指填报</h1>
    <div class="busy">
      {shown.busy !== null && (
        <>
          <Progress label={shown.busy} />
          <p class="quiet">{shown.busy}</p>
        </>
      )}
    </div>
    <NoticeArea notice={shown.notice} />
    <Tabs
      active={shown.view}
      onChange={(view) => state.set({ view })}
      tabs={[
        { id: "fill", label: "填报", content: <Fill {...shown} /> },
        { id: "audit", label: "审核", content: <Audit {...shown} /> },
        { id: "lagging", label: "滞后", content: <LaggingList {...shown} /> },
      ]}
    />
  </>
);
