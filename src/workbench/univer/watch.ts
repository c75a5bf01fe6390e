import {
  type ICellData,
  ICommandService,
  type Injector,
  type IRange,
  type Nullable,
  RANGE_TYPE,
} from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/sheets";
import type { Area, CellContent, EngineEvent, Source } from "../engine/engine";
import { type Cell, cellsOf } from "./areas";
import { Gesture } from "./gesture";
import { fromRange } from "./rules";

type Change = Pick<EngineEvent & { kind: "inserted" | "deleted" }, "kind" | "moved">;

/** As far as they are read here, of all commands together. */
interface Params {
  subUnitId: string;
  cellValue?: Record<number, Record<number, Nullable<ICellData>> | undefined>;
  range: IRange;
  fromRange: IRange;
  toRange: IRange;
  from: { subUnitId: string };
  to: { subUnitId: string };
  sourceRange: IRange;
  targetRange: IRange;
  selections: { range: IRange }[];
  type?: number;
  sheet: { id: string };
  /** the command that a mutation is part of */
  trigger?: string;
}

const SET_VALUES = "sheet.mutation.set-range-values";
const LINES: Record<string, Change & { rangeType: RANGE_TYPE }> = {
  "sheet.mutation.insert-row": { kind: "inserted", moved: "rows", rangeType: RANGE_TYPE.ROW },
  "sheet.mutation.insert-col": { kind: "inserted", moved: "columns", rangeType: RANGE_TYPE.COLUMN },
  "sheet.mutation.remove-rows": { kind: "deleted", moved: "rows", rangeType: RANGE_TYPE.ROW },
  "sheet.mutation.remove-col": { kind: "deleted", moved: "columns", rangeType: RANGE_TYPE.COLUMN },
};
/** Univer makes these of moves of cells; only the command says what was meant. */
const SHIFTS: Record<string, Change> = {
  "sheet.command.insert-range-move-down": { kind: "inserted", moved: "rows" },
  "sheet.command.insert-range-move-right": { kind: "inserted", moved: "columns" },
  "sheet.command.delete-range-move-up": { kind: "deleted", moved: "rows" },
  "sheet.command.delete-range-move-left": { kind: "deleted", moved: "columns" },
};
/** Commands that rewrite the formulas which refer to what they change; no formula means anything else then. */
const REWRITING = new Set<string | undefined>([
  "sheet.command.insert-defined-name",
  "sheet.command.set-defined-name",
  "sheet.command.remove-defined-name",
  "sheet.command.set-worksheet-name",
  "sheet.command.remove-sheet",
]);
/** Univer's marks of a selection that is still being dragged. */
const DRAGGING = new Set<number | undefined>([0, 1]);

const hasContent = (cell: Nullable<ICellData>): boolean =>
  cell === null || cell === undefined || ["v", "f", "p", "si"].some((part) => part in cell);

/** The cells that are given other content, not only another look. */
const changed = ({ cellValue }: Params): Cell[] =>
  Object.entries(cellValue ?? {}).flatMap(([row, columns]) =>
    Object.entries(columns ?? {})
      .filter(([, cell]) => hasContent(cell))
      .map(([column]) => ({ row: Number(row), column: Number(column) })),
  );

/** Where contents were moved from and to, by the mutation that did it. */
const MOVES: Record<string, (params: Params) => [sheet: string, range: IRange][]> = {
  "sheet.mutation.move-range": ({ from, to, fromRange: source, toRange: target }) => [
    [from.subUnitId, source],
    [to.subUnitId, target],
  ],
  "sheet.mutation.move-rows": (p) => [p.sourceRange, p.targetRange].map((range) => [p.subUnitId, range]),
  "sheet.mutation.move-cols": (p) => [p.sourceRange, p.targetRange].map((range) => [p.subUnitId, range]),
  "sheet.mutation.reorder-range": (p) => [[p.subUnitId, p.range]],
};

