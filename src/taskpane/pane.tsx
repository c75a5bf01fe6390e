import { useRef } from "preact/hooks";
import { type Busy, openView, state } from "../commands";
import { Button, Progress, Tabs, useShown } from "./controls";
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
export function Pane() {
  const { busy, notice, view } = useShown(state);
  const active = known(view);
  // a tab is drawn once it has been opened, and keeps its state from then on
  const opened = useRef(new Set<string>()).current.add(active);
  return (
    <>
      <h1 class="unseen">一指填报</h1>
      <Tabs
        active={active}
        onChange={(id) => {
          // Fluent also reports the change that drawing this state has just made
          if (id !== state.get().view) openView(id);
        }}
        tabs={TABS.map(({ id, label, Content }) => ({
          id,
          label,
          content: opened.has(id) && <Content />,
        }))}
      >
        {busy && <Working {...busy} />}
        <NoticeArea notice={notice} />
      </Tabs>
    </>
  );
}
