import { type Fact, PAGES } from "./fact";

/** Proxies: load before read, null objects, errors, the order of a batch. */
export const MODEL: Fact[] = [
  {
    fact: "a property cannot be read before it is loaded",
    source: PAGES.model,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      await context.sync();
      return range.values;
    },
    fails: "PropertyNotLoaded",
  },
  {
    fact: "a property cannot be read between load and sync",
    source: PAGES.model,
    run: async (sheet) => sheet.getRange("A1").load("values").values,
    fails: "PropertyNotLoaded",
  },
  {
    fact: "a property that load does not name stays unread",
    source: PAGES.model,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1").load("values");
      await context.sync();
      return range.text;
    },
    fails: "PropertyNotLoaded",
  },
  {
    fact: "a collection's items cannot be read before they are loaded",
    source: PAGES.model,
    run: async (_sheet, context) => {
      const { worksheets } = context.workbook;
      await context.sync();
      return worksheets.items.length;
    },
    fails: "PropertyNotLoaded",
  },
  {
    fact: "a method's result cannot be read before sync",
    source: PAGES.model,
    run: async (sheet) => sheet.getRange("A1").conditionalFormats.getCount().value,
    fails: "ValueNotLoaded",
  },
  {
    fact: "load without names loads the plain properties",
    source: PAGES.model,
    run: async (sheet, context) => {
      const range = sheet.getRange("B2").load();
      await context.sync();
      return [range.values, range.rowIndex, range.columnCount];
    },
    gives: [[[""]], 1, 1],
  },
  {
    fact: "properties of inner objects are loaded by their path",
    source: PAGES.model,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.format.font.bold = true;
      range.load("format/font/bold");
      await context.sync();
      return range.format.font.bold;
    },
    gives: true,
  },
  {
    fact: "items of a collection are loaded with the properties named",
    source: PAGES.model,
    run: async (sheet, context) => {
      sheet.name = "乙";
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.map(({ name }) => name);
    },
    gives: ["Sheet1", "乙"],
  },
  {
    fact: "an OrNullObject method gives a null object for what is not there",
    source: PAGES.model,
    run: async (_sheet, context) => {
      const none = context.workbook.worksheets.getItemOrNullObject("没有");
      const name = context.workbook.names.getItemOrNullObject("没有");
      await context.sync();
      return [none.isNullObject, name.isNullObject];
    },
    gives: [true, true],
  },
  {
    fact: "what is got from a null object is a null object too",
    source: PAGES.model,
    run: async (_sheet, context) => {
      const range = context.workbook.names.getItemOrNullObject("没有").getRangeOrNullObject();
      const sheet = range.worksheet.load("name");
      await context.sync();
      return [range.isNullObject, sheet.isNullObject];
    },
    gives: [true, true],
  },
  {
    fact: "what is there is no null object",
    source: PAGES.model,
    run: async (_sheet, context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Sheet1").load("name");
      await context.sync();
      return [sheet.isNullObject, sheet.name];
    },
    gives: [false, "Sheet1"],
  },
  {
    fact: "getItem of what is not there fails",
    source: PAGES.errors,
    run: async (_sheet, context) => {
      context.workbook.worksheets.getItem("没有").load("name");
      await context.sync();
    },
    fails: "ItemNotFound",
  },
  {
    fact: "a name that is not there fails likewise",
    source: PAGES.errors,
    run: async (_sheet, context) => {
      context.workbook.names.getItem("没有").load("formula");
      await context.sync();
    },
    fails: "ItemNotFound",
  },
  {
    fact: "an error tells code, message and place",
    source: PAGES.errors,
    run: async (_sheet, context) => {
      context.workbook.worksheets.getItem("没有").load("name");
      try {
        return await context.sync();
      } catch (error) {
        const { code, message, debugInfo } = error as OfficeExtension.Error;
        return [code, message.length > 0, typeof debugInfo.errorLocation];
      }
    },
    gives: ["ItemNotFound", true, "string"],
  },
  {
    fact: "nothing is written before sync",
    source: PAGES.model,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1").load("values");
      await context.sync();
      range.values = [[5]];
      const before = await Excel.run(async (other) => {
        const same = other.workbook.worksheets.getItem("事实 1").getRange("A1").load("values");
        await other.sync();
        return same.values as unknown[][];
      });
      await context.sync();
      range.load("values");
      await context.sync();
      return [before, range.values];
    },
    gives: [[[""]], [[5]]],
  },
  {
    fact: "a batch runs in its order",
    source: PAGES.model,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [[1]];
      const one = sheet.getRange("A1").load("values");
      range.values = [[2]];
      const two = sheet.getRange("A1").load("values");
      await context.sync();
      return [one.values, two.values];
    },
    gives: [[[1]], [[2]]],
  },
];
