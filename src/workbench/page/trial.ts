import { readForm, FORM_SHEET } from "../../sheets";
import { isPlainNumber, plan } from "../../plan";

/** What 试填 needs of the pane's window: its own Excel. */
export interface OfficeRealm {
  Excel: typeof Excel;
}

/** Three years in, growth indicators that stand still lag. */
const PERIOD = `${plan.baselineYear + 3}年`;

/** Sets 报告期 and types the plan's own baseline figures as 本期值, where the plan prints a plain number. */
export async function fillTrial({ Excel }: OfficeRealm): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    const used = sheet.getUsedRange().load("rowIndex,columnIndex,values,formulas");
    await context.sync();
    const grid = {
      row: used.rowIndex,
      column: used.columnIndex,
      values: used.values,
      formulas: used.formulas,
    };
    const form = readForm(grid, plan);
    if (!form) throw new Error("no form");
    sheet.getRange(form.periodAddress).values = [[PERIOD]];
    for (const { indicator, cells } of form.rows)
      if (isPlainNumber(indicator.baseline.text))
        sheet.getRange(cells.actual.address).values = [[Number(indicator.baseline.text)]];
    sheet.activate();
    await context.sync();
  });
}
