import type { PageSetup } from "@cj-tech-master/excelts";
import { elements } from "..";
import type { SheetState } from "../../grid";
import { given } from "../write/looks";
import { FLAG_NAMES, FLAGS, type Page, POINTS_PER_INCH, scaled, type Zoom } from "../write/page";
import type { FileSheet, XlsxFile } from "./file";
import { readEdge } from "./headers";
import { readPrintAreas } from "./names";
import { readProtection } from "./protection";
import { fromColor } from "./styles";

/** Excel's names of paper, in the order of the file's numbers from 1. */
const PAPERS =
  `Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14
  Paper11x17 Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5
  EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch
  EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman`.split(/\s+/);

/** The page with its paper as a file counts it; a size that has neither name nor number is A4. */
export const withPaperNumber = ({ paperSize, ...page }: Page): Page => {
  const number = typeof paperSize === "number" ? paperSize : PAPERS.indexOf(paperSize ?? "A4") + 1;
  return { ...page, ...(number > 0 && { paperSize: number }) };
};

const readZoom = ({ fitToPage, fitToWidth, fitToHeight, scale }: Partial<PageSetup>): Zoom | undefined =>
  fitToPage
    ? { horizontalFitToPages: fitToWidth ?? 1, verticalFitToPages: fitToHeight ?? 1 }
    : scale !== undefined && scale !== 100
      ? { scale }
      : undefined;

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

export function readSetup(
  from: FileSheet,
  file: XlsxFile,
): Omit<SheetState, "validations" | "highlights" | "charts" | "merges" | "hidden"> {
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