export interface Watched {
  /** who makes the change that is under way */
  source: () => Source;
  activeSheet: () => string;
  read: (sheet: string, area: Area) => CellContent[][];
  tell: (event: EngineEvent) => void;
}

/** Reads from Univer's commands what happened to the workbook; what the interface writes into cells it tells itself. */
export class Watch {
  private gesture: Gesture | null = null;
  private over: Promise<void> | null = null;
  private active: string;
  private selection = "";
  /** of the one cell that is about to change */
  private content: CellContent | null = null;

  constructor(
    private readonly injector: Injector,
    private readonly watched: Watched,
  ) {
    this.active = watched.activeSheet();
    const commands = injector.get(ICommandService);
    commands.beforeCommandExecuted(({ id, params }) => this.before(id, params as Params));
    commands.onCommandExecuted(({ id, params }, how) => {
      if (!how?.onlyLocal) this.after(id, params as Params);
    });
  }

  /** Resolves when what a person has just done is told. */
  async settled(): Promise<void> {
    await this.over;
  }

  /** A gesture ends with the task it runs in. */
  private current(): Gesture {
    if (this.gesture) return this.gesture;
    const gesture = (this.gesture = new Gesture());
    this.over = new Promise((resolve) => setTimeout(resolve, 0)).then(() => {
      this.gesture = this.over = null;
      gesture.events().forEach(this.watched.tell);
    });
    return gesture;
  }

  private before(id: string, params: Params): void {
    if (SHIFTS[id]) {
      const selected = this.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
      const range = params?.range ?? selected;
      const [sheet, source] = [this.watched.activeSheet(), this.watched.source()];
      if (range) this.current().announce(id, { ...SHIFTS[id], sheet, area: fromRange(range), source });
    }
    if (id !== SET_VALUES || this.watched.source() === "api") return;
    const [cell, ...more] = changed(params);
    this.content =
      cell && more.length === 0
        ? this.watched.read(params.subUnitId, { ...cell, rows: 1, columns: 1 })[0]![0]!
        : null;
  }

  private after(id: string, params: Params): void {
    this.gesture?.doneFor(params?.trigger);
    if (LINES[id]) return this.afterLines(LINES[id], params);
    for (const [sheet, range] of MOVES[id]?.(params) ?? [])
      this.current().edit(sheet, cellsOf(fromRange(range)));
    switch (id) {
      case SET_VALUES:
        return this.afterValues(params);
      case "sheet.operation.set-selections":
        return this.afterSelection(params);
      case "sheet.mutation.insert-sheet":
        return this.watched.tell({ kind: "added", sheet: params.sheet.id });
      case "sheet.mutation.remove-sheet":
        this.watched.tell({ kind: "removed", sheet: params.subUnitId });
        return this.noticeActive();
      case "sheet.operation.set-worksheet-active":
        return this.noticeActive();
    }
  }

  private afterLines({ rangeType, ...change }: Change & { rangeType: RANGE_TYPE }, params: Params): void {
    const area = fromRange({ ...params.range, rangeType });
    const [sheet, source] = [params.subUnitId, this.watched.source()];
    this.current().restructure({ ...change, sheet, area, source });
  }

  private afterValues(params: Params): void {
    const cells = changed(params);
    if (cells.length === 0 || this.watched.source() === "api" || REWRITING.has(params.trigger)) return;
    this.current().edit(params.subUnitId, cells, this.content);
  }

  private afterSelection({ subUnitId: sheet, selections, type }: Params): void {
    if (DRAGGING.has(type) || selections.length === 0) return;
    const areas = selections.map(({ range }) => fromRange(range));
    const selection = JSON.stringify([sheet, areas]);
    if (selection === this.selection) return;
    this.selection = selection;
    this.current().move({ kind: "selected", sheet, areas });
  }

  private noticeActive(): void {
    const sheet = this.watched.activeSheet();
    if (sheet === this.active) return;
    this.current().move({ kind: "deactivated", sheet: this.active });
    this.active = sheet;
    this.current().move({ kind: "activated", sheet });
  }
}
