import { areaAddress, type Area, area, type SheetLayout } from "../../src/grid";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

const covers = (outer: Area, row: number, column: number): boolean =>
  row >= outer.row &&
  row < outer.row + outer.rows &&
  column >= outer.column &&
  column < outer.column + outer.columns;

/** Writes a layout the way a first draft does: each cell for itself, one request after another. What ours is measured against. */
export async function writeCellByCell(layout: SheetLayout): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(layout.name);
    for (const [name, target] of Object.entries(layout.names))
      context.workbook.names.add(
        name,
        typeof target === "string" ? `="${target}"` : `='${layout.name}'!${areaAddress(target)}`,
      );
    await context.sync();
    for (const [row, cells] of layout.cells.entries())
      for (const [column, cell] of cells.entries()) {
        const range = sheet.getRange(areaAddress(area(row, column)));
        const format = layout.numberFormats[row]?.[column];
        if (format) range.numberFormat = [[format]];
        if (cell !== null && cell !== "") range.formulas = [[typeof cell === "object" ? cell.formula : cell]];
        for (const { style } of layout.styles.filter(({ areas }) =>
          areas.some((a) => covers(a, row, column)),
        )) {
          if (style.font?.name) range.format.font.name = style.font.name;
          if (style.font?.size) range.format.font.size = style.font.size;
          if (style.font?.bold) range.format.font.bold = style.font.bold;
          if (style.font?.color) range.format.font.color = style.font.color;
          if (style.fill) range.format.fill.color = style.fill;
          if (style.horizontal) range.format.horizontalAlignment = style.horizontal;
          if (style.vertical) range.format.verticalAlignment = style.vertical;
          if (style.wrap) range.format.wrapText = style.wrap;
          if (style.locked === false) range.format.protection.locked = false;
          if (style.border)
            for (const edge of EDGES) {
              range.format.borders.getItem(edge).style = "Continuous";
              range.format.borders.getItem(edge).color = style.border;
            }
        }
        await context.sync();
      }
    for (const merge of layout.merges) sheet.getRange(areaAddress(merge)).merge();
    sheet.freezePanes.freezeRows(layout.frozenRows);
    sheet.protection.protect();
    await context.sync();
  });
}
