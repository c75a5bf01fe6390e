import { state, type State } from "../commands";
import { Progress, Tabs } from "./controls";
import { NoticeArea } from "./notice";
import { TABS } from "./tabs";

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
      onChange={(view) => {
        // Fluent also reports the change that drawing this state has just made
        if (view !== state.get().view) state.set({ view });
      }}
      tabs={TABS.map(({ id, label, Content }) => ({ id, label, content: <Content {...shown} /> }))}
    />
  </>
);
