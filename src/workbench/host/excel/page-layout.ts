import type { PageEdge, PageSetup } from "../../engine/engine";
import { formatArea, parseArea } from "../address";
import { HostError } from "../errors";
import type { Method, Property, Sheet, Table } from "../model";
import { asKind, type HostObject, object } from "../object";
import { oneOf } from "./arguments";
import { areasAt } from "./places";

const page = ({ book, sheet }: Sheet): PageSetup => book.engine.sheetState(sheet).page;

const setPage = (sheet: Sheet, part: PageSetup): void =>
  sheet.book.engine.updateSheet(sheet.sheet, { page: { ...page(sheet), ...part } });

/** A part of the page. @param usual where the page does not say */
const part = <P extends keyof PageSetup>(
  name: P,
  convert: (value: unknown) => PageSetup[P],
  usual: PageSetup[P],
): Property<Sheet> => ({
  read: (sheet) => page(sheet)[name] ?? usual,
  write: (sheet, value) => setPage(sheet, { [name]: convert(value) }),
});

const POINTS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
/** Excel's own margins, in points. */
const MARGINS: Record<PageEdge, number> = {
  left: 50.4,
  right: 50.4,
  top: 54,
  bottom: 54,
  header: 21.6,
  footer: 21.6,
};

const margin = (edge: PageEdge): Property<Sheet> => ({
  read: (sheet) => page(sheet).margins?.[edge] ?? MARGINS[edge],
});

/** Margins that are not given stay. */
function setMargins(sheet: Sheet, unit: unknown, options: unknown): void {
  const points = POINTS[String(unit)];
  const given = Object.entries((options ?? {}) as Record<string, unknown>).filter(
    ([, size]) => size !== null,
  );
  if (!points || given.some(([edge, size]) => !(edge in MARGINS) || typeof size !== "number" || size < 0))
    throw new HostError("InvalidArgument", "PageLayout.setPrintMargins");
  const sizes = given.map(([edge, size]) => [edge, Number(size) * points] as const);
  setPage(sheet, { margins: { ...MARGINS, ...page(sheet).margins, ...Object.fromEntries(sizes) } });
}

/** A Range, RangeAreas or address, as an address without sheet and dollar signs. */
function addressOf(area: unknown): string {
  const cells = asKind(area, "Range") ?? asKind(area, "RangeAreas");
  return (cells?.of.areas ?? areasAt(area)).map(formatArea).join(",");
}

const setAddress = (name: "printArea" | "printTitleRows"): Method<Sheet> => ({
  call: (sheet, area) => setPage(sheet, { [name]: addressOf(area) }),
});

function printArea(sheet: Sheet): HostObject | null {
  const address = page(sheet).printArea;
  return address === undefined ? null : object("RangeAreas", { ...sheet, areas: areasAt(address) });
}

function titleRows(sheet: Sheet): HostObject | null {
  const address = page(sheet).printTitleRows;
  return address === undefined ? null : object("Range", { ...sheet, areas: [parseArea(address)] });
}

export const HeaderFooter: Table<Sheet> = { members: { centerFooter: part("centerFooter", String, "") } };

export const HeaderFooterGroup: Table<Sheet> = {
  members: { defaultForAllPages: { read: (sheet) => object("HeaderFooter", sheet) } },
};

const orientation = (value: unknown): "Portrait" | "Landscape" =>
  oneOf(value, ["Portrait", "Landscape"], "PageLayout.orientation");

export const PageLayout: Table<Sheet> = {
  members: {
    orientation: part("orientation", orientation, "Portrait"),
    paperSize: part("paperSize", (value) => value as string, "A4"),
    zoom: part("zoom", (value) => value as PageSetup["zoom"], { scale: 100 }),
    centerHorizontally: part("centerHorizontally", Boolean, false),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    headersFooters: { read: (sheet) => object("HeaderFooterGroup", sheet) },
    setPrintMargins: { call: setMargins },
    setPrintArea: setAddress("printArea"),
    setPrintTitleRows: setAddress("printTitleRows"),
    getPrintAreaOrNullObject: { call: printArea },
    getPrintTitleRowsOrNullObject: { call: titleRows },
  },
};
