import { MAX_COLUMNS, MAX_ROWS } from "../grid";
import { cellXml, type CellParts } from "./cell";
import { apart, columnNumber, covering, lettersOf, type Merge, readMerge } from "./merges";
import { readXml, type Tag, written } from "./plain-xml";
import { refuse } from "./refusal";
import { TextReader } from "./texts";
import { elements, rawAttribute, unescapeXml, withAttribute } from "./xml";

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
  /** cells in which something stands that a merge does not show */
  covered: string[];
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

/** Without comments and without what stands as character data. */
function withoutRemarks(xml: string): string {
  let [plain, at] = ["", 0];
  for (let from = xml.indexOf("<!"); from >= 0; from = xml.indexOf("<!", at)) {
    plain += xml.slice(at, from);
    const mark = xml.startsWith("<![CDATA[", from) ? "]]>" : "-->";
    const end = xml.indexOf(mark, from);
    if (end < 0) return plain;
    at = end + mark.length;
  }
  return plain + xml.slice(at);
}

/** The merges of a sheet, which stand below its rows. */
function mergesOf(source: string, most: Most, sheet: string): Merge[] {
  const xml = withoutRemarks(source);
  const from = Math.max(0, xml.lastIndexOf("sheetData"));
  const found: Merge[] = [];
  let count = 0;
  for (const [, double, single] of xml
    .slice(from)
    .matchAll(/<(?:[^\s<>:]+:)?mergeCell\s[^<>]*?\bref\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (++count > most.merges) refuse({ code: "too-much", what: "merges", sheet, limit: most.merges });
    const merge = readMerge(unescapeXml(double ?? single ?? ""));
    if (merge) found.push(merge);
  }
  return apart(found);
}

const placed = (attributes: string, place: string): string =>
  rawAttribute(attributes, "r") === place ? attributes : withAttribute(attributes, "r", place);

/** What a row without cells still tells. */
const TELLING = /\s(?:s|ht|hidden|customHeight|outlineLevel|collapsed)="/;
/** The parts of a cell that are read. */
const PART = { v: "value", f: "formula", is: "text" } as const;

/** Reads the rows of a sheet: each row and cell with its place, texts under their new numbers, nothing under a merge. */
class Rows {
  xml = "";
  beyond = false;
  readonly covered: string[] = [];
  private row = 0;
  private rowAttributes = "";
  private line = "";
  private column = 0;
  private place = "";
  private cell: "read" | "covered" | "beyond" | "none" = "none";
  private attributes = "";
  private parts: CellParts = { type: "n" };
  private part: (typeof PART)[keyof typeof PART] | undefined;
  private own = new TextReader();
  /** of shared formulas, the numbers that are told */
  private readonly groups = new Set<string>();
  private readonly isCovered: (row: number, column: number) => boolean;

  constructor(
    private readonly source: string,
    private readonly sheet: string,
    merges: readonly Merge[],
    private readonly shared: Shared,
  ) {
    this.isCovered = covering(merges);
  }

  tag(tag: Tag, end: number): number | void {
    if (tag.depth === 3 && tag.name === "row") return this.rowTag(tag, end);
    if (tag.depth === 4 && tag.name === "c") this.cellTag(tag);
    else if (tag.depth === 5 && this.cell !== "none") this.partTag(tag);
    else if (tag.depth > 5 && this.part === "text") this.own.tag(tag, tag.depth - 5);
  }

  text(text: string): void {
    if (this.part === undefined) return;
    if (this.part === "text") this.own.add(text);
    else this.parts[this.part] = (this.parts[this.part] ?? "") + unescapeXml(text);
  }

  private count(): void {
    const { most } = this.shared;
    if (++this.shared.cells > most.cells) refuse({ code: "too-much", what: "cells", limit: most.cells });
  }

  private rowTag({ kind, attributes }: Tag, end: number): number | void {
    if (kind !== "close") {
      const row = Number(unescapeXml(rawAttribute(attributes, "r") ?? String(this.row + 1)));
      this.row = Number.isInteger(row) && row > 0 && row <= MAX_ROWS ? row : this.row + 1;
      this.column = 0;
      if (this.row > this.shared.most.rows) return this.cut(end);
      this.rowAttributes = placed(attributes, String(this.row));
      this.line = "";
    }
    if (kind === "open") return;
    const telling = TELLING.test(this.rowAttributes);
    if (this.line === "" && telling) this.count();
    if (this.line !== "" || telling) this.xml += `<row${this.rowAttributes}>${this.line}</row>`;
  }

  /** Nothing below is read; it is only looked whether there is something. */
  private cut(from: number): number | void {
    END_OF_ROWS.lastIndex = from;
    const end = END_OF_ROWS.exec(this.source)?.index ?? refuse({ code: "sheet-lost", sheet: this.sheet });
    this.beyond ||= CONTENT.test(this.source.slice(from, end));
    return end;
  }

  private cellTag(tag: Tag): void {
    if (tag.kind !== "close") this.cellStart(tag.attributes);
    if (tag.kind !== "open") this.cellEnd();
  }

  private cellStart(attributes: string): void {
    const letters = /^\$?([A-Z]+)/.exec(unescapeXml(rawAttribute(attributes, "r") ?? ""))?.[1] ?? "";
    this.column = columnNumber(letters) || this.column + 1;
    this.parts = { type: unescapeXml(rawAttribute(attributes, "t") ?? "n") };
    this.cell = this.column > this.shared.most.columns ? "beyond" : "read";
    if (this.cell === "beyond") return;
    this.count();
    this.place = `${lettersOf(this.column)}${this.row}`;
    const style = rawAttribute(attributes, "s");
    this.attributes = ` r="${this.place}"${style === undefined ? "" : ` s="${style}"`}`;
    if (this.isCovered(this.row, this.column)) this.cell = "covered";
  }

  private cellEnd(): void {
    const { cell, parts, attributes } = this;
    if (parts.group !== undefined && parts.formula) this.groups.add(parts.group);
    if (parts.group !== undefined && !this.groups.has(parts.group)) delete parts.group;
    const { type: _type, ...held } = parts;
    const holds = Object.values(held).some((text) => text.trim() !== "");
    if (cell === "beyond") this.beyond ||= Object.keys(held).length > 0;
    if (cell === "covered" && holds) this.covered.push(this.place);
    if (cell === "read" || cell === "covered")
      this.line += cellXml(attributes, cell === "read" ? parts : { type: "n" }, this.shared.text);
    this.cell = "none";
  }

  private partTag(tag: Tag): void {
    const part = (PART as Partial<Record<string, (typeof PART)[keyof typeof PART]>>)[tag.name];
    if (tag.kind !== "close" && part === "formula") this.formulaStart(tag.attributes);
    if (tag.kind !== "close" && part) this.parts[part] = "";
    if (tag.kind === "open" && part === "text") this.own = new TextReader();
    if (tag.kind === "close" && part === "text") this.parts.text = this.own.text;
    this.part = tag.kind === "open" ? part : undefined;
  }

  private formulaStart(attributes: string): void {
    const group = rawAttribute(attributes, "si");
    if (rawAttribute(attributes, "t") === "shared" && group !== undefined)
      this.parts.group = unescapeXml(group);
  }
}

/** Columns of the sheet, as far as they are read; null where none is. */
function column(tag: Tag, most: Most): Tag | null {
  const [min, max] = [rawAttribute(tag.attributes, "min"), rawAttribute(tag.attributes, "max")].map(
    Number,
  ) as [number, number];
  const last = Math.min(max, most.columns, MAX_COLUMNS);
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
    covered: rows.covered,
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
