import { BooleanNumber, type Worksheet } from "@univerjs/core";
import { toRange } from "./rules";
import type { Execute } from "./sheet-states";

const PIXELS_PER_POINT = 4 / 3;

/** Widths of columns and heights of rows, in points; Univer counts pixels. */
export class Sizes {
  constructor(
    private readonly sheet: (id: string) => Worksheet,
    private readonly execute: Execute,
  ) {}

  width(sheet: string, column: number): number {
    return this.sheet(sheet).getColumnWidth(column) / PIXELS_PER_POINT;
  }

  setWidth(sheet: string, column: number, count: number, width: number): void {
    this.execute("sheet.mutation.set-worksheet-col-width", {
      subUnitId: sheet,
      ranges: [toRange({ row: 0, column, rows: 1, columns: count })],
      colWidth: Math.round(width * PIXELS_PER_POINT),
    });
  }

  height(sheet: string, row: number): number {
    return this.sheet(sheet).getRowHeight(row) / PIXELS_PER_POINT;
  }

  hasOwnHeight(sheet: string, row: number): boolean {
    return this.sheet(sheet).getRowManager().getRow(row)?.ia === BooleanNumber.FALSE;
  }

  /** A height that is set no longer follows the text; null: it does again. */
  setHeight(sheet: string, row: number, count: number, height: number | null): void {
    const ranges = [toRange({ row, column: 0, rows: count, columns: 1 })];
    this.execute("sheet.mutation.set-worksheet-row-height", {
      subUnitId: sheet,
      ranges,
      rowHeight:
        height === null
          ? this.sheet(sheet).getConfig().defaultRowHeight
          : Math.round(height * PIXELS_PER_POINT),
    });
    this.execute("sheet.mutation.set-worksheet-row-is-auto-height", {
      subUnitId: sheet,
      ranges,
      autoHeightInfo: height === null ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    });
  }
}
