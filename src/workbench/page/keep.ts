import { takeSnapshot } from "../engine/snapshot";
import type { UniverEngine } from "../univer/univer-engine";
import type { Store } from "./store";

/** A pause in what is done to the workbook, in ms. */
const PAUSE = 300;

/**
 * Keeps the workbook in the browser whenever something has been done to it.
 * @param tell is told each time what the user must know, or null
 */
export function keepWorkbook(
  engine: UniverEngine,
  store: Store,
  tell: (problem: string | null) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    tell(store.save(takeSnapshot(engine)));
  };
  engine.api.addEvent(engine.api.Event.CommandExecuted, ({ id }) => {
    if (!id.includes(".mutation.")) return;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  window.addEventListener("pagehide", () => {
    if (timer !== undefined) save();
  });
}
