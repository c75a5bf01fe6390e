import { apart, columnNumber, covering, type Merge, MOST_COLUMNS, MOST_ROWS, readMerge } from "./merges";
import { readXml, type Tag, written } from "./plain-xml";
import { refuse } from "./refusal";
import { elements, rawAttribute, withAttribute } from "./xml";

/** How much of a file is read. What stands beyond the rows and columns is cut off, of the others more is refused. */
export interface Most {
  rows: number;
  columns: number;
  /** in all sheets together */
  cells: number;
  /** on a sheet */
  merges: number;
}

/** A link on a cell or an area: to an address outside the file, or a place in it. */
export interface SheetLink {
  ref: string;
  /** the relation that holds the address */
  id?: string;
  location?: string;
  tooltip?: string;
}

export interface SheetContent {
  /** the sheet for the library: what it has to know, with all places written out */
  xml: string;
  /** plain XML of everything on the sheet but its rows */
  setup: string;
  /** merged areas such as A1:B2, none overlapping another */
  merges: string[];
  links: SheetLink[];
  /** something stands beyond the rows and columns that are read */
  beyond: boolean;
}

/** What the cells of all sheets share. */
export interface Shared {
  most: Most;
  cells: number;
  /** the new number of a shared text */
  text: (number: number) => number;
}

/** The elements of a sheet that the library is to read. */
const KEPT = new Set([
  "sheetPr",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetProtection",
  "autoFilter",
  "conditionalFormatting",
  "dataValidations",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
]);
/** Letters of everything but the rows, and areas of its rules; a form has some 20,000 and 100. */
const MOST_SETUP = 4_000_000;
const MOST_AREAS = 50_000;
const END_OF_ROWS = /<\/(?:[^\s<>:]+:)?sheetData\s*>/g;
const CONTENT = /<(?:[^\s<>:]+:)?(?:v|f|is)[\s>]/;

