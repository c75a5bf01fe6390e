/** What a cell shows. */
export const shown = (sheet: string, address: string): Promise<unknown> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("values");
    await context.sync();
    return range.values[0]![0] as unknown;
  });

export const put = (sheet: string, address: string, content: unknown): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[content]];
    await context.sync();
  });

/** Types into the row of a key, under a header, of one of the plan's sheets, as a person does. */
export const onPlanSheet = (sheet: string, key: string, header: string, content: unknown): Promise<void> =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("values");
    await context.sync();
    const row = used.values.findIndex(([first]) => first === key);
    const column = used.values.find((cells) => cells.includes(header))!.indexOf(header);
    used.getCell(row, column).formulas = [[content]];
    await context.sync();
  });

export const sheetNames = (): Promise<string[]> =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });
