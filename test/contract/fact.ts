/** What a fact gets: an empty sheet of its own and the context of one Excel.run. It may use nothing else but `Excel`. */
export type Run = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>;

/** Something that Microsoft's documentation says of Excel. */
export interface Fact {
  fact: string;
  /** the page that says so */
  source: string;
  run: Run;
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
  limits:
    "https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3",
  rename: "https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9",
  isFunctions: "https://support.microsoft.com/office/is-functions-0f2d7971-6019-40a0-a171-f2d869135665",
  names: "https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1",
} as const;

/** What came of a run, as plain data, so that it can cross from a page to the test. */
export interface Outcome {
  value?: unknown;
  code?: string;
}

/** Runs on a fresh sheet, which goes again afterwards. Uses nothing from outside, so that a page can run its text. */
export async function outcomeOf(run: Run): Promise<Outcome> {
  const name = "事实 1";
  try {
    return await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(name);
      await context.sync();
      return { value: await run(sheet, context) };
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