/** The merges of a sheet, which stand below its rows. */
function mergesOf(xml: string, most: Most, sheet: string): Merge[] {
  const from = Math.max(0, xml.lastIndexOf("sheetData"));
  const found: Merge[] = [];
  let count = 0;
  for (const [, double, single] of xml
    .slice(from)
    .matchAll(/<(?:[^\s<>:]+:)?mergeCell\s[^<>]*?\bref\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (++count > most.merges) refuse({ code: "too-much", what: "merges", sheet, limit: most.merges });
    const merge = readMerge(double ?? single ?? "");
    if (merge) found.push(merge);
  }
  return apart(found);
}

const LETTERS: string[] = [];
function lettersOf(column: number): string {
  return (LETTERS[column] ??=
    (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : "") +
    String.fromCharCode(65 + ((column - 1) % 26)));
}

const placed = (attributes: string, place: string): string =>
  rawAttribute(attributes, "r") === place ? attributes : withAttribute(attributes, "r", place);

/** Reads the rows of a sheet: each row and cell with its place, texts under their new numbers, nothing under a merge. */
class Rows {
  xml = "";
  beyond = false;
  private row = 0;
  private column = 0;
  private cell: "read" | "shared" | "covered" | "beyond" | "none" = "none";
  /** of the innermost element that is open */
  private depth = 0;
  private number = "";
  private readonly covered: (row: number, column: number) => boolean;

  constructor(
    private readonly source: string,
    private readonly sheet: string,
    merges: readonly Merge[],
    private readonly shared: Shared,
  ) {
    this.covered = covering(merges);
  }

  tag(tag: Tag, end: number): number | void {
    this.depth = tag.kind === "open" ? tag.depth : tag.depth - 1;
    if (tag.depth === 3 && tag.name === "row") return this.rowTag(tag, end);
    if (tag.depth === 4 && tag.name === "c") this.cellTag(tag);
    else if (tag.depth > 4) this.contentTag(tag);
  }

  text(text: string): void {
    if (this.depth < 5) return;
    if (this.cell === "shared") this.number += text;
    else if (this.cell === "read") this.xml += text;
  }

  private rowTag(tag: Tag, end: number): number | void {
    if (tag.kind !== "close") {
      const row = Number(rawAttribute(tag.attributes, "r") ?? this.row + 1);
      this.row = Number.isInteger(row) && row > 0 && row <= MOST_ROWS ? row : this.row + 1;
      this.column = 0;
      if (this.row > this.shared.most.rows) return this.cut(end);
      tag.attributes = placed(tag.attributes, String(this.row));
    }
    this.xml += written(tag);
  }

  /** Nothing below is read; it is only looked whether there is something. */
  private cut(from: number): number | void {
    END_OF_ROWS.lastIndex = from;
    const end = END_OF_ROWS.exec(this.source)?.index ?? refuse({ code: "sheet-lost", sheet: this.sheet });
    this.beyond ||= CONTENT.test(this.source.slice(from, end));
    return end;
  }

  private cellTag(tag: Tag): void {
    if (tag.kind === "close") {
      if (this.cell === "read" || this.cell === "shared") this.xml += "</c>";
      this.cell = "none";
      return;
    }
    const { most } = this.shared;
    const letters = /^\$?([A-Z]+)/.exec(rawAttribute(tag.attributes, "r") ?? "")?.[1] ?? "";
    this.column = columnNumber(letters) || this.column + 1;
    if (this.column > most.columns) {
      this.cell = "beyond";
      return;
    }
    if (++this.shared.cells > most.cells) refuse({ code: "too-much", what: "cells", limit: most.cells });
    const place = `${lettersOf(this.column)}${this.row}`;
    if (this.covered(this.row, this.column)) {
      const style = rawAttribute(tag.attributes, "s");
      this.xml += `<c r="${place}"${style === undefined ? "" : ` s="${style}"`}/>`;
      this.cell = "covered";
      return;
    }
    this.cell = rawAttribute(tag.attributes, "t") === "s" ? "shared" : "read";
    this.xml += written({ ...tag, attributes: placed(tag.attributes, place) });
  }

  private contentTag(tag: Tag): void {
    if (this.cell === "beyond") this.beyond = true;
    if (this.cell === "read") this.xml += written(tag);
    if (this.cell !== "shared") return;
    if (tag.name !== "v") return;
    if (tag.kind === "open") this.number = "";
    else if (tag.kind === "close") this.xml += `<v>${this.shared.text(Number(this.number))}</v>`;
  }
}

/** Columns of the sheet, as far as they are read; null where none is. */
function column(tag: Tag, most: Most): Tag | null {
  const [min, max] = [rawAttribute(tag.attributes, "min"), rawAttribute(tag.attributes, "max")].map(
    Number,
  ) as [number, number];
  const last = Math.min(max, most.columns, MOST_COLUMNS);
  return min >= 1 && min <= last ? { ...tag, attributes: withAttribute(tag.attributes, "max", last) } : null;
}

/** Reads the XML of a sheet. Refuses what is not whole, or more than is read. */
export function readSheetXml(source: string, sheet: string, shared: Shared): SheetContent {
  const merges = mergesOf(source, shared.most, sheet);
  const rows = new Rows(source, sheet, merges, shared);
  let [xml, setup, child, root, areas] = ["", "", "", "", 0];
  const add = (text: string): void => {
    if (child === "" || KEPT.has(child)) xml += text;
    setup += text;
    if (setup.length > MOST_SETUP || areas > MOST_AREAS)
      refuse({ code: "too-much", what: "setup", sheet, limit: MOST_AREAS });
  };
  readXml(source, {
    tag: (tag, end) => {
      if (tag.depth === 1) root = tag.name;
      if (tag.depth === 2) child = tag.name;
      if (child === "sheetData" && tag.depth > 2) return rows.tag(tag, end);
      const one =
        child === "cols" && tag.name === "col" && tag.kind !== "close" ? column(tag, shared.most) : tag;
      areas += rawAttribute(tag.attributes, "sqref")?.split(" ").length ?? 0;
      if (one) add(written(one));
      if (tag.depth === 2 && child === "sheetData" && tag.kind !== "open")
        xml += `<sheetData>${rows.xml}</sheetData>`;
      if (tag.depth === 2 && tag.kind !== "open") child = "";
    },
    text: (text) => (child === "sheetData" ? rows.text(text) : child === "" ? undefined : add(text)),
  });
  if (root !== "worksheet") refuse({ code: "sheet-lost", sheet });
  return {
    xml,
    setup,
    merges: merges.map(({ address }) => address),
    links: linksOf(setup),
    beyond: rows.beyond,
  };
}

const linksOf = (setup: string): SheetLink[] =>
  elements(setup, "hyperlink").map(({ attribute }) => {
    const [id, location, tooltip] = ["r:id", "location", "tooltip"].map(attribute);
    return {
      ref: attribute("ref") ?? "",
      ...(id !== undefined && { id }),
      ...(location !== undefined && { location }),
      ...(tooltip !== undefined && { tooltip }),
    };
  });
