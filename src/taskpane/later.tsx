import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { failure, loadScript, type State } from "../commands";
import { Button } from "./controls";

type Tabs = typeof import("./later-tabs");

declare global {
  /** what tabs.js leaves behind */
  var yizhiTabs: Tabs | undefined;
}

/** A tab that comes with tabs.js, which is loaded when one of its tabs is first opened; from then on the tab keeps its state. */
export const later = (id: keyof Tabs): ComponentType<State> =>
  function Later(shown: State) {
    const [Content, setContent] = useState<ComponentType<State> | null>(null);
    const [words, setWords] = useState("");
    const load = async (): Promise<void> => {
      setWords("");
      try {
        if (!globalThis.yizhiTabs) await loadScript("tabs");
        setContent(() => globalThis.yizhiTabs![id]);
      } catch (error) {
        setWords(failure(error).text);
      }
    };
    const wanted = shown.view === id && !Content;
    useEffect(() => {
      if (wanted) void load();
    }, [wanted]);
    if (Content) return <Content {...shown} />;
    if (words === "") return null;
    return (
      <div role="alert" class="empty group">
        <p>{words}</p>
        <div class="actions">
          <Button onClick={() => void load()}>重试</Button>
        </div>
      </div>
    );
  };
