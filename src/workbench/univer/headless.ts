import { IUniverInstanceService, LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import { FIRST_SIZE, UniverEngine } from "./univer-engine";

export const EMPTY_WORKBOOK = {
  id: "workbook",
  name: "工作簿1",
  sheetOrder: ["sheet-0"],
  sheets: { "sheet-0": { id: "sheet-0", name: "Sheet1", ...FIRST_SIZE } },
};

let made = 0;

/** A workbook with one empty sheet, calculating without any page. */
export function createHeadlessEngine(): UniverEngine {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  const api = FUniver.newAPI(univer);
  // Univer works on the object itself, and keeps formulas that it has read by the workbook's id
  const id = `workbook-${++made}`;
  api.createWorkbook({ ...structuredClone(EMPTY_WORKBOOK), id });
  const injector = univer.__getInjector();
  // undo is of the workbook that has the focus
  injector.get(IUniverInstanceService).focusUnit(id);
  return new UniverEngine(api, injector);
}
