import { elements } from "..";
import type { PageSetup, Worksheet } from "@cj-tech-master/excelts";
import type { SheetState } from "../../grid";
import type { FileSheet, XlsxFile } from "./file";
import { readEdge, writeEdge } from "./headers";
import { readPrintAreas } from "./names";
import { readProtection, writeProtection } from "./protection";
import { given, fromColor, toColor } from "./styles";

/** Excel's names of paper, in the order of the file's numbers from 1. */
const PAPERS =
  `Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14
  Paper11x17 Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5
  EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch
  EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman`.split(/\s+/);
const A4 = PAPERS.indexOf("A4") + 1;

/** Whether something is printed so: Office.js's name and the library's. */
const FLAGS = {
  centerHorizontally: "horizontalCentered",
  centerVertically: "verticalCentered",
  blackAndWhite: "blackAndWhite",
  draftMode: "draft",
  printGridlines: "showGridLines",
  printHeadings: "showRowColHeaders",
} as const;
const FLAG_NAMES = Object.keys(FLAGS) as (keyof typeof FLAGS)[];

type Page = SheetState["page"];
type Zoom = NonNullable<Page["zoom"]>;

const lower = (text: unknown): string => String(text).toLowerCase();

function zoomOf(zoom: Zoom | undefined): Partial<PageSetup> {
  if (!zoom) return {};
  const { scale, horizontalFitToPages: width, verticalFitToPages: height } = zoom;
  return width === undefined && height === undefined
    ? { scale: scale ?? 100 }
    : { fitToPage: true, fitToWidth: width ?? 0, fitToHeight: height ?? 0 };
}

const readZoom = ({ fitToPage, fitToWidth, fitToHeight, scale }: Partial<PageSetup>): Zoom | undefined =>
  fitToPage
    ? { horizontalFitToPages: fitToWidth ?? 1, verticalFitToPages: fitToHeight ?? 1 }
    : scale !== undefined && scale !== 100
      ? { scale }
      : undefined;

const POINTS_PER_INCH = 72;
type Margins = NonNullable<Page["margins"]>;
const scaled = (margins: Margins, by: number, digits: number): Margins =>
  Object.fromEntries(
    Object.entries(margins).map(([edge, size]) => [edge, Number((size * by).toFixed(digits))]),
  );

function writePage(sheet: Worksheet, page: Page): void {
  const { orientation, paperSize, margins } = page;
  const paper = typeof paperSize === "number" ? paperSize : PAPERS.indexOf(String(paperSize)) + 1;
  Object.assign(sheet.pageSetup, {
    orientation: lower(orientation ?? "Portrait"),
    paperSize: paper || A4,
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

/** Sizes of other makers, which have no name, stay numbers. */
function paperOf(number: unknown): string | number | undefined {
  if (number === undefined || number === null) return undefined;
  return PAPERS[Number(number) - 1] ?? Number(number);
}

/** The page's first number, where the file gives one of its own, and the order in which pages follow. */
function readNumbering(xml: string): Page {
  const [setup] = elements(xml, "pageSetup");
  const first = Number(setup?.attribute("firstPageNumber") ?? NaN);
  const own = /^(?:1|true)$/.test(setup?.attribute("useFirstPageNumber") ?? "");
  return {
    ...(own && Number.isInteger(first) && { firstPageNumber: first }),
    ...(setup?.attribute("pageOrder") === "overThenDown" && { printOrder: "OverThenDown" }),
  };
}

function readPage({ sheet, name, xml }: FileSheet, book: string): Page {
  const { pageSetup, headerFooter } = sheet;
  const setup = pageSetup as unknown as Record<string, unknown>;
  return given({
    orientation: pageSetup.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: paperOf(pageSetup.paperSize),
    zoom: readZoom(pageSetup as Partial<PageSetup>),
    ...Object.fromEntries(FLAG_NAMES.map((flag) => [flag, setup[FLAGS[flag]] ? true : undefined])),
    margins: pageSetup.margins && scaled(pageSetup.margins, POINTS_PER_INCH, 6),
    ...readNumbering(xml),
    ...readPrintAreas(book, name),
    ...readEdge(headerFooter?.oddHeader, "Header"),
    ...readEdge(headerFooter?.oddFooter, "Footer"),
  });
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

export function readSetup(
  from: FileSheet,
  file: XlsxFile,
): Omit<SheetState, "validations" | "highlights" | "merges" | "hidden"> {
  const { sheet, xml } = from;
  const [view] = sheet.views ?? [];
  const { xSplit = 0, ySplit = 0 } = view?.state === "frozen" ? view : {};
  const zoom = view?.zoomScale;
  return {
    protection: readProtection(xml),
    frozenRows: ySplit,
    frozenColumns: xSplit,
    gridlines: view?.showGridLines ?? true,
    tabColor: fromColor(sheet.properties.tabColor, file.theme) ?? "",
    visible: sheet.state === "visible",
    ...(sheet.state === "veryHidden" && { veryHidden: true }),
    ...(zoom && zoom !== 100 && { zoom }),
    page: readPage(from, file.book),
  };
}
