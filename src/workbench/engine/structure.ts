import { MAX_COLUMNS, type SpreadsheetEngine } from "./engine";
import { mapReferences } from "./references";
import { restore, restoreSheet } from "./restore";
import { type Shift, shifted } from "./shift";
import { BLANK, type SheetSnapshot, takeSheet, takeSnapshot } from "./snapshot";

/** Inserts or deletes cells by writing what is different afterwards: any engine can do it so. */
export function shiftCells(engine: SpreadsheetEngine, sheet: string, shift: Shift): void {
  const before = takeSnapshot(engine);
  // nobody sizes the last one
  const usualWidth = engine.columnWidth(sheet, MAX_COLUMNS - 1);
  restore(engine, before, shifted(before, sheet, shift, usualWidth));
}

/** A reference that names the sheet itself means the copy there, as in Excel. */
function renamed(sheet: SheetSnapshot, id: string, name: string): SheetSnapshot {
  const formulaOf = (formula: string): string =>
    mapReferences(formula, (reference) =>
      reference.sheet?.toLowerCase() === sheet.name.toLowerCase() ? { ...reference, sheet: name } : reference,
    );
  const { highlights } = sheet.state;
  return {
    ...sheet,
    id,
    name,
    cells: sheet.cells.map((row) =>
      row.map((cell) => (cell?.formula ? { ...cell, formula: formulaOf(cell.formula) } : cell)),
    ),
    state: {
      ...sheet.state,
      highlights: highlights.map((rule, i) => ({
        ...rule,
        id: `${id}-h${i}`,
        formula: formulaOf(rule.formula),
      })),
    },
  };
}

/** Writes all that a sheet holds on a blank one. */
export function fillCopy(engine: SpreadsheetEngine, from: string, to: { id: string; name: string }): void {
  const source = engine.sheets().find(({ id }) => id === from)!;
  restoreSheet(engine, BLANK, renamed(takeSheet(engine, source), to.id, to.name));
}
