import { CommandType, ICommandService, type Injector, IUndoRedoService } from "@univerjs/core";
import type { SpreadsheetEngine } from "../engine/engine";
import { isSame, restore } from "../engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../engine/snapshot";

/** The workbook before and after one change of the interface. */
interface Step {
  before: WorkbookSnapshot;
  after: WorkbookSnapshot;
}

const REPLAY = "workbench.mutation.replay";

interface Replay {
  steps: Step[];
  back: boolean;
}

/**
 * Puts changes that are made through the engine's interface among a person's own in Univer's undo: a whole command is
 * one step, and what a person typed meanwhile stays.
 */
export class History {
  private readonly undoRedo: IUndoRedoService;
  /** of the commands under way */
  private steps: Step[] = [];
  private under = 0;
  private clearings = 0;

  constructor(
    injector: Injector,
    private readonly unitId: string,
    private readonly engine: SpreadsheetEngine,
  ) {
    this.undoRedo = injector.get(IUndoRedoService);
    injector.get(ICommandService).registerCommand({
      id: REPLAY,
      type: CommandType.MUTATION,
      handler: (_, { steps, back }: Replay) => {
        if (back) for (const { before, after } of [...steps].reverse()) restore(engine, after, before);
        else for (const { before, after } of steps) restore(engine, before, after);
        return true;
      },
    });
  }

  /** Makes a change that can be undone. */
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

  /** All changes until the work is done are undone at once. */
  async group<T>(work: () => Promise<T>): Promise<T> {
    this.under++;
    try {
      return await work();
    } finally {
      this.under--;
      if (this.under === 0) this.end();
    }
  }

  /** Nothing done so far can be undone or redone, the change that is being made included. */
  clear(): void {
    this.clearings++;
    this.steps = [];
    this.undoRedo.clearUndoRedo(this.unitId);
  }

  private end(): void {
    const steps = this.steps;
    this.steps = [];
    if (steps.length === 0) return;
    const replay = (back: boolean) => ({ id: REPLAY, params: { steps, back } satisfies Replay });
    this.undoRedo.pushUndoRedo({
      unitID: this.unitId,
      undoMutations: [replay(true)],
      redoMutations: [replay(false)],
    });
  }
}
