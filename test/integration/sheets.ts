import { formPlaces, type Places, taskPlaces } from "../places";

/** Changes a sheet as somebody does who takes the protection off first and puts it on again. */
export const edit = (name: string, change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    change(sheet);
    sheet.protection.protect({ allowFormatColumns: true });
    await context.sync();
  });

/** A sheet of ours in the open workbook, its cells named by what stands in their row and column. */
export function sheetOf(places: Places, name = places.name) {
  const act = <T>(work: (sheet: Excel.Worksheet) => T): Promise<T> =>
    Excel.run(async (context) => {
      const done = work(context.workbook.worksheets.getItem(name));
      await context.sync();
      return done;
    });
  return {
    ...places,
    act,
    unprotected: (work: (sheet: Excel.Worksheet) => void): Promise<void> => edit(name, work),
    /** `type("YL07", "本期值", 48)`; text that begins with an apostrophe stays text */
    type: (key: string | number, header: string, content: unknown): Promise<void> =>
      act((sheet) => void (sheet.getRange(places.cell(key, header)).formulas = [[content]])),
    /** The formula of a cell, or its value where it has none. */
    content: async (key: string | number, header: string): Promise<unknown> =>
      (await act((sheet) => sheet.getRange(places.cell(key, header)).load("formulas"))).formulas[0]![0],
    /** Values of a row, by the columns named. */
    values: async (key: string | number, ...headers: string[]): Promise<unknown[]> => {
      const cells = await act((sheet) =>
        headers.map((header) => sheet.getRange(places.cell(key, header)).load("values")),
      );
      return cells.map(({ values }) => values[0]![0] as unknown);
    },
    select: (key: string | number, header: string): Promise<void> =>
      act((sheet) => void sheet.getRange(places.cell(key, header)).select()),
    isProtected: async (): Promise<boolean> =>
      (await act((sheet) => sheet.protection.load("protected"))).protected,
  };
}

export const form = sheetOf(formPlaces());
export const tasks = sheetOf(taskPlaces());
