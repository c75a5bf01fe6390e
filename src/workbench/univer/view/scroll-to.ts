import { type Injector, IUniverInstanceService, UniverInstanceType, type Workbook } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { Area } from "../../engine/engine";
import { edge } from "./edge";

/** Along one axis, in pixels of the sheet: where a cell begins and ends, and what of the sheet is in view beside what is frozen. */
interface Axis {
  start: number;
  end: number;
  from: number;
  to: number;
  scrolled: number;
}

/** How far to scroll so that the cell is seen whole, its beginning where it is too long; what is seen stays as it is. */
function scrolledTo({ start, end, from, to, scrolled }: Axis): number {
  if (start < from) return Math.max(0, scrolled - (from - start));
  if (end > to) return scrolled + Math.min(end - to, start - from);
  return scrolled;
}

/** Scrolls the sheet that is shown to an area. Univer's own command leaves cells behind those that are frozen. */
export function scrollTo(services: Injector, api: FUniver, { row, column, rows, columns }: Area): void {
  const book = services
    .get(IUniverInstanceService)
    .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const render = book && services.get(IRenderManagerService).getRenderById(book.getUnitId());
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!book || !skeleton || !viewport) return;
  const { xSplit, ySplit } = book.getActiveSheet().getFreeze();
  const { rowHeightAccumulation, columnWidthAccumulation, rowHeaderWidth, columnHeaderHeight } = skeleton;
  const { left, right, top, bottom } = viewport.calcViewportInfo().viewBound;
  const axis = (
    sums: number[],
    line: number,
    count: number,
    header: number,
  ): { start: number; end: number } => ({
    start: header + edge(sums, line),
    end: header + edge(sums, line + count),
  });
  const [x, y] = [viewport.viewportScrollX, viewport.viewportScrollY];
  const across = axis(columnWidthAccumulation, column, columns, rowHeaderWidth);
  const down = axis(rowHeightAccumulation, row, rows, columnHeaderHeight);
  const offsetX = column < xSplit ? x : scrolledTo({ ...across, from: left, to: right, scrolled: x });
  const offsetY = row < ySplit ? y : scrolledTo({ ...down, from: top, to: bottom, scrolled: y });
  if (offsetX === x && offsetY === y) return;
  const position = { sheetViewStartRow: 0, sheetViewStartColumn: 0, offsetX, offsetY };
  api.syncExecuteCommand("sheet.command.scroll-view", position);
}
