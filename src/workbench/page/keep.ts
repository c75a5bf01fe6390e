import type { SpreadsheetEngine } from "../engine/engine";
import { isSame, restore } from "../engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../engine/snapshot";
import { KEEP_MESSAGES } from "./keep-messages";
import { showMessageBar } from "./message-bar";
import type { Store } from "./store";
import type { Tell } from "./tell";
import type { Turn } from "./turn";

/** A pause in what is done to the workbook, in ms. */
const PAUSE = 300;

export interface Keeper {
  /** Saves at once. @returns what to tell the user */
  save: () => string;
  /** clears what the browser keeps, where that is this tab's to do */
  forget: () => void;
}

export interface KeepDesk {
  store: Store;
  turn: Turn;
  tell: Tell;
  /** loads the pane anew: to the add-in another workbook is another start */
  reloadPane: () => Promise<void>;
}

/**
 * Keeps the workbook in the browser whenever something has been done to it. Of several tabs the first does; the next
 * says that it does not, and takes over when the first is closed. Nothing is overwritten unasked.
 */
export function keepWorkbook(engine: SpreadsheetEngine, { store, turn, tell, reloadPane }: KeepDesk): Keeper {
  let { mine } = turn;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let warned = false;
  const save = (): string | null => {
    clearTimeout(timer);
    timer = undefined;
    return mine ? store.save(takeSnapshot(engine)) : KEEP_MESSAGES.other;
  };
  engine.onChange(() => {
    if (!mine) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const problem = save();
      // every change would say it again
      if (problem) tell(problem, warned ? "hint" : "problem");
      warned = problem !== null;
    }, PAUSE);
  });
  window.addEventListener("pagehide", () => {
    if (timer !== undefined) save();
  });
  if (!mine) waitForTurn();
  return {
    save: () => save() ?? KEEP_MESSAGES.saved,
    forget: () => {
      if (mine) store.clear();
    },
  };

  function waitForTurn(): void {
    const opened = takeSnapshot(engine);
    const isChanged = (): boolean => !mine && !isSame(opened, takeSnapshot(engine));
    let hide = showMessageBar(KEEP_MESSAGES.other);
    window.addEventListener("beforeunload", (event) => {
      if (isChanged()) event.preventDefault();
    });
    const begin = (): void => {
      hide();
      mine = true;
      tell(save() ?? KEEP_MESSAGES.saved);
    };
    const show = (workbook: WorkbookSnapshot): void =>
      engine.history.change(() => restore(engine, takeSnapshot(engine), workbook));
    void turn.free.then(async () => {
      hide();
      const own = takeSnapshot(engine);
      const kept = store.kept() ?? opened;
      if (isSame(kept, own)) return begin();
      const read = async (): Promise<void> => {
        show(kept);
        begin();
        tell(KEEP_MESSAGES.taken);
        await reloadPane();
      };
      if (!isChanged()) return read();
      const stay = (): void => {
        const latest = takeSnapshot(engine);
        show(kept);
        show(latest);
        begin();
      };
      hide = showMessageBar(KEEP_MESSAGES.differs, [
        { label: "保存本页的", run: stay },
        { label: "读入已保存的", run: () => void read() },
      ]);
    });
  }
}
