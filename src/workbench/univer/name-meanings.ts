import type { Injector, Nullable } from "@univerjs/core";
import { IFormulaCurrentConfigService, IOtherFormulaManagerService } from "@univerjs/engine-formula";
import type { SheetInfo } from "../engine/engine";
import { expandNames, type NameMeaning } from "../engine/expand-names";
import { mapReferences } from "../engine/references";

/** What it takes to know what names mean. */
export interface NamedBook {
  unitId: string;
  sheets(): SheetInfo[];
  names(sheet?: string): ReadonlyMap<string, string>;
}

const UNKNOWN = "#NAME?";
const LOST = "#REF!";

const lower = (names: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...names].map(([name, formula]) => [name.toLowerCase(), formula.slice(1)]));

/** For a round of calculation: what a formula on a sheet says without names, and with an error for a sheet that is gone. */
function reader(book: NamedBook): (formula: string, sheet: string) => string {
  const sheets = book.sheets();
  const workbook = lower(book.names());
  const own = new Map(sheets.map(({ id }) => [id, lower(book.names(id))]));
  const all = new Set([workbook, ...own.values()].flatMap((names) => [...names.keys()]));
  const idOf = (name: string): string | undefined =>
    sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id;

  /** @param within names that are being replaced: one that stands for itself stands for nothing */
  const meaningOn =
    (sheet: string, within: string[]): NameMeaning =>
    (name, said) => {
      const key = name.toLowerCase();
      if (!all.has(key)) return null;
      const from = said === null ? sheet : (idOf(said) ?? sheet);
      const formula = own.get(from)?.get(key) ?? workbook.get(key);
      if (formula === undefined || within.includes(key)) return UNKNOWN;
      return expandNames(formula, meaningOn(from, [...within, key]));
    };
  const withSheets = (formula: string): string =>
    formula.includes("!")
      ? mapReferences(formula, (one) => (one.sheet === null || idOf(one.sheet) ? one : null), LOST)
      : formula;
  return (formula, sheet) =>
    withSheets(all.size === 0 ? formula : expandNames(formula, meaningOn(sheet, [])));
}

/** As Univer keeps formulas: unit → sheet → what holds them, in any depth. */
type Formulas<Sheet> = Record<string, Nullable<Record<string, Nullable<Sheet>>>>;

/** @param tree objects in objects; those that hold a formula hold it as `f` */
function mapFormulas<T extends object>(tree: T, change: (formula: string) => string): T {
  if ("f" in tree) return typeof tree.f === "string" ? { ...tree, f: change(tree.f) } : tree;
  const entries = Object.entries(tree).map(([key, value]: [string, object | null]) => [
    key,
    value && mapFormulas(value, change),
  ]);
  return Object.fromEntries(entries) as T;
}

function withoutNames<Sheet extends object>(formulas: Formulas<Sheet>, book: NamedBook): Formulas<Sheet> {
  const read = reader(book);
  const sheets = formulas[book.unitId];
  if (!sheets) return formulas;
  const expanded = Object.entries(sheets).map(([sheet, tree]) => [
    sheet,
    tree && mapFormulas(tree, (formula) => read(formula, sheet)),
  ]);
  return { ...formulas, [book.unitId]: Object.fromEntries(expanded) as Record<string, Sheet> };
}

/**
 * Univer has one meaning for a name in all sheets, and goes on with the old one when it changes. So formulas are
 * calculated with what their names stand for in place of the names. What it makes of a sheet that is gone depends on
 * what it saw before; in Excel that is #REF!.
 */
export function replaceNames(injector: Injector, book: NamedBook): void {
  const current = injector.get(IFormulaCurrentConfigService);
  const cells = current.getFormulaData.bind(current);
  current.getFormulaData = () => withoutNames(cells(), book);
  const others = injector.get(IOtherFormulaManagerService);
  const rules = others.getOtherFormulaData.bind(others);
  others.getOtherFormulaData = () => withoutNames(rules(), book);
}
