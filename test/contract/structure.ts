import { type Fact, PAGES, type Run } from "./fact";

/** A block's values, rows on lines, of a sheet that holds its own addresses in A1:D6. */
const gridAfter: Run = async (sheet, context, address: string, act) => {
  sheet.getRange("A1:D6").values = [1, 2, 3, 4, 5, 6].map((row) =>
    ["A", "B", "C", "D"].map((column) => column + row),
  );
  act();
  const range = sheet.getRange(address).load("values");
  await context.sync();
  return range.values.map((row: unknown[]) => row.map((value) => value || "-").join(" ")).join("\n");
};

/** Formulas that stood in F1 and right of it; they begin in a column, from 0, now. */
const formulasAfter: Run = async (
  sheet,
  context,
  { formulas, column = 5 }: { formulas: string[]; column?: number },
  act,
) => {
  sheet.name = "指标 填报";
  sheet.getRangeByIndexes(0, 5, 1, formulas.length).formulas = [formulas];
  act();
  const range = sheet.getRangeByIndexes(0, column, 1, formulas.length).load("formulas");
  await context.sync();
  return (range.formulas as unknown[][]).flat();
};

/** A name that was given to a range. */
const nameAfter: Run = async (sheet, context, address: string, act) => {
  sheet.name = "指标 填报";
  const name = context.workbook.names.add("期", sheet.getRange(address));
  act();
  name.load("formula,type");
  const range = name.getRangeOrNullObject();
  await context.sync();
  return [name.formula, name.type, range.isNullObject] as unknown[];
};

/** The merged areas, of one that was made. */
const mergesAfter: Run = async (sheet, context, address: string, act) => {
  sheet.name = "数据";
  sheet.getRange(address).merge();
  act();
  const merges = sheet.getRange("A1:Z99").getMergedAreasOrNullObject().load("address");
  await context.sync();
  return merges.isNullObject ? null : merges.address;
};

