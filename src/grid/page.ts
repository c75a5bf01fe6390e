/** Edges of a page that have a margin. */
export type PageEdge = "left" | "right" | "top" | "bottom" | "header" | "footer";

type Place = "left" | "center" | "right";

/** How a sheet is printed, in Excel's words; what is not said is Excel's default. */
export interface PageSetup extends Partial<Record<`${Place}${"Header" | "Footer"}`, string>> {
  orientation?: "Portrait" | "Landscape";
  /** Excel's name, such as `A4`, or another maker's number */
  paperSize?: string | number;
  /** percent, or the pages that the sheet is to fit */
  zoom?: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  /** points */
  margins?: Partial<Record<PageEdge, number>>;
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  blackAndWhite?: boolean;
  draftMode?: boolean;
  printGridlines?: boolean;
  printHeadings?: boolean;
  printOrder?: "DownThenOver" | "OverThenDown";
  firstPageNumber?: number;
  /** addresses without the sheet, such as `A1:F20,H1:J9`, `1:4` and `A:B` */
  printArea?: string;
  printTitleRows?: string;
  printTitleColumns?: string;
}
