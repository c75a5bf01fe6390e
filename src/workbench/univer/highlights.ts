import { BooleanNumber, type Injector, type IStyleBase, type Workbook } from "@univerjs/core";
import {
  FormulaDependencyTreeType,
  FormulaDependencyTreeVirtual,
  RegisterOtherFormulaService,
} from "@univerjs/engine-formula";
import {
  ConditionalFormattingFormulaService,
  ConditionalFormattingService,
} from "@univerjs/sheets-conditional-formatting";
import type { CellStyle } from "../engine/engine";

/**
 * Univer counts the formulas of a highlight's cells from the cell before A1, so that they seem to stand in cells of the
 * sheet; what reads those cells then seems to depend on the highlight, and all that it looks at seems circular and is
 * calculated out of order. A highlight's formula stands in no cell.
 */
const NOWHERE = -1;
for (const place of ["row", "column"] as const) {
  const { prototype } = FormulaDependencyTreeVirtual;
  const own = Object.getOwnPropertyDescriptor(prototype, place)!;
  Object.defineProperty(prototype, place, {
    get(this: FormulaDependencyTreeVirtual): number {
      return this.type === FormulaDependencyTreeType.OTHER_FORMULA
        ? NOWHERE
        : (own.get!.call(this) as number);
    },
  });
}

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
