import { type IRender, type Scene, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { Area } from "../../../engine/engine";
import { edge } from "../edge";

/** Pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Rows and columns of these stay in view. */
export interface Frozen {
  frozenRows: number;
  frozenColumns: number;
}

/** The parts of a sheet that scroll apart, by what of each is frozen. */
const PANES = [
  { key: SHEET_VIEWPORT_KEY.VIEW_MAIN, rows: false, columns: false },
  { key: SHEET_VIEWPORT_KEY.VIEW_MAIN_TOP, rows: true, columns: false },
  { key: SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT, rows: false, columns: true },
  { key: SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT_TOP, rows: true, columns: true },
];
export const PANE_COUNT = PANES.length;

const reaches = (isFrozen: boolean, start: number, count: number, frozen: number): boolean =>
  isFrozen ? start < frozen : start + count > frozen;

/** The panes in which cells lie, the one with the first of them at the head. */
export function panesOf(
  { row, column, rows, columns }: Area,
  { frozenRows, frozenColumns }: Frozen,
): number[] {
  return PANES.flatMap((pane, i) =>
    reaches(pane.rows, row, rows, frozenRows) && reaches(pane.columns, column, columns, frozenColumns)
      ? [i]
      : [],
  ).reverse();
}

/** A pane without the bars by which it is scrolled; null where the sheet has none of its kind. */
function paneBox(scene: Scene, key: string): Box | null {
  const [viewport, engine] = [scene.getViewport(key), scene.getEngine()];
  if (!viewport?.isActive || !engine) return null;
  const bars = scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN)?.getScrollBar();
  const { left, top, width, height } = viewport;
  const right = engine.width - (bars?.hasVerticalThumb() ? bars.totalSize : 0);
  const bottom = engine.height - (bars?.hasHorizonThumb() ? bars.totalSize : 0);
  return {
    left,
    top,
    width: Math.min(width ?? 0, right - left),
    height: Math.min(height ?? 0, bottom - top),
  };
}

/** The sheet as it is painted now. */
export interface Painted {
  sheet: string;
  panes: (Box | null)[];
  /** where cells are at 100 %, from the sheet's first */
  boxOf: (area: Area) => Box;
  /** such a box as it stands in a pane now */
  inPane: (box: Box, pane: number) => Box;
}

/** Null while no sheet is painted. */
export function paintedSheet(render: IRender): Painted | null {
  const { scene } = render;
  const found = render.with(SheetSkeletonManagerService).getCurrentParam();
  if (!found) return null;
  const { sheetId, skeleton } = found;
  const { rowHeightAccumulation: down, columnWidthAccumulation: across } = skeleton;
  return {
    sheet: sheetId,
    panes: PANES.map(({ key }) => paneBox(scene, key)),
    boxOf: ({ row, column, rows, columns }) => {
      const [left, top] = [edge(across, column), edge(down, row)];
      return {
        left,
        top,
        width: edge(across, column + columns) - left,
        height: edge(down, row + rows) - top,
      };
    },
    inPane: (box, pane) => {
      const { scaleX, scaleY } = scene;
      const viewport = scene.getViewport(PANES[pane]!.key)!;
      const x = skeleton.rowHeaderWidthAndMarginLeft + box.left - viewport.viewportScrollX;
      const y = skeleton.columnHeaderHeightAndMarginTop + box.top - viewport.viewportScrollY;
      return {
        left: scaleX * x - viewport.left,
        top: scaleY * y - viewport.top,
        width: scaleX * box.width,
        height: scaleY * box.height,
      };
    },
  };
}
