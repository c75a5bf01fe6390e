import { type Fact, PAGES } from "./fact";

/** Protection, validation, conditional formats, merges, formats, panes and page. */
export const RULES: Fact[] = [
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
  {
    fact: "cells without validation have type None",
    source: PAGES.validationType,
    run: async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A1:B2");
      dataValidation.load("type");
      await context.sync();
      return dataValidation.type;
    },
    gives: "None",
  },
  {
    fact: "whole numbers, decimals and lists have their types",
    source: PAGES.validationType,
    run: async (sheet, context) => {
      const rules = [
        { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" as const } },
        { decimal: { formula1: 0, formula2: 100, operator: "Between" as const } },
        { list: { inCellDropDown: true, source: "未启动,推进中" } },
      ];
      const cells = rules.map((rule, i) => {
        const { dataValidation } = sheet.getCell(i, 0);
        dataValidation.rule = rule;
        return dataValidation.load("type");
      });
      await context.sync();
      return cells.map(({ type }) => type);
    },
    gives: ["WholeNumber", "Decimal", "List"],
  },
  {
    fact: "different rules on different cells are Inconsistent",
    source: PAGES.validationType,
    run: async (sheet, context) => {
      sheet.getRange("A1").dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      sheet.getRange("A2").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      const { dataValidation } = sheet.getRange("A1:A2");
      dataValidation.load("type");
      await context.sync();
      return dataValidation.type;
    },
    gives: "Inconsistent",
  },
  {
    fact: "a rule on some cells only is MixedCriteria",
    source: PAGES.validationType,
    run: async (sheet, context) => {
      sheet.getRange("A1").dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      const { dataValidation } = sheet.getRange("A1:A2");
      dataValidation.load("type");
      await context.sync();
      return dataValidation.type;
    },
    gives: "MixedCriteria",
  },
  {
    fact: "a list's source reads back as written",
    source: PAGES.validation,
    run: async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A1");
      dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙" } };
      dataValidation.load("rule");
      await context.sync();
      return dataValidation.rule.list?.source;
    },
    gives: "甲,乙",
  },
  {
    fact: "clearing takes the validation off",
    source: PAGES.validation,
    run: async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A1:A3");
      dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙" } };
      sheet.getRange("A1:A3").dataValidation.clear();
      dataValidation.load("type");
      await context.sync();
      return dataValidation.type;
    },
    gives: "None",
  },
  {
    fact: "clearing part of a validated range leaves the rest",
    source: PAGES.validation,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙" } };
      sheet.getRange("A2").dataValidation.clear();
      const cells = [0, 1, 2].map((row) => sheet.getCell(row, 0).dataValidation.load("type"));
      await context.sync();
      return cells.map(({ type }) => type);
    },
    gives: ["List", "None", "List"],
  },
  {
    fact: "prompt and error text read back as written",
    source: PAGES.validationPrompt,
    run: async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A1");
      dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      dataValidation.prompt = { showPrompt: true, title: "填报", message: "请填整数" };
      dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "有误", message: "不是整数" };
      dataValidation.load("prompt,errorAlert");
      await context.sync();
      return [
        dataValidation.prompt.message,
        dataValidation.errorAlert.style,
        dataValidation.errorAlert.title,
      ];
    },
    gives: ["请填整数", "Stop", "有误"],
  },
  {
    fact: "validation lets blanks pass by default",
    source: PAGES.validation,
    run: async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A1");
      dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      dataValidation.load("ignoreBlanks");
      await context.sync();
      return dataValidation.ignoreBlanks;
    },
    gives: true,
  },
  {
    fact: "validation does not stop what an add-in writes",
    source: PAGES.validation,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      range.values = [["甲"]];
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [["甲"]],
  },
  {
    fact: "a new conditional format is put on top",
    source: PAGES.conditionalFormats,
    run: async (sheet, context) => {
      const formats = sheet.getRange("A1:A9").conditionalFormats;
      for (const formula of ["=$A1>1", "=$A1>2", "=$A1>3"])
        formats.add("Custom").custom.rule.formula = formula;
      formats.load("items/priority,items/custom/rule/formula");
      await context.sync();
      return formats.items.map((format) => [format.priority, format.custom.rule.formula]);
    },
    gives: [
      [0, "=$A1>3"],
      [1, "=$A1>2"],
      [2, "=$A1>1"],
    ],
  },
  {
    fact: "conditional formats are counted and found from zero, in order of priority",
    source: PAGES.conditionalFormats,
    run: async (sheet, context) => {
      const formats = sheet.getRange("A1").conditionalFormats;
      formats.add("Custom").custom.rule.formula = "=$A1>1";
      formats.add("Custom").custom.rule.formula = "=$A1>2";
      const count = formats.getCount();
      const top = formats.getItemAt(0).load("type,custom/rule/formula");
      await context.sync();
      return [count.value, top.type, top.custom.rule.formula];
    },
    gives: [2, "Custom", "=$A1>2"],
  },
  {
    fact: "a conditional format is found by its id after another was put on top",
    source: PAGES.conditionalFormat,
    run: async (sheet, context) => {
      const formats = sheet.getRange("A1").conditionalFormats;
      const first = formats.add("Custom").load("id");
      first.custom.rule.formula = "=$A1>1";
      await context.sync();
      const again = sheet.getRange("A1").conditionalFormats;
      again.add("Custom").custom.rule.formula = "=$A1>2";
      const found = again.getItem(first.id).load("priority,custom/rule/formula");
      await context.sync();
      return [found.priority, found.custom.rule.formula];
    },
    gives: [1, "=$A1>1"],
  },
  {
    fact: "a deleted conditional format is gone, the others move up",
    source: PAGES.conditionalFormat,
    run: async (sheet, context) => {
      const formats = sheet.getRange("A1").conditionalFormats;
      formats.add("Custom").custom.rule.formula = "=$A1>1";
      formats.add("Custom").custom.rule.formula = "=$A1>2";
      formats.getItemAt(0).delete();
      formats.load("items/priority,items/custom/rule/formula");
      await context.sync();
      return formats.items.map((format) => [format.priority, format.custom.rule.formula]);
    },
    gives: [[0, "=$A1>1"]],
  },
  {
    fact: "clearing conditional formats of a range leaves the others of the sheet",
    source: PAGES.conditionalFormats,
    run: async (sheet, context) => {
      sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=$A1>1";
      sheet.getRange("C1").conditionalFormats.add("Custom").custom.rule.formula = "=$C1>1";
      sheet.getRange("A1:B9").conditionalFormats.clearAll();
      const count = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      return count.value;
    },
    gives: 1,
  },
  {
    fact: "a merged region shows its top left value only",
    source: PAGES.range,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      range.merge();
      range.unmerge();
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      [1, ""],
      ["", ""],
    ],
  },
  {
    fact: "merging across merges each row by itself",
    source: PAGES.range,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      range.merge(true);
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      [1, ""],
      [3, ""],
    ],
  },
  {
    fact: "a format that all cells share is that format, one that differs is null",
    source: PAGES.blankAndNull,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.format.font.size = 12;
      sheet.getRange("A1").format.font.color = "#FF0000";
      sheet.getRange("B1").format.font.color = "#00FF00";
      range.load("format/font/size,format/font/color");
      await context.sync();
      return [range.format.font.size, range.format.font.color];
    },
    gives: [12, null],
  },
  {
    fact: "widths and heights are points, and null where they differ",
    source: PAGES.rangeFormat,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.format.rowHeight = 30;
      sheet.getRange("A1").format.columnWidth = 60;
      sheet.getRange("B1").format.columnWidth = 90;
      range.load("format/rowHeight,format/columnWidth");
      await context.sync();
      return [range.format.rowHeight, range.format.columnWidth];
    },
    gives: [30, null],
  },
  {
    fact: "alignment is General until it is set",
    source: PAGES.rangeFormat,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1").load("format/horizontalAlignment,format/wrapText");
      await context.sync();
      return [range.format.horizontalAlignment, range.format.wrapText];
    },
    gives: ["General", false],
  },
  {
    fact: "frozen rows are the location of the frozen panes",
    source: PAGES.freeze,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      sheet.freezePanes.freezeRows(3);
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("rowCount,rowIndex");
      await context.sync();
      return [none.isNullObject, frozen.rowIndex, frozen.rowCount];
    },
    gives: [true, 0, 3],
  },
  {
    fact: "a sheet without a print area has a null object for it",
    source: PAGES.pageLayout,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const none = sheet.pageLayout.getPrintAreaOrNullObject();
      await context.sync();
      sheet.pageLayout.setPrintArea("A1:C9");
      const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
      await context.sync();
      return [none.isNullObject, area.address];
    },
    gives: [true, "Data!A1:C9"],
  },
  {
    fact: "page orientation is portrait until it is set",
    source: PAGES.pageLayout,
    run: async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.load("orientation");
      await context.sync();
      const before = pageLayout.orientation;
      pageLayout.orientation = "Landscape";
      pageLayout.load("orientation");
      await context.sync();
      return [before, pageLayout.orientation];
    },
    gives: ["Portrait", "Landscape"],
  },
  {
    fact: "gridlines show until they are turned off",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.load("showGridlines");
      await context.sync();
      const before = sheet.showGridlines;
      sheet.showGridlines = false;
      sheet.load("showGridlines");
      await context.sync();
      return [before, sheet.showGridlines];
    },
    gives: [true, false],
  },
];
