import type { Area, BorderEdge, CellStyle } from "../../engine/engine";
import { HostError } from "../errors";
import { HostCollection, HostObject } from "../object";
import { bounded, checkFormat, sharedStyle, type SheetAreas, writeStyle } from "./sheet-areas";

const color = (value: unknown): string => {
  if (typeof value !== "string" || value === "") throw new HostError("InvalidArgument", "color");
  return value;
};

class RangeFont extends HostObject {
  readonly type = "RangeFont";
  constructor(private readonly cells: SheetAreas) {
    super();
  }
  private read(part: keyof CellStyle, usual?: unknown): unknown {
    return sharedStyle(this.cells, (style) => style[part] ?? usual);
  }
  get Name(): unknown {
    return this.read("fontName");
  }
  set Name(value: unknown) {
    writeStyle(this.cells, { fontName: String(value) });
  }
  get Size(): unknown {
    return this.read("fontSize");
  }
  set Size(value: unknown) {
    writeStyle(this.cells, { fontSize: Number(value) });
  }
  get Color(): unknown {
    return this.read("fontColor", "#000000");
  }
  set Color(value: unknown) {
    writeStyle(this.cells, { fontColor: color(value) });
  }
  get Bold(): unknown {
    return this.read("bold", false);
  }
  set Bold(value: unknown) {
    writeStyle(this.cells, { bold: Boolean(value) });
  }
  get Italic(): unknown {
    return this.read("italic", false);
  }
  set Italic(value: unknown) {
    writeStyle(this.cells, { italic: Boolean(value) });
  }
}

class RangeFill extends HostObject {
  readonly type = "RangeFill";
  constructor(private readonly cells: SheetAreas) {
    super();
  }
  get Color(): unknown {
    return sharedStyle(this.cells, (style) => style.fill ?? "#FFFFFF");
  }
  set Color(value: unknown) {
    writeStyle(this.cells, { fill: color(value) });
  }
  Clear(): void {
    writeStyle(this.cells, { fill: null });
  }
}

/** The rows, columns and edges of an area that a border of a name lies on. */
const SIDES: Record<string, (cells: SheetAreas) => { cells: SheetAreas; edges: BorderEdge[] }[]> = {
  EdgeTop: (c) => [{ cells: { ...c, areas: c.areas.map((a) => ({ ...a, rows: 1 })) }, edges: ["top"] }],
  EdgeBottom: (c) => [
    {
      cells: { ...c, areas: c.areas.map((a) => ({ ...a, row: a.row + a.rows - 1, rows: 1 })) },
      edges: ["bottom"],
    },
  ],
  EdgeLeft: (c) => [{ cells: { ...c, areas: c.areas.map((a) => ({ ...a, columns: 1 })) }, edges: ["left"] }],
  EdgeRight: (c) => [
    {
      cells: { ...c, areas: c.areas.map((a) => ({ ...a, column: a.column + a.columns - 1, columns: 1 })) },
      edges: ["right"],
    },
  ],
  InsideHorizontal: (c) => [
    {
      cells: { ...c, areas: c.areas.filter((a) => a.rows > 1).map((a) => ({ ...a, rows: a.rows - 1 })) },
      edges: ["bottom"],
    },
    {
      cells: {
        ...c,
        areas: c.areas.filter((a) => a.rows > 1).map((a) => ({ ...a, row: a.row + 1, rows: a.rows - 1 })),
      },
      edges: ["top"],
    },
  ],
  InsideVertical: (c) => [
    {
      cells: {
        ...c,
        areas: c.areas.filter((a) => a.columns > 1).map((a) => ({ ...a, columns: a.columns - 1 })),
      },
      edges: ["right"],
    },
    {
      cells: {
        ...c,
        areas: c.areas
          .filter((a) => a.columns > 1)
          .map((a) => ({ ...a, column: a.column + 1, columns: a.columns - 1 })),
      },
      edges: ["left"],
    },
  ],
};

/** Between rows there is something from two rows on, and likewise between columns. */
const hasNoInside = ({ rows, columns }: Area, side: string): boolean =>
  (side === "InsideHorizontal" && rows === 1) || (side === "InsideVertical" && columns === 1);

