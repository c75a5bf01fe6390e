import type { CellValue, Workbook, Worksheet } from "@cj-tech-master/excelts";
import { loadXlsx } from "..";
import { type CellContent, type SheetSnapshot, type SheetState, type WorkbookSnapshot } from "../../grid";
import { fileAddress } from "../write/areas";
import { chartSteps } from "../write/charts/parts";
import { writeNames } from "../write/names";
import { WINDOW, type WritableSheet, writeSheet } from "../write/sheet";
import { hasDateFormulas, withDateFormulas } from "../write/validations";
import { type Step, withParts } from "../write/with-parts";
import { isArrayFormula } from "./arrays";
import { DYNAMIC_PARTS, withDynamicArrays } from "./dynamic-arrays";
import { toFileFormula, toFileResult } from "./formulas";
import { withPaperNumber } from "./page";
import { hasOldHash, withOldHash } from "./protection";
import { exportFault, isFormula } from "./writable";

/** Text stays text, however it looks. */
function plainOf({ value, error }: CellContent): CellValue {
  if (typeof value === "number" && !Number.isFinite(value)) return { error: "#NUM!" };
  return (error ? { error: value } : value) as CellValue;
}

/** A formula brings its latest result, which stands until it is calculated anew. */
function valueOf(
  content: CellContent,
  { row, column }: { row: number; column: number },
  namespace: string,
): CellValue {
  const { formula, spill } = content;
  if (!formula) return plainOf(content);
  if (!isFormula(formula)) return formula;
  const inFile = toFileFormula(formula, namespace);
  const result = toFileResult(inFile, plainOf(content));
  const [rows, columns] = [spill?.length ?? 1, spill?.[0]?.length ?? 1];
  if (!isArray(content)) return { formula: inFile, result } as CellValue;
  return {
    formula: inFile,
    result,
    shareType: "array",
    ref: fileAddress({ row, column, rows, columns }),
  } as CellValue;
}

/** What a formula gives into other cells than its own. */
function writeSpills(sheet: Worksheet, { cells }: SheetSnapshot): void {
  cells.forEach((line, row) =>
    line.forEach((content, column) =>
      content?.spill?.forEach((values, r) =>
        values.forEach((value, c) => {
          if (value && r + c > 0) sheet.getCell(row + r + 1, column + c + 1).value = plainOf(value);
        }),
      ),
    ),
  );
}

/** Of a row without text. */
const LEAST_HEIGHT = 15;

async function writeOne(
  workbook: Workbook,
  snapshot: SheetSnapshot,
  namespace: string,
): Promise<WritableSheet> {
  const valueAt = (row: number, column: number): CellValue | undefined => {
    const content = snapshot.cells[row]![column];
    return content ? valueOf(content, { row, column }, namespace) : undefined;
  };
  const state = { ...snapshot.state, page: withPaperNumber(snapshot.state.page) };
  const written = { ...snapshot, state, leastHeight: LEAST_HEIGHT, valueAt };
  const sheet = await writeSheet(workbook, written, (formula) => toFileFormula(formula, namespace));
  writeSpills(sheet, snapshot);
  return written;
}

const isArray = (content: CellContent | null): boolean =>
  Boolean(
    content?.formula && isFormula(content.formula) && (content.spill || isArrayFormula(content.formula)),
  );
const hasArrays = ({ cells }: SheetSnapshot): boolean => cells.some((line) => line.some(isArray));

/** What the library cannot say of a sheet is said in its part. */
const amends = (sheet: SheetSnapshot): boolean =>
  hasOldHash(sheet.state.protection) || hasDateFormulas(sheet.state.validations) || hasArrays(sheet);
const amended = (xml: string, { protection, validations }: SheetState): string =>
  withDynamicArrays(withOldHash(hasDateFormulas(validations) ? withDateFormulas(xml) : xml, protection));

const amendment =
  ({ sheets }: WorkbookSnapshot): Step =>
  (part) => {
    const changed = sheets.flatMap((sheet, i) => {
      const path = `xl/worksheets/sheet${i + 1}.xml`;
      return amends(sheet) ? [[path, amended(part(path)!, sheet.state)]] : [];
    });
    const dynamic = sheets.some(hasArrays)
      ? Object.entries(DYNAMIC_PARTS).map(([path, change]) => [path, change(part(path))])
      : [];
    return Object.fromEntries([...changed, ...dynamic]) as Record<string, string>;
  };

/** What a file says of itself, as far as it is known. */
export interface Properties {
  title?: string;
  creator?: string;
  company?: string;
  created?: Date;
}

/**
 * The workbook as an .xlsx file.
 * @param namespace of the add-in's functions, such as YIZHI
 * @throws Error with a sentence where it cannot be one
 */
export async function writeXlsx(
  snapshot: WorkbookSnapshot,
  namespace: string,
  { creator = "", ...properties }: Properties = {},
): Promise<Uint8Array> {
  const fault = exportFault(snapshot);
  if (fault) throw new Error(fault);
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  Object.assign(workbook, properties, { creator, lastModifiedBy: creator });
  const written: WritableSheet[] = [];
  for (const sheet of snapshot.sheets) written.push(await writeOne(workbook, sheet, namespace));
  const activeTab = snapshot.sheets.findIndex(({ id }) => id === snapshot.active);
  workbook.views = [{ ...WINDOW, activeTab }];
  writeNames(workbook, snapshot, (formula) => toFileFormula(formula, namespace));
  const amendments = snapshot.sheets.some(amends) ? [amendment(snapshot)] : [];
  return withParts(await workbook.xlsx.writeBuffer(), [...amendments, ...chartSteps(written)]);
}
