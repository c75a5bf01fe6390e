import type { Area, CellStyle } from "../../engine/engine";
import type { Cells, Property, Table } from "../model";
import { object } from "../object";
import { color, oneOf } from "./arguments";
import { bounded, checkFormat, sharedStyle, writeStyle } from "./cells";

/** A part of the cells' style. @param usual of a cell that does not say */
const style = <P extends keyof CellStyle>(
  part: P,
  convert: (value: unknown) => CellStyle[P],
  usual?: CellStyle[P],
): Property<Cells> => ({
  read: (cells) => sharedStyle(cells, (one) => one[part] ?? usual),
  write: (cells, value) => writeStyle(cells, { [part]: convert(value) }),
});

export const RangeFont: Table<Cells> = {
  members: {
    name: style("fontName", String),
    size: style("fontSize", Number),
    color: style("fontColor", color, "#000000"),
    bold: style("bold", Boolean, false),
    italic: style("italic", Boolean, false),
  },
};

export const RangeFill: Table<Cells> = {
  members: {
    color: style("fill", color, "#FFFFFF"),
    clear: { call: (cells) => writeStyle(cells, { fill: null }) },
  },
};

export const FormatProtection: Table<Cells> = { members: { locked: style("locked", Boolean) } };

/** The size that all rows or columns of the areas have, or null. */
function alike(areas: Area[], line: "row" | "column", sizeOf: (index: number) => number): number | null {
  const first = sizeOf(areas[0]![line]);
  const same = (area: Area): boolean =>
    Array.from({ length: area[`${line}s`] }, (_, i) => sizeOf(area[line] + i)).every((s) => s === first);
  return areas.every(same) ? first : null;
}

const rowsOf = (cells: Cells): Area[] =>
  cells.areas.map((area) => bounded(cells, { ...area, columns: 1 }) ?? { ...area, rows: 1 });

/** @param height null: the rows follow their text */
function setRowHeights(cells: Cells, height: number | null): void {
  checkFormat(cells, "allowFormatRows");
  for (const area of cells.areas) {
    const { row, rows } = bounded(cells, { ...area, columns: 1 }) ?? area;
    cells.book.engine.setRowHeight(cells.sheet, row, rows, height);
  }
}

function setColumnWidths(cells: Cells, width: number): void {
  checkFormat(cells, "allowFormatColumns");
  for (const { column, columns } of cells.areas)
    cells.book.engine.setColumnWidth(cells.sheet, column, columns, width);
}

const HORIZONTAL = ["General", "Left", "Center", "Right"] as const;
const VERTICAL = ["Top", "Center", "Bottom"] as const;

export const RangeFormat: Table<Cells> = {
  members: {
    font: { read: (cells) => object("RangeFont", cells) },
    fill: { read: (cells) => object("RangeFill", cells) },
    borders: { read: (cells) => object("RangeBorderCollection", cells) },
    protection: { read: (cells) => object("FormatProtection", cells) },
    horizontalAlignment: style("horizontal", (v) => oneOf(v, HORIZONTAL, "horizontalAlignment"), "General"),
    verticalAlignment: style("vertical", (v) => oneOf(v, VERTICAL, "verticalAlignment"), "Bottom"),
    wrapText: style("wrap", Boolean, false),
    // points; null where they differ
    columnWidth: {
      read: ({ book, sheet, areas }) =>
        alike(areas, "column", (column) => book.engine.columnWidth(sheet, column)),
      write: (cells, value) => setColumnWidths(cells, Number(value)),
    },
    rowHeight: {
      read: (cells) => alike(rowsOf(cells), "row", (row) => cells.book.engine.rowHeight(cells.sheet, row)),
      write: (cells, value) => setRowHeights(cells, Number(value)),
    },
    autofitRows: { call: (cells) => setRowHeights(cells, null) },
  },
};
