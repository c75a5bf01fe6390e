import type { Replay, UndoStack } from "../../src/workbench/engine/history";

/** Steps one after the other; what was undone is forgotten when something else is done. */
export function plainUndo(): UndoStack {
  let done: Replay[] = [];
  let undone: Replay[] = [];
  const move = (from: Replay[], to: Replay[], back: boolean): boolean => {
    const replay = from.pop();
    if (!replay) return false;
    replay(back);
    to.push(replay);
    return true;
  };
  return {
    push: (replay) => {
      done.push(replay);
      undone = [];
    },
    clear: () => ([done, undone] = [[], []]),
    undo: async () => move(done, undone, true),
    redo: async () => move(undone, done, false),
  };
}
