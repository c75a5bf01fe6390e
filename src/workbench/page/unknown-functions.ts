import type { SpreadsheetEngine } from "../engine/engine";
import type { WorkbookSnapshot } from "../engine/snapshot";
import { functionsIn } from "../../xlsx/workbook";

/** The functions of a workbook that the spreadsheet does not calculate. */
export function unknownFunctions(
  { sheets }: WorkbookSnapshot,
  engine: Pick<SpreadsheetEngine, "knowsFunction">,
): string[] {
  const formulas = new Set(
    sheets.flatMap(({ cells }) => cells.flatMap((row) => row.flatMap((cell) => cell?.formula ?? []))),
  );
  const called = new Set([...formulas].flatMap(functionsIn));
  return [...called].filter((name) => !engine.knowsFunction(name)).sort();
}
