import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService, type IRender } from "@univerjs/engine-render";
import { areaAddress, type ChartState, quoteSheet } from "../../../../grid";
import type { SpreadsheetEngine } from "../../../engine/engine";
import { type ChartCells, chartCells } from "./cells";
import { Layer, type Picture } from "./layer";
import { type Painted, paintedSheet, panesOf } from "./panes";
import type { chartPicture } from "./picture";
import type { Size } from "./room";

/** A chart of the sheet in front. */
interface Drawn {
  chart: ChartState;
  cells: ChartCells;
  /** both as text */
  content: string;
  /** what a reader of screens says in its place: everything that it draws stands in the table */
  name: string;
  panes: readonly number[];
  /** its picture's address, and what it was made of */
  source: string;
  madeOf: string;
}

/** The charts of the sheet in front, drawn over its cells as they and the cells are now. */
class Charts {
  private readonly layer = new Layer();
  private draw: typeof chartPicture | null = null;
  private changed = true;
  private sheet = "";
  private charts: Drawn[] = [];

  constructor(
    private readonly engine: SpreadsheetEngine,
    private readonly render: IRender,
  ) {
    engine.onChange(() => (this.changed = true));
    // whatever moved or resized cells is painted by then
    render.engine.endFrame$.subscribe(() => this.follow());
  }

  private follow(): void {
    const painted = paintedSheet(this.render);
    if (!painted || painted.sheet !== this.engine.activeSheet()) return;
    if (this.changed || painted.sheet !== this.sheet) this.read(painted.sheet);
    else if (this.charts.length === 0) return;
    const pictures = this.charts.map((one) => this.pictureOf(one, painted));
    this.layer.show(this.render.engine.getCanvasElement(), painted.panes, pictures);
  }

  private read(sheet: string): void {
    const { engine } = this;
    const { charts, ...state } = engine.sheetState(sheet);
    const known = new Map(sheet === this.sheet ? this.charts.map((one) => [one.chart.id, one]) : []);
    const title = engine.sheets().find(({ id }) => id === sheet)!.name;
    this.charts = charts.map((chart) => {
      const cells = chartCells(engine, sheet, chart);
      return {
        chart,
        cells,
        content: JSON.stringify([chart, cells]),
        name: `图：${chart.title || chart.name}，数据见${quoteSheet(title)}!${areaAddress(chart.source)}`,
        panes: panesOf(chart.position, state),
        source: known.get(chart.id)?.source ?? "",
        madeOf: known.get(chart.id)?.madeOf ?? "",
      };
    });
    [this.changed, this.sheet] = [false, sheet];
    if (charts.length > 0 && !this.draw) void this.load();
  }

  /** The library comes with the first chart; where it does not, the charts' names stand in their places. */
  private async load(): Promise<void> {
    try {
      this.draw = (await import(/* webpackChunkName: "charts" */ "./picture")).chartPicture;
    } catch (error) {
      console.error(error);
    }
  }

  private pictureOf(one: Drawn, painted: Painted): Picture {
    const { chart, name, panes } = one;
    const box = painted.boxOf(chart.position);
    this.update(one, { width: Math.round(box.width), height: Math.round(box.height) });
    const places = panes.map((pane) => ({ pane, box: painted.inPane(box, pane) }));
    return { id: chart.id, name, source: one.source, places };
  }

  private update(one: Drawn, size: Size): void {
    const { chart, cells, content } = one;
    const madeOf = `${content} ${size.width} × ${size.height}`;
    if (!this.draw || madeOf === one.madeOf || size.width === 0 || size.height === 0) return;
    one.madeOf = madeOf;
    one.source = `data:image/svg+xml,${encodeURIComponent(this.draw(chart, cells, size))}`;
  }
}

/** Draws the charts of the sheet in front over its cells, and follows them. */
export function drawCharts(api: FUniver, injector: Injector, engine: SpreadsheetEngine): void {
  // there is no canvas before
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== api.Enum.LifecycleStages.Rendered) return;
    const render = injector.get(IRenderManagerService).getRenderById(api.getActiveWorkbook()!.getId());
    if (render) new Charts(engine, render);
  });
}
