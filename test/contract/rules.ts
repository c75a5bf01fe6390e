import { type Fact, PAGES } from "./fact";

/** Data validation and conditional formats. */
export const RULES: Fact[] = [
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
    fact: "whole numbers, decimals, dates and lists have their types",
    source: PAGES.validationType,
    run: async (sheet, context) => {
      const rules = [
        { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" as const } },
        { decimal: { formula1: 0, formula2: 100, operator: "Between" as const } },
        { date: { formula1: "2000-01-01", operator: "GreaterThan" as const } },
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
    gives: ["WholeNumber", "Decimal", "Date", "List"],
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
];
