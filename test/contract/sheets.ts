import { type Fact, PAGES, type Run } from "./fact";

/** Whether the rows and the columns of ranges are hidden: rows 2 and 4 and column C are. */
const hiddenAt: Run = async (sheet, context, addresses: string[], act) => {
  sheet.getRange("2:3").rowHidden = true;
  sheet.getRange("C:C").columnHidden = true;
  sheet.getRange("A4").rowHidden = true;
  sheet.getRange("3:3").rowHidden = false;
  act();
  const ranges = addresses.map((address) => sheet.getRange(address).load("rowHidden,columnHidden"));
  await context.sync();
  return ranges.map(({ rowHidden, columnHidden }) => [rowHidden, columnHidden] as unknown[]);
};

/** All sheets in order after one was copied to a place. */
const copied: Run = async (sheet, context, position: "End" | null) => {
  sheet.name = "指标填报";
  sheet.copy(position ?? undefined, context.workbook.worksheets.getItem("Sheet1"));
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  return sheets.items.map(({ name }) => name);
};

/** Hidden rows and columns; copies of sheets. */
export const SHEETS: Fact[] = [
  {
    fact: "no row or column is hidden until it is",
    source: PAGES.range,
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:B2").load("rowHidden,columnHidden");
      await context.sync();
      return [range.rowHidden, range.columnHidden];
    },
    gives: [false, false],
  },
  {
    fact: "rows and columns are hidden, and null says that some are",
    source: PAGES.range,
    run: hiddenAt,
    given: ["A2", "A2:B4", "C1:C1", "B:D", "C4"],
    gives: [
      [true, false],
      [null, false],
      [false, true],
      [null, null],
      [true, true],
    ],
  },
  {
    fact: "hidden rows and columns move with the others",
    source: PAGES.range,
    run: hiddenAt,
    given: ["A1:A2", "A3", "A4", "A5", "D1", "C1"],
    acts: ["insert 2:2 Down", "insert A:A Right"],
    gives: [
      [false, false],
      [true, false],
      [false, false],
      [true, false],
      [false, true],
      [false, false],
    ],
  },
  {
    fact: "hidden rows keep their height and what they hold, and move with it",
    source: PAGES.range,
    run: async (sheet, context) => {
      sheet.getRange("A2").values = [["甲"]];
      sheet.getRange("A2").format.rowHeight = 30;
      sheet.getRange("2:2").rowHidden = true;
      sheet.getRange("1:1").insert("Down");
      const rows = ["A2", "A3", "A4"].map((at) => sheet.getRange(at).load("rowHidden"));
      await context.sync();
      sheet.getRange("3:3").rowHidden = false;
      const cell = sheet.getRange("A3").load("values,rowHidden,format/rowHeight");
      await context.sync();
      return [rows.map(({ rowHidden }) => rowHidden), cell.values, cell.rowHidden, cell.format.rowHeight];
    },
    gives: [[false, true, false], [["甲"]], false, 30],
  },
  {
    fact: "a protected sheet refuses to hide rows unless it allows to format them",
    source: PAGES.protectionOptions,
    run: async (sheet, context) => {
      sheet.protection.protect({ allowFormatColumns: true });
      sheet.getRange("C:C").columnHidden = true;
      sheet.getRange("2:2").rowHidden = true;
      await context.sync();
    },
    fails: "AccessDenied",
  },
  ...(
    [
      [null, ["指标填报 (2)", "Sheet1", "指标填报"]],
      ["Beginning", ["指标填报 (2)", "Sheet1", "指标填报"]],
      ["Before", ["指标填报 (2)", "Sheet1", "指标填报"]],
      ["After", ["Sheet1", "指标填报 (2)", "指标填报"]],
      ["End", ["Sheet1", "指标填报", "指标填报 (2)"]],
    ] as const
  ).map(([position, gives]): Fact => ({
    fact: `a copied sheet has a number in its name and stands at its place: ${position ?? "none said"}`,
    source: PAGES.worksheet,
    run: copied,
    given: position,
    gives,
  })),
  {
    fact: "a copy of a copy has the next number",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      sheet.name = "表";
      sheet.copy("End").copy("End");
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.map(({ name }) => name);
    },
    gives: ["Sheet1", "表", "表 (2)", "表 (3)"],
  },
  {
    fact: "a copy holds contents, formats, sizes, merges, rules, page, panes and protection",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      const range = sheet.getRange("B2:C3");
      range.values = [
        [1, "甲"],
        ["", 2],
      ];
      range.format.font.bold = true;
      range.format.columnWidth = 90;
      range.format.rowHeight = 30;
      sheet.getRange("E5:F5").merge();
      sheet.getRange("9:9").rowHidden = true;
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙" } };
      range.conditionalFormats.add("Custom").custom.rule.formula = "=B2>1";
      sheet.pageLayout.setPrintArea("A1:F9");
      sheet.freezePanes.freezeRows(2);
      sheet.showGridlines = false;
      sheet.protection.protect({ allowSort: true });
      const copy = sheet.copy("End");
      sheet.protection.unprotect();
      sheet.getRange("B2").values = [[9]];
      copy.load("showGridlines,protection/protected,protection/options");
      const cells = copy
        .getRange("B2:C3")
        .load("values,format/columnWidth,format/rowHeight,format/font/bold");
      const rule = copy.getRange("B2:C3").dataValidation.load("type");
      const highlights = copy.getRange("B2:C3").conditionalFormats.load("items/custom/rule/formula");
      const merges = copy.getRange("A1:H9").getMergedAreasOrNullObject().load("areaCount");
      const frozen = copy.freezePanes.getLocationOrNullObject().load("rowCount");
      const printed = copy.pageLayout.getPrintAreaOrNullObject().load("areaCount");
      const hidden = copy.getRange("9:9").load("rowHidden");
      await context.sync();
      const { columnWidth, rowHeight, font } = cells.format;
      return [
        ...[cells.values, columnWidth, rowHeight, font.bold, rule.type, merges.areaCount, frozen.rowCount],
        ...[highlights.items.map(({ custom }) => custom.rule.formula), printed.areaCount, hidden.rowHidden],
        ...[copy.showGridlines, copy.protection.protected, copy.protection.options.allowSort],
      ] as unknown[];
    },
    gives: [
      [
        [1, "甲"],
        ["", 2],
      ],
      ...[90, 30, true, "List", 1, 2, ["=B2>1"], 1, true, false, true, true],
    ],
  },
  {
    fact: "a copy's formulas read the copy where they read their own sheet, and others' read the original",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      sheet.name = "表";
      sheet.getRange("A1:A3").formulas = [["=B1"], ["=表!$B$1"], ["=Sheet1!B1"]];
      const other = context.workbook.worksheets.add("他");
      other.getRange("A1").formulas = [["=表!B1"]];
      const copy = sheet.copy("After", sheet);
      const ranges = [copy.getRange("A1:A3"), sheet.getRange("A2"), other.getRange("A1")];
      ranges.forEach((range) => range.load("formulas"));
      await context.sync();
      return ranges.flatMap(({ formulas }) => (formulas as unknown[][]).flat());
    },
    gives: ["=B1", "='表 (2)'!$B$1", "=Sheet1!B1", "=表!$B$1", "=表!B1"],
  },
  {
    fact: "a workbook whose structure is protected refuses copies",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      context.workbook.protection.protect();
      sheet.copy();
      try {
        return await context.sync();
      } catch (error) {
        context.workbook.protection.unprotect();
        await context.sync();
        throw error;
      }
    },
    fails: "AccessDenied",
  },
];
