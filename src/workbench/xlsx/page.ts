import type { PageSetup, Worksheet, WorksheetProtection } from "@cj-tech-master/excelts";
import type { SheetState } from "../engine/engine";
import { given, fromColor, toColor } from "./styles";

/** Excel's names of paper and the file's numbers. */
const PAPERS: Record<string, number> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };
const A4 = 9;

type Page = SheetState["page"];
type Zoom = { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };

const lower = (text: unknown): string => String(text).toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The library puts a $ before column letters only. */
const absoluteRows = (address: string): string => address.replace(/([A-Z])(\d)/g, "$1$$$2");
const relative = (address: string): string => address.replace(/\$/g, "");

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
type Margins = Record<string, number>;
const scaled = (margins: Margins, by: number): Margins =>
  Object.fromEntries(
    Object.entries(margins).map(([edge, size]) => [edge, Math.round(size * by * 1e6) / 1e6]),
  );

function writePage(sheet: Worksheet, page: Page): void {
  const { printArea, printTitleRows, orientation, paperSize, centerHorizontally, centerFooter, margins } =
    page;
  Object.assign(sheet.pageSetup, {
    orientation: lower(orientation ?? "Portrait"),
    paperSize: PAPERS[String(paperSize)] ?? A4,
    horizontalCentered: Boolean(centerHorizontally),
    ...(Boolean(margins) && { margins: scaled(margins as Margins, 1 / POINTS_PER_INCH) }),
    ...zoomOf(page.zoom as Zoom | undefined),
    ...(typeof printArea === "string" && { printArea: absoluteRows(printArea) }),
    ...(typeof printTitleRows === "string" && { printTitlesRow: printTitleRows }),
  });
  if (centerFooter) sheet.headerFooter.oddFooter = `&C${String(centerFooter)}`;
}

/** The middle part of a footer that says what stands left, in the middle and right. */
const centerOf = (footer: string | null | undefined): string | undefined =>
  /&C((?:(?!&[LR]).)*)/su.exec(footer ?? "")?.[1];

const readPage = ({ pageSetup, headerFooter }: Worksheet): Page =>
  given({
    orientation: capital(pageSetup.orientation ?? "portrait"),
    paperSize: Object.keys(PAPERS).find((name) => PAPERS[name] === Number(pageSetup.paperSize)),
    zoom: readZoom(pageSetup as Partial<PageSetup>),
    centerHorizontally: pageSetup.horizontalCentered || undefined,
    margins: pageSetup.margins && scaled(pageSetup.margins as unknown as Margins, POINTS_PER_INCH),
    printArea: pageSetup.printArea && relative(pageSetup.printArea).replace(/&&/g, ","),
    printTitleRows: pageSetup.printTitlesRow && relative(pageSetup.printTitlesRow),
    centerFooter: centerOf(headerFooter?.oddFooter),
  });

/** `allowSort` ↔ `sort` */
const inFile = (option: string): string => option.charAt(5).toLowerCase() + option.slice(6);
const OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
];
const FILE_NAMES: Record<string, string> = { allowEditObjects: "objects", allowEditScenarios: "scenarios" };
const fileName = (option: string): string => FILE_NAMES[option] ?? inFile(option);

const SELECTION: Record<string, Partial<WorksheetProtection>> = {
  Normal: {},
  Unlocked: { selectLockedCells: false },
  None: { selectLockedCells: false, selectUnlockedCells: false },
};

async function writeProtection(sheet: Worksheet, protection: SheetState["protection"]): Promise<void> {
  if (!protection) return;
  const options = Object.fromEntries(
    OPTIONS.map((option) => [fileName(option), Boolean(protection[option])]),
  );
  await sheet.protect(String(protection.password ?? ""), {
    ...options,
    ...SELECTION[String(protection.selectionMode ?? "Normal")],
  });
}

/** A password is in the file as a hash only: nothing that is typed can be it, so the sheet stays protected. */
function readProtection(sheet: Worksheet): SheetState["protection"] {
  const read = (sheet as unknown as { sheetProtection: Record<string, unknown> | null }).sheetProtection;
  if (!read?.sheet) return null;
  const editing = new Set(["objects", "scenarios"]);
  const allowed = (name: string): boolean => (editing.has(name) ? read[name] !== false : Boolean(read[name]));
  return {
    ...Object.fromEntries(OPTIONS.map((option) => [option, allowed(fileName(option))])),
    selectionMode:
      read.selectUnlockedCells === false ? "None" : read.selectLockedCells === false ? "Unlocked" : "Normal",
    password: read.hashValue === undefined ? "" : String(read.hashValue),
  };
}

/** What belongs to the sheet as a whole, but for its rules, merges and hidden lines. */
export async function writeSetup(sheet: Worksheet, state: SheetState): Promise<void> {
  const { frozenRows, frozenColumns, gridlines, tabColor, page, protection } = state;
  const frozen = frozenRows > 0 || frozenColumns > 0;
  sheet.views = [
    {
      ...(frozen
        ? { state: "frozen" as const, xSplit: frozenColumns, ySplit: frozenRows }
        : { state: "normal" as const }),
      showGridLines: gridlines,
    },
  ];
  if (tabColor) sheet.properties.tabColor = toColor(tabColor);
  writePage(sheet, page);
  await writeProtection(sheet, protection);
}

export function readSetup(
  sheet: Worksheet,
): Omit<SheetState, "validations" | "highlights" | "merges" | "hidden"> {
  const [view] = sheet.views ?? [];
  const { xSplit = 0, ySplit = 0 } = view?.state === "frozen" ? view : {};
  return {
    protection: readProtection(sheet),
    frozenRows: ySplit,
    frozenColumns: xSplit,
    gridlines: view?.showGridLines ?? true,
    tabColor: fromColor(sheet.properties.tabColor) ?? "",
    visible: sheet.state === "visible",
    page: readPage(sheet),
  };
}
