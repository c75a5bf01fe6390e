import type { SpreadsheetEngine } from "./engine";
import type { History, UndoStack } from "./history";
import { isSame, restore } from "./restore";
import { takeSnapshot, type WorkbookSnapshot } from "./snapshot";

/** The workbook before and after one change. */
interface Step {
  before: WorkbookSnapshot;
  after: WorkbookSnapshot;
}

/** A history by comparing: a whole command is one step, and what a person typed meanwhile stays. Any engine can have it so. */
export class SnapshotHistory implements History {
  /** of the commands under way */
  private steps: Step[] = [];
  private under = 0;
  private clearings = 0;

  constructor(
    private readonly engine: SpreadsheetEngine,
    private readonly stack: UndoStack,
  ) {}

  change<T>(act: () => T): T {
    const { clearings } = this;
    const before = takeSnapshot(this.engine);
    try {
      return act();
    } finally {
      const after = takeSnapshot(this.engine);
      if (clearings === this.clearings && !isSame(before, after)) this.steps.push({ before, after });
      if (this.under === 0) this.end();
    }
  }

  async group<T>(work: () => Promise<T>): Promise<T> {
    this.under++;
    try {
      return await work();
    } finally {
      this.under--;
      if (this.under === 0) this.end();
    }
  }

  clear(): void {
    this.clearings++;
    this.steps = [];
    this.stack.clear();
  }

  undo(): Promise<boolean> {
    return this.stack.undo();
  }

  redo(): Promise<boolean> {
    return this.stack.redo();
  }

  private end(): void {
    const steps = this.steps;
    this.steps = [];
    if (steps.length === 0) return;
    this.stack.push((back) => {
      if (back) for (const { before, after } of [...steps].reverse()) restore(this.engine, after, before);
      else for (const { before, after } of steps) restore(this.engine, before, after);
    });
  }
}
