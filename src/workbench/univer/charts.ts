import {
  CommandType,
  type ICommandInfo,
  ICommandService,
  type Injector,
  type IRange,
  RANGE_TYPE,
  type Workbook,
} from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";
import type { ChartState, EngineEvent } from "../engine/engine";
import { moveChart, type Shift } from "../engine/shift";
import { fromRange } from "./rules";

const SET_CHARTS = "workbench.mutation.set-charts";

type Change = Pick<Shift, "kind" | "moved"> & { rangeType: RANGE_TYPE };

/** What a person does to cells, by the name under which Univer asks its features to follow. */
const CHANGES: Record<string, Change> = {
  "sheet.command.insert-row": { kind: "inserted", moved: "rows", rangeType: RANGE_TYPE.ROW },
  "sheet.command.insert-col": { kind: "inserted", moved: "columns", rangeType: RANGE_TYPE.COLUMN },
  "sheet.command.remove-row": { kind: "deleted", moved: "rows", rangeType: RANGE_TYPE.ROW },
  "sheet.command.remove-col": { kind: "deleted", moved: "columns", rangeType: RANGE_TYPE.COLUMN },
  "sheet.command.insert-range-move-down": { kind: "inserted", moved: "rows", rangeType: RANGE_TYPE.NORMAL },
  "sheet.command.insert-range-move-right": {
    kind: "inserted",
    moved: "columns",
    rangeType: RANGE_TYPE.NORMAL,
  },
  "sheet.command.delete-range-move-up": { kind: "deleted", moved: "rows", rangeType: RANGE_TYPE.NORMAL },
  "sheet.command.delete-range-move-left": { kind: "deleted", moved: "columns", rangeType: RANGE_TYPE.NORMAL },
};
const COPY = "sheet.command.copy-sheet";

/** As far as they are read here, of all these commands together. */
interface Params {
  subUnitId?: string;
  range: IRange;
  /** the copy */
  targetSubUnitId: string;
}

interface SetCharts {
  unitId: string;
  subUnitId: string;
  charts: readonly ChartState[];
}

const NOTHING = { redos: [], undos: [] };

/** The charts of Univer's sheets, of which Univer knows nothing: they follow what a person does, and come back with its undo. */
export class Charts {
  private readonly charts = new Map<string, readonly ChartState[]>();

  constructor(
    injector: Injector,
    private readonly book: () => Workbook,
    private readonly execute: (id: string, params: object) => void,
    tell: (event: EngineEvent) => void,
  ) {
    injector.get(ICommandService).registerCommand({
      id: SET_CHARTS,
      type: CommandType.MUTATION,
      handler: (_, { subUnitId, charts }: SetCharts) => {
        this.charts.set(subUnitId, charts);
        tell({ kind: "charted", sheet: subUnitId });
        return true;
      },
    });
    injector
      .get(SheetInterceptorService)
      .interceptCommand({ getMutations: (command) => this.following(command) });
  }

  of(sheet: string): readonly ChartState[] {
    return this.charts.get(sheet) ?? [];
  }

  set(subUnitId: string, charts: readonly ChartState[]): void {
    this.execute(SET_CHARTS, { subUnitId, charts });
  }

  delete(sheet: string): void {
    this.charts.delete(sheet);
  }

  /** What else is to be done with a person's command, and with its undo. */
  private following({ id, params }: ICommandInfo) {
    const {
      subUnitId = this.book().getActiveSheet().getSheetId(),
      range,
      targetSubUnitId,
    } = params as Params;
    const charts = this.of(subUnitId);
    const change = CHANGES[id];
    if (charts.length === 0 || (!change && id !== COPY)) return NOTHING;
    const step = (sheet: string, all: readonly ChartState[]) => ({
      id: SET_CHARTS,
      params: { unitId: this.book().getUnitId(), subUnitId: sheet, charts: all } satisfies SetCharts,
    });
    if (!change) return { redos: [step(targetSubUnitId, charts)], undos: [] };
    const { rangeType, ...shift } = change;
    const area = fromRange({ ...range, rangeType });
    const moved = charts.map((chart) => moveChart(chart, { ...shift, area }));
    return { redos: [step(subUnitId, moved)], undos: [step(subUnitId, charts)] };
  }
}
