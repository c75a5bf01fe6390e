import { BooleanNumber, type Injector, type IStyleBase, type Workbook } from "@univerjs/core";
import { RegisterOtherFormulaService } from "@univerjs/engine-formula";
import {
  ConditionalFormattingFormulaService,
  ConditionalFormattingService,
} from "@univerjs/sheets-conditional-formatting";
import type { CellStyle } from "../engine/engine";

/**
 * In one round with the values, Univer judges some highlights by values that are about to change; so they are judged
 * again. False when there are none.
 */
export function judgeHighlights(injector: Injector, book: Workbook): boolean {
  const formulas = injector.get(ConditionalFormattingFormulaService);
  const registered = injector.get(RegisterOtherFormulaService);
  const unit = book.getUnitId();
  const known = book
    .getSheets()
    .flatMap((sheet) => formulas.getSubUnitFormulaMap(unit, sheet.getSheetId())?.getValues() ?? []);
  for (const { subUnitId, formulaId } of known) registered.markFormulaDirty(unit, subUnitId, formulaId);
  return known.length > 0;
}

const styleOf = ({ bg, cl, bl }: Pick<IStyleBase, "bg" | "cl" | "bl">): CellStyle => ({
  ...(bg?.rgb && { fill: bg.rgb }),
  ...(cl?.rgb && { fontColor: cl.rgb }),
  ...(bl !== undefined && { bold: bl === BooleanNumber.TRUE }),
});

/** What the highlights that hold show over a cell's own style. */
export function highlightAt(
  injector: Injector,
  unit: string,
  sheet: string,
): (row: number, column: number) => CellStyle {
  const highlights = injector.get(ConditionalFormattingService);
  return (row, column) => styleOf(highlights.composeStyle(unit, sheet, row, column)?.style ?? {});
}
