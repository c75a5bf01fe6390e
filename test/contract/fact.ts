/**
 * What a fact gets: an empty sheet of its own, the context of one Excel.run, what the fact says is given, and a way to
 * do what it says is done to the sheet. It may use nothing else but `Excel`.
 */
export type Run = (
  sheet: Excel.Worksheet,
  context: Excel.RequestContext,
  given: never,
  act: () => void,
) => Promise<unknown>;

/** Something that Microsoft's documentation says of Excel. */
export interface Fact {
  fact: string;
  /** the page that says so */
  source: string;
  run: Run;
  /** plain data for the run */
  given?: unknown;
  /** cells that come or go, such as `insert 3:4 Down` and `delete B2 Left` */
  acts?: string[];
  /** what it gives, or the code with which it fails */
  gives?: unknown;
  fails?: string;
  /** needs a calculating engine */
  calculates?: boolean;
  /** why it does not hold on Univer */
  notOnUniver?: string;
}

const LEARN = "https://learn.microsoft.com";
const ADD_INS = `${LEARN}/office/dev/add-ins`;
const API = `${LEARN}/javascript/api/excel`;

export const PAGES = {
  blankAndNull: `${ADD_INS}/excel/excel-add-ins-blank-null-values`,
  model: `${ADD_INS}/develop/application-specific-api-model`,
  errors: `${ADD_INS}/testing/application-specific-api-error-handling`,
  copyPaste: `${ADD_INS}/excel/excel-add-ins-ranges-cut-copy-paste`,
  worksheets: `${ADD_INS}/excel/excel-add-ins-worksheets`,
  setGet: `${ADD_INS}/excel/excel-add-ins-ranges-set-get-values`,
  conditional: `${ADD_INS}/excel/excel-add-ins-conditional-formatting`,
  clear: `${ADD_INS}/excel/excel-add-ins-ranges-clear-delete`,
  range: `${API}/excel.range`,
  rangeFormat: `${API}/excel.rangeformat`,
  worksheet: `${API}/excel.worksheet`,
  worksheetCollection: `${API}/excel.worksheetcollection`,
  protection: `${API}/excel.worksheetprotection`,
  protectionOptions: `${API}/excel.worksheetprotectionoptions`,
  formatProtection: `${API}/excel.formatprotection`,
  namedItem: `${API}/excel.nameditem`,
  namedItems: `${API}/excel.nameditemcollection`,
  validation: `${API}/excel.datavalidation`,
  validationType: `${API}/excel.datavalidationtype`,
  validationPrompt: `${API}/excel.datavalidationprompt`,
  conditionalFormat: `${API}/excel.conditionalformat`,
  conditionalFormats: `${API}/excel.conditionalformatcollection`,
  freeze: `${API}/excel.worksheetfreezepanes`,
  pageLayout: `${API}/excel.pagelayout`,
  valueType: `${API}/excel.rangevaluetype`,
  charts: `${ADD_INS}/excel/excel-add-ins-charts`,
  chart: `${API}/excel.chart`,
  chartCollection: `${API}/excel.chartcollection`,
  chartSeriesBy: `${API}/excel.chartseriesby`,
  chartSeries: `${API}/excel.chartseries`,
  chartSeriesCollection: `${API}/excel.chartseriescollection`,
  chartTitle: `${API}/excel.charttitle`,
  chartLegend: `${API}/excel.chartlegend`,
  chartAxis: `${API}/excel.chartaxis`,
  chartAxisTitle: `${API}/excel.chartaxistitle`,
  chartDataLabels: `${API}/excel.chartdatalabels`,
  chartLine: `${API}/excel.chartlineformat`,
  limits:
    "https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3",
  rename: "https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9",
  isFunctions: "https://support.microsoft.com/office/is-functions-0f2d7971-6019-40a0-a171-f2d869135665",
  insertDelete:
    "https://support.microsoft.com/office/insert-or-delete-rows-and-columns-6f40e6e4-85af-45e0-b39d-65dd504a3246",
  mergedAreas: `${API}/excel.range#excel-excel-range-getmergedareasornullobject-member(1)`,
  vbaInsert: `${LEARN}/office/vba/api/excel.range.insert`,
  protectSheet:
    "https://support.microsoft.com/office/protect-a-worksheet-3179efdb-1285-4d49-a9c3-f4ca36276de6",
  names: "https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1",
} as const;

/** What came of a run, as plain data, so that it can cross from a page to the test. */
export interface Outcome {
  value?: unknown;
  code?: string;
}

/** Runs on a fresh sheet, which goes again afterwards. Uses nothing from outside, so that a page can run its text. */
export async function outcomeOf(run: Run, given?: unknown, acts: string[] = []): Promise<Outcome> {
  const name = "事实 1";
  try {
    return await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(name);
      await context.sync();
      const act = (): void => {
        for (const [verb, address, shift] of acts.map((text) => text.split(" ")))
          if (verb === "insert") sheet.getRange(address).insert(shift as "Down");
          else sheet.getRange(address).delete(shift as "Up");
      };
      return { value: await run(sheet, context, given as never, act) };
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { code: code ?? message };
  } finally {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      const names = context.workbook.names.load("items/name");
      await context.sync();
      sheets.items.filter((sheet) => sheet.name !== "Sheet1").forEach((sheet) => sheet.delete());
      names.items.forEach((item) => item.delete());
      await context.sync();
    });
  }
}
