import { area, areaAddress, type SheetLayout } from "../grid";

const ALL_ROWS = 1_048_576;
const ALL_COLUMNS = 16_384;

const withoutSheet = (address: string): string =>
  address
    .split(",")
    .map((part) => part.slice(part.lastIndexOf("!") + 1).trim())
    .join(",");

const filled = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined));

/** What a layout sets besides cells: sizes, panes, gridlines and page. Read in the batch that changes it. */
export interface Setup {
  /** Queues everything but the heights of rows; those that followed their text do so again. */
  put: (sheet: Excel.Worksheet) => void;
  /** Queues the heights that are no more what they were, once what `put` queued is done. */
  putHeights: (sheet: Excel.Worksheet) => void;
}

/** Queues the reading; what `put` then puts back is what stood when the batch ran. */
export function readSetup(sheet: Excel.Worksheet, { cells, columnWidths }: SheetLayout): Setup {
  const whole = areaAddress(area(0, 0, cells.length, columnWidths.length));
  const widths = sheet.getRange(whole).getColumnProperties({ format: { columnWidth: true } });
  const { pageLayout: page, freezePanes } = sheet;
  const frozen = freezePanes.getLocationOrNullObject().load("address,rowCount,columnCount");
  const printArea = page.getPrintAreaOrNullObject().load("address");
  const titles = page.getPrintTitleRowsOrNullObject().load("address");
  page.load("orientation,paperSize,zoom,centerHorizontally,headersFooters/defaultForAllPages/centerFooter");
  page.load("leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin");
  sheet.load("showGridlines");

  const putPage = ({ pageLayout }: Excel.Worksheet): void => {
    pageLayout.orientation = page.orientation;
    pageLayout.paperSize = page.paperSize;
    pageLayout.zoom = filled(page.zoom);
    pageLayout.centerHorizontally = page.centerHorizontally;
    pageLayout.setPrintMargins("Points", {
      left: page.leftMargin,
      right: page.rightMargin,
      top: page.topMargin,
      bottom: page.bottomMargin,
      header: page.headerMargin,
      footer: page.footerMargin,
    });
    pageLayout.headersFooters.defaultForAllPages.centerFooter =
      page.headersFooters.defaultForAllPages.centerFooter;
    if (!printArea.isNullObject) pageLayout.setPrintArea(withoutSheet(printArea.address));
    if (!titles.isNullObject) pageLayout.setPrintTitleRows(withoutSheet(titles.address));
  };
  const putPanes = ({ freezePanes: panes }: Excel.Worksheet): void => {
    if (frozen.isNullObject) panes.unfreeze();
    else if (frozen.columnCount === ALL_COLUMNS) panes.freezeRows(frozen.rowCount);
    else if (frozen.rowCount === ALL_ROWS) panes.freezeColumns(frozen.columnCount);
    else panes.freezeAt(withoutSheet(frozen.address));
  };
  const readHeights = (of: Excel.Worksheet) =>
    of.getRange(whole).getRowProperties({ format: { rowHeight: true } });
  const heights = readHeights(sheet);
  let fitted = heights;
  // Excel does not tell a row that follows its text from one of its own height: once fitted, the latter differs
  const putHeights = (again: Excel.Worksheet): void => {
    const heightOf = ({ format }: Excel.RowProperties): number | undefined => format?.rowHeight;
    const own = heights.value.map((row, i) => (heightOf(row) === heightOf(fitted.value[i]!) ? {} : row));
    if (own.some(heightOf)) again.getRange(whole).setRowProperties(own);
  };
  return {
    putHeights,
    put: (again) => {
      again.getRange(whole).setColumnProperties(widths.value);
      again.getRange(whole).format.autofitRows();
      fitted = readHeights(again);
      putPage(again);
      putPanes(again);
      again.showGridlines = sheet.showGridlines;
    },
  };
}
