import { MAX_COLUMNS, type SheetInfo, type SpreadsheetEngine } from "./engine";
import { mapReferences } from "./references";
import { restore, restoreSheet } from "./restore";
import { type Shift, shifted } from "./shift";
import { BLANK, type NameSnapshot, type SheetSnapshot, takeSheet, takeSnapshot } from "./snapshot";

/** Inserts or deletes cells by writing what is different afterwards: any engine can do it so. */
export function shiftCells(engine: SpreadsheetEngine, sheet: string, shift: Shift): void {
  const before = takeSnapshot(engine);
  // nobody sizes the last one
  const usualWidth = engine.columnWidth(sheet, MAX_COLUMNS - 1);
  restore(engine, before, shifted(before, sheet, shift, usualWidth));
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const refersTo = (formula: string, sheet: string): boolean => {
  let found = false;
  mapReferences(formula, (reference) => {
    found ||= isSame(reference.sheet ?? "", sheet);
    return reference;
  });
  return found;
};

/** The names that a copy of the sheet has for itself: the sheet's own, and the workbook's that refer to it. */
function namesOfCopy(engine: SpreadsheetEngine, { name: sheet, names = [] }: SheetSnapshot): NameSnapshot[] {
  const twins = [...engine.names()].filter(
    ([name, formula]) => refersTo(formula, sheet) && !names.some(([own]) => isSame(own, name)),
  );
  return [...names, ...twins];
}

/** A sheet with the names of its copy. */
function copied(engine: SpreadsheetEngine, id: string): SheetSnapshot {
  const sheet = takeSheet(
    engine,
    engine.sheets().find((info) => info.id === id)!,
  );
  return { ...sheet, names: namesOfCopy(engine, sheet) };
}

/** A reference that names the sheet itself means the copy there, as in Excel. */
function renamed(sheet: SheetSnapshot, id: string, name: string): SheetSnapshot {
  const formulaOf = (formula: string): string =>
    mapReferences(formula, (reference) =>
      isSame(reference.sheet ?? "", sheet.name) ? { ...reference, sheet: name } : reference,
    );
  const { highlights } = sheet.state;
  return {
    ...sheet,
    id,
    name,
    names: sheet.names?.map(([own, formula]) => [own, formulaOf(formula)]),
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

/** Gives a copy that is there the names that a copy has for itself. */
export function nameCopy(engine: SpreadsheetEngine, from: string, to: SheetInfo): void {
  const { names } = renamed(copied(engine, from), to.id, to.name);
  for (const [name, formula] of names ?? []) engine.setName(name, formula, to.id);
}

/** Writes all that a sheet holds on a blank one. */
export function fillCopy(engine: SpreadsheetEngine, from: string, to: SheetInfo): void {
  restoreSheet(engine, BLANK, renamed(copied(engine, from), to.id, to.name));
}
