import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { NotLoaded } from "../commands";
import { Button } from "./controls";
import { commands, type Commands } from "./parts";

/** A component that is loaded when it is first drawn; where it does not come, it says so and can be asked for again. */
export const later = <P extends object>(
  from: (part: Commands) => ComponentType<P> | Promise<ComponentType<P>>,
): ComponentType<P> =>
  function Later(props: P) {
    const [Content, setContent] = useState<ComponentType<P> | null>(null);
    const [words, setWords] = useState("");
    const [isSlow, setSlow] = useState(false);
    const load = async (): Promise<void> => {
      setWords("");
      try {
        const content = await from(await commands());
        setContent(() => content);
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        setWords(error.notice.text);
      }
    };
    // what is there within a blink needs no words
    useEffect(() => {
      const timer = setTimeout(() => setSlow(true), 300);
      return () => clearTimeout(timer);
    }, []);
    // before the next paint, where it is there already
    useLayoutEffect(() => void load(), []);
    if (Content) return <Content {...props} />;
    if (words === "") return isSlow ? <p class="empty">正在载入…</p> : null;
    return (
      <div role="alert" class="empty group">
        <p>{words}</p>
        <div class="actions">
          <Button onClick={() => void load()}>重试</Button>
        </div>
      </div>
    );
  };
