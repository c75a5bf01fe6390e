import type { PageSetup } from "../../engine/engine";
import { formatArea } from "../address";
import { HostError } from "../errors";
import { HostObject } from "../object";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import type { Worksheet } from "./worksheet";

const page = (sheet: Worksheet): PageSetup => sheet.engine.sheetState(sheet.id).page;

const setPage = (sheet: Worksheet, part: PageSetup): void =>
  sheet.engine.updateSheet(sheet.id, { page: { ...page(sheet), ...part } });

/** A Range, RangeAreas or address, as an address without sheet and dollar signs. */
const addressOf = (sheet: Worksheet, area: unknown): string => {
  const areas = area instanceof Range ? [area.area] : area instanceof RangeAreas ? area.areas : null;
  return (areas ?? sheet.GetRanges(area).areas).map(formatArea).join(",");
};

const POINTS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
/** Excel's own margins, in points. */
const MARGINS = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };
type Margins = typeof MARGINS;

class HeaderFooter extends HostObject {
  readonly type = "HeaderFooter";
  constructor(private readonly sheet: Worksheet) {
    super();
  }
  get CenterFooter(): unknown {
    return page(this.sheet).centerFooter ?? "";
  }
  set CenterFooter(value: unknown) {
    setPage(this.sheet, { centerFooter: String(value) });
  }
}

class HeaderFooterGroup extends HostObject {
  readonly type = "HeaderFooterGroup";
  constructor(private readonly sheet: Worksheet) {
    super();
  }
  get DefaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.sheet);
  }
}

export class PageLayout extends HostObject {
  readonly type = "PageLayout";
  constructor(private readonly sheet: Worksheet) {
    super();
  }
  get Orientation(): unknown {
    return page(this.sheet).orientation ?? "Portrait";
  }
  set Orientation(value: unknown) {
    if (value !== "Portrait" && value !== "Landscape")
      throw new HostError("InvalidArgument", "PageLayout.orientation");
    setPage(this.sheet, { orientation: value });
  }
  get PaperSize(): unknown {
    return page(this.sheet).paperSize ?? "A4";
  }
  set PaperSize(value: unknown) {
    setPage(this.sheet, { paperSize: value as PageSetup["paperSize"] });
  }
  get Zoom(): unknown {
    return page(this.sheet).zoom ?? { scale: 100 };
  }
  set Zoom(value: unknown) {
    setPage(this.sheet, { zoom: value as PageSetup["zoom"] });
  }
  get CenterHorizontally(): unknown {
    return page(this.sheet).centerHorizontally ?? false;
  }
  set CenterHorizontally(value: unknown) {
    setPage(this.sheet, { centerHorizontally: Boolean(value) });
  }
  private get margins(): Margins {
    return { ...MARGINS, ...page(this.sheet).margins };
  }
  get LeftMargin(): number {
    return this.margins.left;
  }
  get RightMargin(): number {
    return this.margins.right;
  }
  get TopMargin(): number {
    return this.margins.top;
  }
  get BottomMargin(): number {
    return this.margins.bottom;
  }
  get HeaderMargin(): number {
    return this.margins.header;
  }
  get FooterMargin(): number {
    return this.margins.footer;
  }
  /** Margins that are not given stay. */
  SetPrintMargins(unit: unknown, options: unknown): void {
    const points = POINTS[String(unit)];
    const given = Object.entries((options ?? {}) as Record<string, unknown>).filter(
      ([, size]) => size !== null,
    );
    if (!points || given.some(([edge, size]) => !(edge in MARGINS) || typeof size !== "number" || size < 0))
      throw new HostError("InvalidArgument", "PageLayout.setPrintMargins");
    const sizes = given.map(([edge, size]) => [edge, Number(size) * points] as const);
    setPage(this.sheet, { margins: { ...this.margins, ...Object.fromEntries(sizes) } });
  }
  get HeadersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.sheet);
  }
  private rangeAt(name: "printTitleRows"): Range | null {
    const address = page(this.sheet)[name];
    return typeof address === "string" ? this.sheet.GetRange(address) : null;
  }
  GetPrintAreaOrNullObject(): RangeAreas | null {
    const address = page(this.sheet).printArea;
    return typeof address === "string" ? this.sheet.GetRanges(address) : null;
  }
  GetPrintTitleRowsOrNullObject(): Range | null {
    return this.rangeAt("printTitleRows");
  }
  SetPrintArea(area: unknown): void {
    setPage(this.sheet, { printArea: addressOf(this.sheet, area) });
  }
  SetPrintTitleRows(area: unknown): void {
    setPage(this.sheet, { printTitleRows: addressOf(this.sheet, area) });
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = { HeaderFooter, HeaderFooterGroup, PageLayout };