/** Inserting and deleting cells, rows and columns. */
export const STRUCTURE: Fact[] = [
  {
    fact: "inserted rows are blank, and those below have moved down",
    source: PAGES.range,
    run: gridAfter,
    given: "A1:B6",
    acts: ["insert 2:3 Down"],
    gives: "A1 B1\n- -\n- -\nA2 B2\nA3 B3\nA4 B4",
  },
  {
    fact: "an inserted column is blank, and those right of it have moved right",
    source: PAGES.range,
    run: gridAfter,
    given: "A1:E2",
    acts: ["insert B:B Right"],
    gives: "A1 - B1 C1 D1\nA2 - B2 C2 D2",
  },
  {
    fact: "inserted cells move those below them only",
    source: PAGES.range,
    run: gridAfter,
    given: "A1:D5",
    acts: ["insert B2:C3 Down"],
    gives: "A1 B1 C1 D1\nA2 - - D2\nA3 - - D3\nA4 B2 C2 D4\nA5 B3 C3 D5",
  },
  {
    fact: "or those right of them only",
    source: PAGES.range,
    run: gridAfter,
    given: "A1:F3",
    acts: ["insert B2:C2 Right"],
    gives: "A1 B1 C1 D1 - -\nA2 - - B2 C2 D2\nA3 B3 C3 D3 - -",
  },
  {
    fact: "insert gives the range at the blank space",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.name = "数据";
      sheet.getRange("B2:C3").values = 1 as never;
      const blank = sheet.getRange("B2:C3").insert("Down").load("address,values");
      await context.sync();
      return [blank.address, blank.values];
    },
    gives: [
      "数据!B2:C3",
      [
        ["", ""],
        ["", ""],
      ],
    ],
  },
  {
    fact: "rows below deleted ones move up",
    source: PAGES.clear,
    run: gridAfter,
    given: "A1:B6",
    acts: ["delete 2:2 Up"],
    gives: "A1 B1\nA3 B3\nA4 B4\nA5 B5\nA6 B6\n- -",
  },
  {
    fact: "columns right of deleted ones move left",
    source: PAGES.clear,
    run: gridAfter,
    given: "A1:D2",
    acts: ["delete B:C Left"],
    gives: "A1 D1 - -\nA2 D2 - -",
  },
  {
    fact: "cells below deleted ones move up, or those right of them left",
    source: PAGES.clear,
    run: gridAfter,
    given: "A1:D5",
    acts: ["delete B2:B3 Up", "delete C1 Left"],
    gives: "A1 B1 D1 -\nA2 B4 C2 D2\nA3 B5 C3 D3\nA4 B6 C4 D4\nA5 - C5 D5",
  },
  {
    fact: "the entire rows and columns of a range can be inserted and deleted",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.getRange("A1:C3").values = [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ];
      sheet.getRange("B2").getEntireRow().insert("Down");
      sheet.getRange("B2").getEntireColumn().delete("Left");
      const range = sheet.getRange("A1:C3").load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      [1, 3, ""],
      ["", "", ""],
      [4, 6, ""],
    ],
  },
  {
    fact: "an insert that would push cells off the sheet is refused",
    source: PAGES.errors,
    run: async (sheet, context) => {
      sheet.getRange("XFD1").values = [[1]];
      sheet.getRange("B:B").insert("Right");
      await context.sync();
    },
    fails: "NonBlankCellOffSheet",
  },
  {
    fact: "cells are not shifted in a direction that there is not",
    source: PAGES.errors,
    run: async (sheet, context) => {
      sheet.getRange("B2").insert("Up" as never);
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "formulas refer to the same cells as before, by relative and fixed references; texts stay",
    source: PAGES.insertDelete,
    run: formulasAfter,
    given: { formulas: ["=A3+$A$3+A$3+$A3", '=A1&"A3"', "=LOG10(A3)", "=YIZHI.GAP(A3)"] },
    acts: ["insert 3:3 Down"],
    gives: ["=A4+$A$4+A$4+$A4", '=A1&"A3"', "=LOG10(A4)", "=YIZHI.GAP(A4)"],
  },
  {
    fact: "a range in whose midst rows or columns are inserted grows",
    source: PAGES.insertDelete,
    run: formulasAfter,
    given: { formulas: ["=SUM(A1:C5)", "=SUM(A:C)", "=SUM(1:5)", "=SUM(B1:B9)", "=SUM(C2:C3)"], column: 6 },
    acts: ["insert B:B Right"],
    gives: ["=SUM(A1:D5)", "=SUM(A:D)", "=SUM(1:5)", "=SUM(C1:C9)", "=SUM(D2:D3)"],
  },
  {
    fact: "a range of which a part is deleted shrinks",
    source: PAGES.insertDelete,
    run: formulasAfter,
    given: { formulas: ["=SUM(A1:A5)", "=SUM(A3:A9)", "=SUM($A$2:$C$3)", "=SUM(2:6)"] },
    acts: ["delete 3:4 Up"],
    gives: ["=SUM(A1:A3)", "=SUM(A3:A7)", "=SUM($A$2:$C$2)", "=SUM(2:4)"],
  },
  {
    fact: "a reference to deleted cells is #REF!",
    source: PAGES.insertDelete,
    run: formulasAfter,
    given: { formulas: ["=D1+E1", "=SUM(D2:D9)", "='指标 填报'!$D$1", "=SUM(D:D)"], column: 4 },
    acts: ["delete D:D Left"],
    gives: ["=#REF!+D1", "=SUM(#REF!)", "='指标 填报'!#REF!", "=SUM(#REF!)"],
  },
  {
    fact: "cells inserted in one column do not change references to others",
    source: PAGES.insertDelete,
    run: formulasAfter,
    given: { formulas: ["=A5+B5+C5", "=SUM(A1:C9)", "=SUM(B1:B9)"] },
    acts: ["insert B3:B4 Down"],
    gives: ["=A5+B7+C5", "=SUM(A1:C9)", "=SUM(B1:B11)"],
  },
  {
    fact: "formulas of other sheets follow, those of like-named cells elsewhere do not",
    source: PAGES.insertDelete,
    run: async (sheet, context) => {
      sheet.name = "指标 填报";
      const other = context.workbook.worksheets.add("汇总");
      other.getRange("A1:A3").formulas = [["='指标 填报'!B5*2"], ["=B5"], ["=汇总!$B$5"]];
      sheet.getRange("5:5").insert("Down");
      const range = other.getRange("A1:A3").load("formulas");
      await context.sync();
      return (range.formulas as unknown[][]).flat();
    },
    gives: ["='指标 填报'!B6*2", "=B5", "=汇总!$B$5"],
  },
  {
    fact: "a formula's value is that of the cells it refers to, wherever they moved",
    source: PAGES.insertDelete,
    calculates: true,
    run: async (sheet, context) => {
      sheet.getRange("B2:B3").values = [[3], [4]];
      sheet.getRange("C9").formulas = [["=SUM(B2:B3)*B3"]];
      sheet.getRange("3:3").insert("Down");
      sheet.getRange("A:A").delete("Left");
      sheet.getRange("A3").values = [[5]];
      await context.sync();
      const cell = sheet.getRange("B10").load("formulas,values");
      await context.sync();
      return [cell.formulas, cell.values];
    },
    gives: [[["=SUM(A2:A4)*A4"]], [[48]]],
  },
  {
    fact: "a name refers to the same cells as before",
    source: PAGES.insertDelete,
    run: nameAfter,
    given: "F3",
    acts: ["insert E:E Right"],
    gives: ["='指标 填报'!$G$3", "Range", false],
  },
  {
    fact: "a name of a range grows and shrinks with it",
    source: PAGES.insertDelete,
    run: nameAfter,
    given: "B2:D9",
    acts: ["insert 3:4 Down", "delete D:F Left"],
    gives: ["='指标 填报'!$B$2:$C$11", "Range", false],
  },
  {
    fact: "a name of deleted cells stays, without a range",
    source: PAGES.insertDelete,
    run: nameAfter,
    given: "F3",
    acts: ["delete 3:3 Up"],
    gives: ["='指标 填报'!#REF!", "Error", true],
  },
  {
    fact: "a merged area in which a column is inserted is widened",
    source: PAGES.mergedAreas,
    run: mergesAfter,
    given: "B2:D3",
    acts: ["insert C:C Right"],
    gives: "数据!B2:E3",
  },
  {
    fact: "a merged area moves, and shrinks when a part is deleted",
    source: PAGES.mergedAreas,
    run: mergesAfter,
    given: "B5:D6",
    acts: ["insert 2:2 Down", "delete C:C Left"],
    gives: "数据!B6:C7",
  },
  {
    fact: "a merged area that is deleted is gone, and its null object says so",
    source: PAGES.mergedAreas,
    run: mergesAfter,
    given: "B5:D6",
    acts: ["delete 4:7 Up"],
    gives: null,
  },
  {
    fact: "merged areas are told whole, each with its address, where a range meets them",
    source: PAGES.mergedAreas,
    run: async (sheet, context) => {
      sheet.name = "数据";
      for (const address of ["A1:C1", "E2:E5", "G7:H8"]) sheet.getRange(address).merge();
      const merges = sheet.getRange("B1:E3").getMergedAreasOrNullObject();
      merges.load("areaCount,areas/items/address,areas/items/rowCount");
      await context.sync();
      return [merges.areaCount, merges.areas.items.map(({ address, rowCount }) => [address, rowCount])];
    },
    gives: [
      2,
      [
        ["数据!A1:C1", 1],
        ["数据!E2:E5", 4],
      ],
    ],
  },
  {
    fact: "to insert cells so that a merged area is cut through is refused",
    source: PAGES.errors,
    run: mergesAfter,
    given: "B5:D6",
    acts: ["insert C2 Down"],
    fails: "InsertDeleteConflict",
  },
  {
    fact: "to delete cells likewise",
    source: PAGES.errors,
    run: mergesAfter,
    given: "B5:D6",
    acts: ["delete A6 Left"],
    fails: "InsertDeleteConflict",
  },
];
