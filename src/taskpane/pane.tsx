import { type Busy, openView, state, type State } from "../commands";
import { Button, Progress, Tabs } from "./controls";
import { NoticeArea } from "./notice";
import { TABS } from "./tabs";

/** Comes into sight only when the work takes a while. */
const Working = ({ doing, steps, cancel }: Busy) => (
  <div class="working">
    <Progress label={doing} steps={steps} />
    <p>
      {doing}
      {steps && ` ${steps.done}/${steps.total}`}
    </p>
    {cancel ? (
      <Button small onClick={cancel}>
        取消
      </Button>
    ) : (
      <span class="quiet">正在取消</span>
    )}
  </div>
);

/** An unknown tab, remembered from another version, opens the first. */
const known = (view: string): string => (TABS.some(({ id }) => id === view) ? view : TABS[0]!.id);

/** The whole pane, drawn from the state the ribbon's commands share. */
export const Pane = (shown: State) => (
  <>
    <h1 class="unseen">一指填报</h1>
    <Tabs
      active={known(shown.view)}
      onChange={(view) => {
        // Fluent also reports the change that drawing this state has just made
        if (view !== state.get().view) openView(view);
      }}
      tabs={TABS.map(({ id, label, Content }) => ({ id, label, content: <Content {...shown} /> }))}
    >
      {shown.busy && <Working {...shown.busy} />}
      <NoticeArea notice={shown.notice} />
    </Tabs>
  </>
);
