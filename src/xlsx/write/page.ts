import type { PageSetup, Worksheet } from "@cj-tech-master/excelts";
import type { SheetState } from "../../grid";
import { writeEdge } from "./headers";
import { toColor } from "./looks";
import { writeProtection } from "./protection";

/** As a file counts paper. */
const A4 = 9;

/** Whether something is printed so: Office.js's name and the library's. */
export const FLAGS = {
  centerHorizontally: "horizontalCentered",
  centerVertically: "verticalCentered",
  blackAndWhite: "blackAndWhite",
  draftMode: "draft",
  printGridlines: "showGridLines",
  printHeadings: "showRowColHeaders",
} as const;
export const FLAG_NAMES = Object.keys(FLAGS) as (keyof typeof FLAGS)[];

export type Page = SheetState["page"];
export type Zoom = NonNullable<Page["zoom"]>;

const lower = (text: unknown): string => String(text).toLowerCase();

function zoomOf(zoom: Zoom | undefined): Partial<PageSetup> {
  if (!zoom) return {};
  const { scale, horizontalFitToPages: width, verticalFitToPages: height } = zoom;
  return width === undefined && height === undefined
    ? { scale: scale ?? 100 }
    : { fitToPage: true, fitToWidth: width ?? 0, fitToHeight: height ?? 0 };
}

export const POINTS_PER_INCH = 72;
export type Margins = NonNullable<Page["margins"]>;
export const scaled = (margins: Margins, by: number, digits: number): Margins =>
  Object.fromEntries(
    Object.entries(margins).map(([edge, size]) => [edge, Number((size * by).toFixed(digits))]),
  );

function writePage(sheet: Worksheet, page: Page): void {
  const { orientation, paperSize, margins } = page;
  Object.assign(sheet.pageSetup, {
    orientation: lower(orientation ?? "Portrait"),
    paperSize: typeof paperSize === "number" ? paperSize : A4,
    ...Object.fromEntries(FLAG_NAMES.map((name) => [FLAGS[name], Boolean(page[name])])),
    ...(margins && { margins: scaled(margins, 1 / POINTS_PER_INCH, 9) }),
    ...(page.printOrder === "OverThenDown" && { pageOrder: "overThenDown" }),
    ...(typeof page.firstPageNumber === "number" && {
      firstPageNumber: page.firstPageNumber,
      useFirstPageNumber: true,
    }),
    ...zoomOf(page.zoom),
  });
  sheet.headerFooter.oddHeader = writeEdge(page, "Header");
  sheet.headerFooter.oddFooter = writeEdge(page, "Footer");
}

/** What belongs to the sheet as a whole, but for its rules, merges and hidden lines. */
export async function writeSetup(sheet: Worksheet, state: SheetState): Promise<void> {
  const { frozenRows, frozenColumns, gridlines, tabColor, page, protection, zoom } = state;
  const frozen = frozenRows > 0 || frozenColumns > 0;
  sheet.views = [
    {
      ...(frozen
        ? { state: "frozen" as const, xSplit: frozenColumns, ySplit: frozenRows }
        : { state: "normal" as const }),
      showGridLines: gridlines,
      ...(zoom && { zoomScale: zoom }),
    },
  ];
  if (tabColor) sheet.properties.tabColor = toColor(tabColor);
  writePage(sheet, page);
  await writeProtection(sheet, protection);
}
