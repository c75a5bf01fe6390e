import { ICommandService, type Injector } from "@univerjs/core";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  OtherFormulaMarkDirty,
} from "@univerjs/engine-formula";
import { areasOf } from "./areas";
import type { Calls, Place } from "./calls";
import { keepFormats } from "./result-formats";
import { toRange } from "./rules";

const TRIGGER = "formula.mutation.set-trigger-formula-calculation-start";
const SET_VALUES = "sheet.mutation.set-range-values";
const START = "formula.mutation.set-formula-calculation-start";
const PROGRESS = "formula.mutation.set-formula-calculation-notification";
const LOCAL = { onlyLocal: true };
/**
 * What names and sheets are called, and which there are, decides what formulas anywhere refer to; Univer goes on with
 * what they referred to when it first saw them. After such a change every formula is read and calculated anew.
 */
const REFERRING = [
  "formula.mutation.set-defined-name",
  "formula.mutation.remove-defined-name",
  "sheet.mutation.insert-sheet",
  "sheet.mutation.remove-sheet",
  "sheet.mutation.set-worksheet-name",
];
/** What Univer's start of a round names besides ranges. */
const NOTHING_ELSE = {
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
  forceCalculation: false,
};
/** Univer starts to calculate 100 ms after the last change. After so many ms it will not, as before it is drawn. */
const PATIENCE = 2000;

/** Follows Univer's rounds of calculation, and adds those that it does not make by itself. */
export class Calculation {
  /** a change waits for its round */
  private due = false;
  private running = false;
  /** values may have changed since highlights were judged */
  private changed = false;
  private forgotten: ReturnType<typeof setTimeout> | undefined;
  private waiting: (() => void)[] = [];

  /** @param judge has highlights judged in another round; false when there are none */
  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    private readonly calls: Calls,
    private readonly judge: () => boolean,
  ) {
    keepFormats(injector);
    const dirty = injector.get(IActiveDirtyManagerService);
    for (const commandId of REFERRING)
      dirty.register(commandId, { commandId, getDirtyData: () => ({ forceCalculation: true }) });
    injector.get(ICommandService).onCommandExecuted(({ id, params }, how) => {
      if (id === START) this.started();
      else if (id === PROGRESS) this.progressed(params as { functionsExecutedState?: number });
      else if (dirty.get(id) && !(id === SET_VALUES && how?.onlyLocal)) {
        this.changed ||= id !== OtherFormulaMarkDirty.id;
        this.expect();
      }
    });
  }

  /** Resolves when nothing is left to calculate. */
  async settled(): Promise<void> {
    if (this.due || this.running || this.calls.pending)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Has formulas calculated in another round, and all that depend on them: at once, or with what is due anyway. */
  again(places: Place[]): void {
    const sheets = [...new Set(places.map(({ sheet }) => sheet))];
    const dirtyRanges = sheets.flatMap((sheetId) =>
      areasOf(places.filter(({ sheet }) => sheet === sheetId)).map((area) => ({
        unitId: this.unitId,
        sheetId,
        range: toRange(area),
      })),
    );
    const commands = this.injector.get(ICommandService);
    if (this.due || this.running) commands.syncExecuteCommand(TRIGGER, { dirtyRanges }, LOCAL);
    else commands.syncExecuteCommand(START, { ...NOTHING_ELSE, dirtyRanges }, LOCAL);
  }

  /** Has every formula calculated anew. */
  all(): void {
    const commands = this.injector.get(ICommandService);
    const how = this.due || this.running ? TRIGGER : START;
    commands.syncExecuteCommand(how, { ...NOTHING_ELSE, dirtyRanges: [], forceCalculation: true }, LOCAL);
  }

  private expect(): void {
    this.due = true;
    clearTimeout(this.forgotten);
    this.forgotten = setTimeout(() => {
      this.due = false;
      this.rest();
    }, PATIENCE);
  }

  private started(): void {
    this.running = true;
    this.due = false;
    clearTimeout(this.forgotten);
  }

  /** A round that is stopped for a change starts again by itself. */
  private progressed({ functionsExecutedState: state }: { functionsExecutedState?: number }): void {
    if (state === undefined) return;
    this.running = false;
    if (state === Number(FormulaExecutedStateType.STOP_EXECUTION)) {
      this.expect();
      return this.calls.stopped();
    }
    this.calls.passed();
    this.rest();
  }

  private rest(): void {
    if (this.due || this.running || this.calls.pending) return;
    const judged = this.changed && this.judge();
    this.changed = false;
    if (judged) return this.expect();
    this.waiting.splice(0).forEach((resolve) => resolve());
  }
}
