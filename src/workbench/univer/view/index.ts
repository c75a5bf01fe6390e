import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import {
  DumbCanvasColorService,
  ICanvasColorService,
  UniverRenderEnginePlugin,
} from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsDataValidationUIPlugin } from "@univerjs/sheets-data-validation-ui";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import { UniverUIPlugin } from "@univerjs/ui";
import "@univerjs/design/lib/index.css";
import "@univerjs/ui/lib/index.css";
import "@univerjs/docs-ui/lib/index.css";
import "@univerjs/sheets-ui/lib/index.css";
import "@univerjs/sheets-formula-ui/lib/index.css";
import "@univerjs/sheets-numfmt-ui/lib/index.css";
import "@univerjs/sheets-data-validation-ui/lib/index.css";
import "@univerjs/sheets-conditional-formatting-ui/lib/index.css";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import type { MountView } from "../../engine/view";
import { EMPTY_WORKBOOK } from "../headless";
import { drawCharts } from "./charts";
import { CHINESE } from "./chinese";
import { followTheme } from "./dark";
import { keepListsOpen } from "./lists";
import { guardLockedCells } from "./locked-cells";
import { describeFunctions } from "./function-help";
import { drawSheetToolbar } from "./sheet-toolbar";
import { nameInChinese } from "./names";
import { ShownEngine } from "./shown-engine";

/** Univer, drawn into the page. */
export const mount: MountView = ({ cells, toolbar }) => {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: CHINESE },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container: cells, toolbar: false });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, {
    // a search box would take what is typed into the cell
    showSearchOnDropdown: false,
    showEditOnDropdown: false,
  });
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  const injector = univer.__getInjector();
  const api = FUniver.newAPI(univer);
  // cells keep their colours in dark mode, as Excel's do: inverted, yellow and red could hardly be told from black
  injector.replace([ICanvasColorService, { useClass: DumbCanvasColorService }]);
  api.createWorkbook(EMPTY_WORKBOOK);
  const engine = new ShownEngine(api, injector);
  guardLockedCells(api, injector, engine);
  keepListsOpen(api);
  followTheme(api, injector);
  drawCharts(api, injector, engine);
  const show = drawSheetToolbar(toolbar, injector);
  nameInChinese(document.body, toolbar, injector);
  return {
    engine,
    focus: () => engine.focus(),
    showToolbar: (part) => show(`ribbon.${part}`),
    describeFunctions: (functions, namespace) => describeFunctions(injector, functions, namespace),
  };
};
