import { type Fact, PAGES } from "./fact";

/** Merges, formats, panes and page. */
export const LOOKS: Fact[] = [
  {
    fact: "a format leaves the formula in its cell",
    source: PAGES.rangeFormat,
    run: async (sheet, context) => {
      const range = sheet.getRange("B1");
      range.formulas = [["=A1*2"]];
      range.format.fill.color = "#FF0000";
      range.numberFormat = [["0.0"]];
      await context.sync();
      range.format.font.bold = true;
      range.clear("Formats");
      range.load("formulas");
      await context.sync();
      return range.formulas;
    },
    gives: [["=A1*2"]],
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
    fact: "a row that is fitted loses its own height",
    source: PAGES.rangeFormat,
    run: async (sheet, context) => {
      const { format } = sheet.getRange("A1:B2");
      const fresh = sheet.getRange("A9").load("format/rowHeight");
      format.rowHeight = 90;
      format.autofitRows();
      format.load("rowHeight");
      await context.sync();
      return format.rowHeight === fresh.format.rowHeight;
    },
    gives: true,
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
  {
    fact: "print margins are set in a unit and read in points; those not given stay",
    source: PAGES.pageLayout,
    run: async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.setPrintMargins("Points", {
        left: 10,
        right: 10,
        top: 10,
        bottom: 10,
        header: 10,
        footer: 10,
      });
      pageLayout.setPrintMargins("Inches", { left: 1, top: 0.5 });
      pageLayout.load("leftMargin,topMargin,rightMargin");
      await context.sync();
      return [pageLayout.leftMargin, pageLayout.topMargin, pageLayout.rightMargin];
    },
    gives: [72, 36, 10],
  },
];
