import type { Workbook, Worksheet } from "@cj-tech-master/excelts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { columnLetters } from "../../src/grid";

const shifted = (address: string, from: number): string =>
  address.replace(
    /(?<![!\w$])(\$?)([A-Z]+)(\$?\d+)/g,
    (whole, fixed: string, letters: string, row: string) => {
      const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return column < from ? whole : `${fixed}${columnLetters(column + 1)}${row}`;
    },
  );

/** Inserts an empty column as Excel does: cells, merged areas, the sheet's own references and workbook names move along. */
export function insertColumn(workbook: Workbook, sheet: Worksheet, from: number): void {
  const merges = [...(sheet.model.merges ?? [])];
  merges.forEach((merge) => sheet.unMergeCells(merge));
  const [rows, columns] = [sheet.rowCount, sheet.columnCount];
  for (let r = 1; r <= rows; r++)
    for (let c = columns; c > from; c--) {
      const [cell, next] = [sheet.getRow(r).getCell(c), sheet.getRow(r).getCell(c + 1)];
      next.style = cell.style;
      next.value = cell.value;
      cell.value = null;
    }
  for (const merge of merges) sheet.mergeCellsWithoutStyle(shifted(merge, from));
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.formula !== undefined)
        cell.value = { formula: shifted(cell.formula, from), result: cell.result ?? "" };
    }),
  );
  for (const { name, ranges } of workbook.definedNames.model)
    for (const range of ranges)
      if (range.startsWith(`'${sheet.name}'!`) || range.startsWith(`${sheet.name}!`)) {
        workbook.definedNames.remove(range, name);
        const [place, address] = range.split("!") as [string, string];
        workbook.definedNames.add(`${place}!${shifted(address, from)}`, name);
      }
}

/** Changes parts of a file as other programs write them; a part that is not there is made. */
export function withParts(bytes: Uint8Array, changes: Record<string, (xml: string) => string>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, change] of Object.entries(changes))
    parts[path] = strToU8(change(parts[path] ? strFromU8(parts[path]) : ""));
  return zipSync(parts);
}
