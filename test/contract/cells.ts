import { type Fact, PAGES } from "./fact";

/** Values, formulas, text; empty, null and error cells; clearing and copying. */
export const CELLS: Fact[] = [
  {
    fact: "values are rows of columns, read back as written",
    source: PAGES.setGet,
    run: async (sheet, context) => {
      sheet.getRange("B2:C3").values = [
        [1, "甲"],
        [true, -0.5],
      ];
      const range = sheet.getRange("B2:C3").load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      [1, "甲"],
      [true, -0.5],
    ],
  },
  {
    fact: "a single value fills every cell of a range",
    source: PAGES.setGet,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = 7 as never;
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      [7, 7],
      [7, 7],
    ],
  },
  {
    fact: "a matrix of another shape than the range is an invalid argument",
    source: PAGES.errors,
    run: async (sheet, context) => {
      sheet.getRange("A1:B2").values = [[1, 2, 3]];
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "null in a matrix leaves its cell alone",
    source: PAGES.blankAndNull,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1, 2, 3]];
      range.values = [[null, 9, null]];
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [[1, 9, 3]],
  },
  {
    fact: "an empty text written to a cell empties it",
    source: PAGES.blankAndNull,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:A1");
      range.values = [[1]];
      range.values = [[""]];
      range.load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    },
    gives: [[[""]], [["Empty"]]],
  },
  {
    fact: "a cell without data reads as an empty text",
    source: PAGES.blankAndNull,
    run: async (sheet, context) => {
      const range = sheet.getRange("D9").load("values,formulas,text");
      await context.sync();
      return [range.values, range.formulas, range.text];
    },
    gives: [[[""]], [[""]], [[""]]],
  },
  {
    fact: "an empty formula text clears the formula",
    source: PAGES.blankAndNull,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.formulas = [["=1+1"]];
      range.formulas = [[""]];
      range.load("formulas,valueTypes");
      await context.sync();
      return [range.formulas, range.valueTypes];
    },
    gives: [[[""]], [["Empty"]]],
  },
  {
    fact: "a value that starts with an equal sign is a formula",
    source: PAGES.range,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [["=1+2"]];
      range.load("formulas");
      await context.sync();
      return range.formulas;
    },
    gives: [["=1+2"]],
  },
  {
    fact: "values give a formula's result",
    source: PAGES.setGet,
    calculates: true,
    run: async (sheet, context) => {
      sheet.getRange("A1:B1").values = [[4, "=A1*2"]];
      await context.sync();
      const range = sheet.getRange("A1:B1").load("values,formulas");
      await context.sync();
      return [range.values, range.formulas];
    },
    gives: [[[4, 8]], [[4, "=A1*2"]]],
  },
  {
    fact: "a formula follows its input",
    source: PAGES.setGet,
    calculates: true,
    run: async (sheet, context) => {
      sheet.getRange("A1:B1").values = [[4, "=A1*2"]];
      await context.sync();
      sheet.getRange("A1").values = [[5]];
      await context.sync();
      const range = sheet.getRange("B1").load("values");
      await context.sync();
      return range.values;
    },
    gives: [[10]],
  },
  {
    fact: "the formulas of a constant are its value",
    source: PAGES.setGet,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.values = [[12.5, "甲"]];
      range.load("formulas");
      await context.sync();
      return range.formulas;
    },
    gives: [[12.5, "甲"]],
  },
  {
    fact: "text is what the cell shows in its number format",
    source: PAGES.setGet,
    calculates: true,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.numberFormat = [["0.00%", "#,##0.0"]];
      range.values = [[0.5, 1234.56]];
      range.load("text,values");
      await context.sync();
      return [range.text, range.values];
    },
    gives: [[["50.00%", "1,234.6"]], [[0.5, 1234.56]]],
  },
  {
    fact: "text is always text, also of numbers",
    source: PAGES.range,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [[42]];
      range.load("text");
      await context.sync();
      return range.text;
    },
    gives: [["42"]],
  },
  {
    fact: "a cell's number format is General until it is set",
    source: PAGES.range,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1").load("numberFormat");
      await context.sync();
      return range.numberFormat;
    },
    gives: [["General"]],
  },
  {
    fact: "an empty number format sets it back to General",
    source: PAGES.blankAndNull,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.numberFormat = [["0.00"]];
      range.numberFormat = [[""]];
      range.load("numberFormat");
      await context.sync();
      return range.numberFormat;
    },
    gives: [["General"]],
  },
  {
    fact: "null in a matrix of number formats leaves its cell's",
    source: PAGES.blankAndNull,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.numberFormat = [["0.0", "0.00"]];
      range.numberFormat = [[null, "0%"]];
      range.load("numberFormat");
      await context.sync();
      return range.numberFormat;
    },
    gives: [["0.0", "0%"]],
  },
  {
    fact: "value types tell blanks, texts, numbers and truth values apart",
    source: PAGES.valueType,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:D1");
      range.values = [["甲", 1.5, false, ""]];
      range.load("valueTypes");
      await context.sync();
      return range.valueTypes;
    },
    gives: [["String", "Double", "Boolean", "Empty"]],
  },
  {
    fact: "an error's value is its text and its type Error",
    source: PAGES.range,
    calculates: true,
    run: async (sheet, context) => {
      sheet.getRange("A1:B1").formulas = [["=1/0", "=NA()"]];
      await context.sync();
      const range = sheet.getRange("A1:B1").load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    },
    gives: [[["#DIV/0!", "#N/A"]], [["Error", "Error"]]],
  },
  {
    fact: "an error that is written as a value is an error, with an apostrophe it is text",
    source: PAGES.valueType,
    run: async (sheet, context) => {
      sheet.getRange("A1:C1").values = [["#N/A", "'#N/A", "#div/0!"]];
      const range = sheet.getRange("A1:C1").load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    },
    gives: [[["#N/A", "#N/A", "#DIV/0!"]], [["Error", "String", "Error"]]],
  },
  {
    fact: "formulas take an error that is written as a value for an error",
    source: PAGES.isFunctions,
    run: async (sheet, context) => {
      sheet.getRange("A1").values = [["#N/A"]];
      const range = sheet.getRange("B1:C1");
      range.formulas = [["=ISNA(A1)", "=A1"]];
      await context.sync();
      range.load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    },
    gives: [[[true, "#N/A"]], [["Boolean", "Error"]]],
    calculates: true,
  },
  {
    fact: "a blank cell is blank, a formula that gives empty text is not",
    source: PAGES.isFunctions,
    calculates: true,
    notOnUniver: "its ISBLANK takes a cell of empty text for a blank",
    run: async (sheet, context) => {
      sheet.getRange("A1:C1").formulas = [['=""', "=ISBLANK(A1)", "=ISBLANK(Z9)"]];
      await context.sync();
      const range = sheet.getRange("A1:C1").load("values");
      await context.sync();
      return range.values;
    },
    gives: [["", false, true]],
  },
  {
    fact: "clearing contents keeps formats",
    source: PAGES.clear,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [[1]];
      range.format.fill.color = "#FF0000";
      range.clear("Contents");
      range.load("values,format/fill/color");
      await context.sync();
      return [range.values, range.format.fill.color];
    },
    gives: [[[""]], "#FF0000"],
  },
  {
    fact: "clearing formats keeps contents",
    source: PAGES.clear,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [[1]];
      range.numberFormat = [["0.00"]];
      range.format.font.bold = true;
      range.clear("Formats");
      range.load("values,numberFormat,format/font/bold");
      await context.sync();
      return [range.values, range.numberFormat, range.format.font.bold];
    },
    gives: [[[1]], [["General"]], false],
  },
  {
    fact: "clearing clears contents and formats",
    source: PAGES.clear,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.values = [[1, 2]];
      range.format.font.italic = true;
      range.clear();
      range.load("values,format/font/italic");
      await context.sync();
      return [range.values, range.format.font.italic];
    },
    gives: [[["", ""]], false],
  },
  {
    fact: "a copied formula's references move along, fixed ones do not",
    source: PAGES.copyPaste,
    run: async (sheet, context) => {
      sheet.getRange("B2").formulas = [['=A1+$A$1+A$1&"A1"']];
      const range = sheet.getRange("C4");
      range.copyFrom("B2");
      range.load("formulas");
      await context.sync();
      return range.formulas;
    },
    gives: [['=B3+$A$1+B$1&"A1"']],
  },
  {
    fact: "copying values copies a formula's result",
    source: PAGES.copyPaste,
    calculates: true,
    run: async (sheet, context) => {
      sheet.getRange("A1").formulas = [["=2*3"]];
      await context.sync();
      const range = sheet.getRange("B1");
      range.copyFrom("A1", "Values");
      range.load("formulas");
      await context.sync();
      return range.formulas;
    },
    gives: [[6]],
  },
  {
    fact: "copying formats copies no contents",
    source: PAGES.copyPaste,
    run: async (sheet, context) => {
      const from = sheet.getRange("A1");
      from.values = [[1]];
      from.format.fill.color = "#00FF00";
      const range = sheet.getRange("B1");
      range.copyFrom("A1", "Formats");
      range.load("values,format/fill/color");
      await context.sync();
      return [range.values, range.format.fill.color];
    },
    gives: [[[""]], "#00FF00"],
  },
  {
    fact: "a destination smaller than the source is extended",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("D1").copyFrom("A1:B2");
      const range = sheet.getRange("D1:E2").load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      [1, 2],
      [3, 4],
    ],
  },
  {
    fact: "a destination that is a multiple of the source is filled with it",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.getRange("A1:B1").values = [[1, 2]];
      sheet.getRange("A3:D4").copyFrom("A1:B1");
      const range = sheet.getRange("A3:D4").load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      [1, 2, 1, 2],
      [1, 2, 1, 2],
    ],
  },
];
