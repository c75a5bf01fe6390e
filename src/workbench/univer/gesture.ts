import type { CellContent, EngineEvent } from "../engine/engine";
import { areasOf, type Cell } from "./areas";

/**
 * All that one act of a person does. Where cells were inserted or deleted that is the event, and not the contents that
 * moved with them nor the formulas that follow.
 */
export class Gesture {
  private readonly edited = new Map<string, Cell[]>();
  private readonly structure: EngineEvent[] = [];
  private shift: { command: string; event: EngineEvent; done: boolean } | null = null;
  private before: CellContent | null = null;
  private readonly moves: EngineEvent[] = [];

  edit(sheet: string, cells: Cell[], before: CellContent | null = null): void {
    if (this.edited.size === 0) this.before = before;
    this.edited.set(sheet, [...(this.edited.get(sheet) ?? []), ...cells]);
  }

  restructure(event: EngineEvent): void {
    this.structure.push(event);
  }

  /** A selection or another sheet shown: told last, as in Excel. */
  move(event: EngineEvent): void {
    this.moves.push(event);
  }

  /** A command that is about to shift cells; it counts once something is done for it. */
  announce(command: string, event: EngineEvent): void {
    this.shift = { command, event, done: false };
  }
  doneFor(command: string | undefined): void {
    if (this.shift && this.shift.command === command) this.shift.done = true;
  }

  private edits(): EngineEvent[] {
    return [...this.edited].map(([sheet, cells]) => {
      const areas = areasOf(cells);
      const single = areas.length === 1 && areas[0]!.rows * areas[0]!.columns === 1;
      const before = single && this.before ? { before: this.before } : {};
      return { kind: "edited", sheet, areas, source: "user", ...before };
    });
  }

  events(): EngineEvent[] {
    const changes = this.structure.length > 0 ? this.structure : this.edits();
    return [...(this.shift?.done ? [this.shift.event] : changes), ...this.moves];
  }
}