class RangeBorder extends HostObject {
  readonly type = "RangeBorder";
  constructor(
    private readonly cells: SheetAreas,
    readonly side: string,
  ) {
    super();
  }
  private get parts(): { cells: SheetAreas; edges: BorderEdge[] }[] {
    return SIDES[this.side]!(this.cells);
  }
  private current(): { style: string; color: string } | null {
    const [part] = this.parts;
    const shown = sharedStyle(part!.cells, ({ borders }) =>
      JSON.stringify(borders?.[part!.edges[0]!] ?? null),
    );
    return shown === null ? null : (JSON.parse(shown) as { style: string; color: string } | null);
  }
  private draw(border: { style: string; color: string } | null): void {
    if (this.cells.manners?.insideBorders && this.cells.areas.some((area) => hasNoInside(area, this.side)))
      throw new HostError("InvalidArgument", this.side);
    for (const { cells, edges } of this.parts)
      if (cells.areas.length > 0)
        writeStyle(cells, { borders: Object.fromEntries(edges.map((edge) => [edge, border])) });
  }
  get SideIndex(): string {
    return this.side;
  }
  get Style(): string {
    return this.current()?.style ?? "None";
  }
  set Style(value: unknown) {
    if (value !== "Continuous" && value !== "None")
      throw new HostError("ApiNotFound", `RangeBorder.style "${String(value)}"`);
    this.draw(value === "None" ? null : { style: value, color: this.current()?.color ?? "#000000" });
  }
  get Color(): string {
    return this.current()?.color ?? "#000000";
  }
  set Color(value: unknown) {
    this.draw({ style: "Continuous", color: color(value) });
  }
}

class RangeBorderCollection extends HostCollection<RangeBorder> {
  readonly type = "RangeBorderCollection";
  constructor(private readonly cells: SheetAreas) {
    super();
  }
  items(): RangeBorder[] {
    return Object.keys(SIDES).map((side) => new RangeBorder(this.cells, side));
  }
  keys({ side }: RangeBorder): string[] {
    return [side];
  }
}

class FormatProtection extends HostObject {
  readonly type = "FormatProtection";
  constructor(private readonly cells: SheetAreas) {
    super();
  }
  get Locked(): unknown {
    return sharedStyle(this.cells, (style) => style.locked);
  }
  set Locked(value: unknown) {
    writeStyle(this.cells, { locked: Boolean(value) });
  }
}

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], what: string): T => {
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new HostError("InvalidArgument", `${what} "${String(value)}"`);
  return found;
};

/** The size that all rows or columns of the areas have, or null. */
function alike(areas: Area[], line: "row" | "column", sizeOf: (index: number) => number): number | null {
  const first = sizeOf(areas[0]![line]);
  const same = (area: Area): boolean =>
    Array.from({ length: area[`${line}s`] }, (_, i) => sizeOf(area[line] + i)).every((s) => s === first);
  return areas.every(same) ? first : null;
}

const HORIZONTAL = ["General", "Left", "Center", "Right"] as const;
const VERTICAL = ["Top", "Center", "Bottom"] as const;

export class RangeFormat extends HostObject {
  readonly type = "RangeFormat";
  constructor(private readonly cells: SheetAreas) {
    super();
  }
  get Font(): RangeFont {
    return new RangeFont(this.cells);
  }
  get Fill(): RangeFill {
    return new RangeFill(this.cells);
  }
  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.cells);
  }
  get Protection(): FormatProtection {
    return new FormatProtection(this.cells);
  }
  get HorizontalAlignment(): unknown {
    return sharedStyle(this.cells, (style) => style.horizontal ?? "General");
  }
  set HorizontalAlignment(value: unknown) {
    writeStyle(this.cells, { horizontal: oneOf(value, HORIZONTAL, "horizontalAlignment") });
  }
  get VerticalAlignment(): unknown {
    return sharedStyle(this.cells, (style) => style.vertical ?? "Bottom");
  }
  set VerticalAlignment(value: unknown) {
    writeStyle(this.cells, { vertical: oneOf(value, VERTICAL, "verticalAlignment") });
  }
  get WrapText(): unknown {
    return sharedStyle(this.cells, (style) => style.wrap ?? false);
  }
  set WrapText(value: unknown) {
    writeStyle(this.cells, { wrap: Boolean(value) });
  }
  /** points; null where columns differ */
  get ColumnWidth(): number | null {
    const { engine, sheet, areas } = this.cells;
    return alike(areas, "column", (column) => engine.columnWidth(sheet, column));
  }
  set ColumnWidth(value: unknown) {
    checkFormat(this.cells, "allowFormatColumns");
    const { engine, sheet, areas } = this.cells;
    for (const area of areas) engine.setColumnWidth(sheet, area.column, area.columns, Number(value));
  }
  /** points; null where rows differ */
  get RowHeight(): number | null {
    const { engine, sheet, areas } = this.cells;
    const tables = areas.map((area) => bounded(this.cells, { ...area, columns: 1 }) ?? { ...area, rows: 1 });
    return alike(tables, "row", (row) => engine.rowHeight(sheet, row));
  }
  set RowHeight(value: unknown) {
    this.setRowHeights(Number(value));
  }
  AutofitRows(): void {
    this.setRowHeights(null);
  }
  private setRowHeights(height: number | null): void {
    checkFormat(this.cells, "allowFormatRows");
    for (const area of this.cells.areas) {
      const { row, rows } = bounded(this.cells, { ...area, columns: 1 }) ?? area;
      this.cells.engine.setRowHeight(this.cells.sheet, row, rows, height);
    }
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = {
  RangeFont,
  RangeFill,
  RangeBorder,
  RangeBorderCollection,
  FormatProtection,
  RangeFormat,
};
