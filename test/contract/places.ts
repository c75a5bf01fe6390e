import { type Fact, PAGES } from "./fact";

/** Addresses, counting from zero or one, the used range, sheets, names. */
export const PLACES: Fact[] = [
  {
    fact: "a sheet name with a space stands in quotes in an address",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "甲 表";
      const range = sheet.getRange("A1:B2").load("address");
      await context.sync();
      return range.address;
    },
    gives: "'甲 表'!A1:B2",
  },
  {
    fact: "a quote in a sheet name is doubled in an address",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "O'Neil";
      const range = sheet.getRange("C3").load("address");
      await context.sync();
      return range.address;
    },
    gives: "'O''Neil'!C3",
  },
  {
    fact: "a plain sheet name stands without quotes",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "指标填报";
      const range = sheet.getRange("H9").load("address");
      await context.sync();
      return range.address;
    },
    gives: "指标填报!H9",
  },
  {
    fact: "whole columns and rows have addresses without the other part",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const columns = sheet.getRange("B:C").load("address");
      const rows = sheet.getRange("2:4").load("address");
      await context.sync();
      return [columns.address, rows.address];
    },
    gives: ["Data!B:C", "Data!2:4"],
  },
  {
    fact: "an address is not case-sensitive and dollar signs do not matter",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const range = sheet.getRange("$b$2:c3").load("address");
      await context.sync();
      return range.address;
    },
    gives: "Data!B2:C3",
  },
  {
    fact: "what is no address is an invalid argument",
    source: PAGES.errors,
    run: async (sheet, context) => {
      sheet.getRange("1A:?").load("address");
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "a sheet has 1,048,576 rows and 16,384 columns",
    source: PAGES.limits,
    run: async (sheet, context) => {
      const range = sheet.getRange().load("rowCount,columnCount");
      await context.sync();
      return [range.rowCount, range.columnCount];
    },
    gives: [1048576, 16384],
  },
  {
    fact: "row and column index count from zero",
    source: PAGES.range,
    run: async (sheet, context) => {
      const range = sheet.getRange("B3").load("rowIndex,columnIndex");
      await context.sync();
      return [range.rowIndex, range.columnIndex];
    },
    gives: [2, 1],
  },
  {
    fact: "getCell counts from zero",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const cell = sheet.getCell(0, 1).load("address");
      await context.sync();
      return cell.address;
    },
    gives: "Data!B1",
  },
  {
    fact: "getRangeByIndexes takes start row and column from zero, then counts",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const range = sheet.getRangeByIndexes(1, 2, 3, 1).load("address");
      await context.sync();
      return range.address;
    },
    gives: "Data!C2:C4",
  },
  {
    fact: "getRow and getColumn of a range count from its own corner",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const range = sheet.getRange("B2:D5");
      const row = range.getRow(1).load("address");
      const column = range.getColumn(2).load("address");
      await context.sync();
      return [row.address, column.address];
    },
    gives: ["Data!B3:D3", "Data!D2:D5"],
  },
  {
    fact: "a sheet's position counts from zero, and a new one comes last",
    source: PAGES.worksheetCollection,
    run: async (sheet, context) => {
      const first = context.workbook.worksheets.getItem("Sheet1").load("position");
      sheet.load("position");
      await context.sync();
      return [first.position, sheet.position];
    },
    gives: [0, 1],
  },
  {
    fact: "a bounding rectangle holds both ranges",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const range = sheet.getRange("B2:C3").getBoundingRect("E7").load("address");
      await context.sync();
      return range.address;
    },
    gives: "Data!B2:E7",
  },
  {
    fact: "the used range is the smallest that holds all values",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.name = "Data";
      sheet.getRange("C4").values = [[1]];
      sheet.getRange("B6").values = [[1]];
      const used = sheet.getUsedRange().load("address");
      await context.sync();
      return used.address;
    },
    gives: "Data!B4:C6",
  },
  {
    fact: "formatting counts as use",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.name = "Data";
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D5").format.fill.color = "#FF0000";
      const used = sheet.getUsedRange().load("address");
      await context.sync();
      return used.address;
    },
    gives: "Data!B2:D5",
  },
  {
    fact: "of values only, formatting does not count as use",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.name = "Data";
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D5").format.fill.color = "#FF0000";
      const used = sheet.getUsedRange(true).load("address");
      await context.sync();
      return used.address;
    },
    gives: "Data!B2",
  },
  {
    fact: "the used range of an empty sheet is its top left cell",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const used = sheet.getUsedRange().load("address");
      await context.sync();
      return used.address;
    },
    gives: "Data!A1",
  },
  {
    fact: "or a null object, when asked so",
    source: PAGES.worksheet,
    run: async (sheet, context) => {
      const used = sheet.getUsedRangeOrNullObject();
      await context.sync();
      return used.isNullObject;
    },
    gives: true,
  },
  {
    fact: "the used range of a range is the used part of it",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "Data";
      sheet.getRange("A1:A9").values = 1 as never;
      const used = sheet.getRange("A3:C5").getUsedRangeOrNullObject().load("address");
      const none = sheet.getRange("C1:C9").getUsedRangeOrNullObject();
      await context.sync();
      return [used.address, none.isNullObject];
    },
    gives: ["Data!A3:A5", true],
  },
  {
    fact: "a new sheet is not activated by itself",
    source: PAGES.worksheetCollection,
    run: async (_sheet, context) => {
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return active.name;
    },
    gives: "Sheet1",
  },
  {
    fact: "activate shows the sheet",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      sheet.activate();
      sheet.load("id");
      const active = context.workbook.worksheets.getActiveWorksheet().load("id");
      await context.sync();
      return active.id === sheet.id;
    },
    gives: true,
  },
  {
    fact: "selecting a range makes it the selected one",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "Data";
      sheet.getRange("B2:C3").select();
      const selected = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return selected.address;
    },
    gives: "Data!B2:C3",
  },
  {
    fact: "a sheet's id stays when it is renamed",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      sheet.load("id");
      await context.sync();
      const { id } = sheet;
      sheet.name = "另一名";
      const again = context.workbook.worksheets.getItem("另一名").load("id");
      await context.sync();
      return again.id === id;
    },
    gives: true,
  },
  {
    fact: "two sheets cannot have one name",
    source: PAGES.errors,
    run: async (sheet, context) => {
      sheet.name = "同名";
      context.workbook.worksheets.add("同名");
      await context.sync();
    },
    fails: "ItemAlreadyExists",
  },
  {
    fact: "a sheet name has at most 31 characters",
    source: PAGES.rename,
    run: async (sheet, context) => {
      sheet.name = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二";
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "a sheet name has none of / \\ ? * : [ ]",
    source: PAGES.rename,
    run: async (sheet, context) => {
      sheet.name = "指标/任务";
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "a deleted sheet is no longer found",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      sheet.name = "要删";
      sheet.delete();
      const gone = context.workbook.worksheets.getItemOrNullObject("要删");
      await context.sync();
      return gone.isNullObject;
    },
    gives: true,
  },
  {
    fact: "a name made of a range refers to it with fixed cells",
    source: PAGES.names,
    run: async (sheet, context) => {
      sheet.name = "甲 表";
      context.workbook.names.add("区域", sheet.getRange("B2:C3"));
      const name = context.workbook.names.getItem("区域").load("formula,type,scope,visible");
      await context.sync();
      return [name.formula, name.type, name.scope, name.visible] as unknown[];
    },
    gives: ["='甲 表'!$B$2:$C$3", "Range", "Workbook", true],
  },
  {
    fact: "a name may stand for a text",
    source: PAGES.namedItem,
    run: async (_sheet, context) => {
      context.workbook.names.add("版本", '="v1"');
      const name = context.workbook.names.getItem("版本").load("type,value,formula");
      const range = context.workbook.names.getItem("版本").getRangeOrNullObject();
      await context.sync();
      return [name.type, name.value, name.formula, range.isNullObject] as unknown[];
    },
    gives: ["String", "v1", '="v1"', true],
  },
  {
    fact: "a name's formula can be set anew",
    source: PAGES.namedItem,
    run: async (sheet, context) => {
      sheet.name = "Data";
      const name = context.workbook.names.add("格", sheet.getRange("A1"));
      name.formula = "=Data!$B$2";
      const range = context.workbook.names.getItem("格").getRange().load("address");
      await context.sync();
      return range.address;
    },
    gives: "Data!B2",
  },
  {
    fact: "a formula may use a name",
    source: PAGES.names,
    calculates: true,
    run: async (sheet, context) => {
      sheet.getRange("A1").values = [[21]];
      context.workbook.names.add("数", sheet.getRange("A1"));
      sheet.getRange("B1").formulas = [["=数*2"]];
      await context.sync();
      const range = sheet.getRange("B1").load("values");
      await context.sync();
      return range.values;
    },
    gives: [[42]],
  },
  {
    fact: "names are the same in capital and small letters",
    source: PAGES.names,
    run: async (sheet, context) => {
      context.workbook.names.add("Sales", sheet.getRange("A1"));
      const same = context.workbook.names.getItemOrNullObject("SALES");
      await context.sync();
      return same.isNullObject;
    },
    gives: false,
  },
  {
    fact: "a name cannot look like a cell",
    source: PAGES.names,
    run: async (sheet, context) => {
      context.workbook.names.add("R2", sheet.getRange("A1"));
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "a deleted name is no longer found",
    source: PAGES.namedItem,
    run: async (sheet, context) => {
      context.workbook.names.add("要删", sheet.getRange("A1")).delete();
      const gone = context.workbook.names.getItemOrNullObject("要删");
      await context.sync();
      return gone.isNullObject;
    },
    gives: true,
  },
];
