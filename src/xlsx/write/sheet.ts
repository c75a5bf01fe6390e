import type { CellValue, Style, Workbook, Worksheet } from "@cj-tech-master/excelts";
import type { SheetSnapshot } from "../../grid";
import { fileAddress } from "./areas";
import { writeHighlights } from "./highlights";
import { type Lines, writeLines } from "./lines";
import { toXlsxStyle } from "./looks";
import { writeSetup } from "./page";
import { type InFile, writeValidations } from "./validations";

/** A sheet to be written; what its cells hold is told apart, for whoever has them knows how. */
export interface WritableSheet extends Lines, Pick<SheetSnapshot, "name" | "styles" | "looks" | "state"> {
  /** undefined: nothing */
  valueAt: (row: number, column: number) => CellValue | undefined;
}

function writeCells(sheet: Worksheet, { styles, looks, valueAt }: WritableSheet): void {
  // alike cells share one object, by which the library knows them
  const known: Partial<Style>[] = looks.map(toXlsxStyle);
  styles.forEach((line, row) => {
    const to = sheet.getRow(row + 1);
    line.forEach((look, column) => {
      const cell = to.getCell(column + 1);
      cell.style = known[look]!;
      const value = valueAt(row, column);
      if (value !== undefined) cell.value = value;
    });
  });
}

/** Writes all of a sheet but its names, which belong to the workbook. */
export async function writeSheet(
  workbook: Workbook,
  from: WritableSheet,
  inFile: InFile,
): Promise<Worksheet> {
  const { name, state, styles } = from;
  const hidden = state.veryHidden ? "veryHidden" : "hidden";
  const sheet = workbook.addWorksheet(name, { state: state.visible ? "visible" : hidden });
  writeCells(sheet, from);
  writeLines(sheet, from, styles.length);
  for (const merge of state.merges) sheet.mergeCellsWithoutStyle(fileAddress(merge));
  writeValidations(sheet, state.validations, inFile);
  writeHighlights(sheet, state.highlights, inFile);
  await writeSetup(sheet, state);
  return sheet;
}

/** As large as the screens of most. */
export const WINDOW = {
  x: 0,
  y: 0,
  width: 24000,
  height: 14000,
  firstSheet: 0,
  visibility: "visible",
} as const;
