/** What can be undone: a person's own doing and the changes made through this interface, in one order. */
export interface History {
  /** Makes a change that can be undone. */
  change<T>(act: () => T): T;
  /** All changes until the work is done are undone at once. */
  group<T>(work: () => Promise<T>): Promise<T>;
  /** Nothing done so far can be undone or redone, the change that is being made included. */
  clear(): void;
  /** @returns whether there was something to undo */
  undo(): Promise<boolean>;
  /** @returns whether there was something to redo */
  redo(): Promise<boolean>;
}

/** Puts the workbook back, or forth again. */
export type Replay = (back: boolean) => void;

/** An engine's own way to keep what a person did. */
export interface UndoStack extends Pick<History, "undo" | "redo"> {
  push(replay: Replay): void;
  clear(): void;
}
