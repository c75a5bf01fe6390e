import { BooleanNumber, type Injector, type IStyleBase } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { RegisterOtherFormulaService } from "@univerjs/engine-formula";
import {
  ConditionalFormattingFormulaService,
  ConditionalFormattingService,
} from "@univerjs/sheets-conditional-formatting";
import type { CellStyle } from "../engine/engine";

/** In one pass with the values, Univer judges some highlights by values that are about to change; so they are judged again. */
export async function judgeHighlights(api: FUniver, injector: Injector, unit: string): Promise<void> {
  const formulas = injector.get(ConditionalFormattingFormulaService);
  const registered = injector.get(RegisterOtherFormulaService);
  const sheets = api.getActiveWorkbook()!.getSheets();
  const known = sheets.flatMap(
    (sheet) => formulas.getSubUnitFormulaMap(unit, sheet.getSheetId())?.getValues() ?? [],
  );
  for (const { subUnitId, formulaId } of known) registered.markFormulaDirty(unit, subUnitId, formulaId);
  if (known.length > 0) await api.getFormula().onCalculationResultApplied();
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
