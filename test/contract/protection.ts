import { type Fact, PAGES } from "./fact";

/** What a protected sheet refuses. */
export const PROTECTION: Fact[] = [
  {
    fact: "every cell is locked until it is unlocked",
    source: PAGES.formatProtection,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1").load("format/protection/locked");
      await context.sync();
      return range.format.protection.locked;
    },
    gives: true,
  },
  {
    fact: "a locked cell of a protected sheet refuses to be written",
    source: PAGES.protection,
    run: async (sheet, context) => {
      sheet.protection.protect();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
    },
    fails: "AccessDenied",
  },
  {
    fact: "an unlocked cell of a protected sheet can be written",
    source: PAGES.formatProtection,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.format.protection.locked = false;
      sheet.protection.protect();
      range.values = [[1]];
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [[1]],
  },
  {
    fact: "a protected sheet can still be read",
    source: PAGES.protection,
    run: async (sheet, context) => {
      sheet.getRange("A1").values = [[3]];
      sheet.protection.protect();
      const range = sheet.getRange("A1").load("values");
      sheet.protection.load("protected");
      await context.sync();
      return [range.values, sheet.protection.protected];
    },
    gives: [[[3]], true],
  },
  {
    fact: "protecting a protected sheet fails",
    source: PAGES.protection,
    run: async (sheet, context) => {
      sheet.protection.protect();
      await context.sync();
      sheet.protection.protect();
      await context.sync();
    },
    fails: "AccessDenied",
  },
  {
    fact: "a wrong password does not take the protection off",
    source: PAGES.protection,
    run: async (sheet, context) => {
      sheet.protection.protect({}, "一");
      sheet.protection.unprotect("二");
      await context.sync();
    },
    fails: "AccessDenied",
  },
  {
    fact: "the right password does",
    source: PAGES.protection,
    run: async (sheet, context) => {
      sheet.protection.protect({}, "一");
      sheet.protection.unprotect("一");
      sheet.protection.load("protected");
      await context.sync();
      return sheet.protection.protected;
    },
    gives: false,
  },
  {
    fact: "protection forbids formatting cells unless it is allowed",
    source: PAGES.protectionOptions,
    run: async (sheet, context) => {
      sheet.protection.protect({ allowFormatColumns: true });
      sheet.getRange("A1").format.fill.color = "#FF0000";
      await context.sync();
    },
    fails: "AccessDenied",
  },
  {
    fact: "protection that allows formatting columns allows their widths",
    source: PAGES.protectionOptions,
    run: async (sheet, context) => {
      sheet.protection.protect({ allowFormatColumns: true });
      const range = sheet.getRange("A1");
      range.format.columnWidth = 90;
      range.load("format/columnWidth");
      await context.sync();
      return range.format.columnWidth;
    },
    gives: 90,
  },
  {
    fact: "options that were not given are not allowed, and the password is not told",
    source: PAGES.protectionOptions,
    run: async (sheet, context) => {
      sheet.protection.protect({ allowFormatRows: true }, "一");
      sheet.protection.load("options");
      await context.sync();
      const { allowFormatRows, allowSort, selectionMode } = sheet.protection.options;
      return [allowFormatRows, allowSort, selectionMode, "password" in sheet.protection.options];
    },
    gives: [true, false, "Normal", false],
  },
];
