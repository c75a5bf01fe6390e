import { refuse } from "./refusal";
import { escapeXml, unescapeXml } from "./xml";

/** One tag as plain XML has it. */
export interface Tag {
  name: string;
  /** each with a blank before it and its value in double quotes */
  attributes: string;
  kind: "open" | "close" | "empty";
  /** 1 for the outermost element */
  depth: number;
}

export interface XmlReader {
  /** @param end where the tag ends; a number that is returned is where reading goes on, before some closing tag */
  tag: (tag: Tag, end: number) => number | void;
  /** text between tags, as XML */
  text?: (xml: string) => void;
}

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<(\/?)([^\s/>=<"'!?]+)((?:\s+[^\s/>=<"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const MAIN = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];
const DRAWING = [
  "http://schemas.openxmlformats.org/drawingml/2006/main",
  "http://purl.oclc.org/ooxml/drawingml/main",
];
const RELATIONS = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
const CHARTS = [
  "http://schemas.openxmlformats.org/drawingml/2006/chart",
  "http://purl.oclc.org/ooxml/drawingml/chart",
];
const OVER_CELLS = [
  "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
];
/** The prefix by which each namespace is known here, whatever the file calls it; others keep their own. */
const PREFIXES = new Map<string, string>([
  ...MAIN.map((uri) => [uri, ""] as const),
  ...DRAWING.map((uri) => [uri, "a"] as const),
  ...RELATIONS.map((uri) => [uri, "r"] as const),
  ...CHARTS.map((uri) => [uri, "c"] as const),
  ...OVER_CELLS.map((uri) => [uri, "xdr"] as const),
  ["http://schemas.openxmlformats.org/package/2006/relationships", ""],
  ["http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", ""],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", "x14"],
  ["http://schemas.microsoft.com/office/excel/2006/main", "xm"],
]);

/** No part of a workbook nests nearly so deep. */
const MOST_NESTED = 200;

type Scope = ReadonlyMap<string, string>;

function named(name: string, scope: Scope, ownPrefix: string | undefined): string {
  const [prefix, local] = name.includes(":") ? (name.split(":", 2) as [string, string]) : ["", name];
  const known = prefix === "" ? ownPrefix : scope.get(prefix);
  const plain = known ?? prefix;
  return plain === "" ? local : `${plain}:${local}`;
}

/** The prefixes in force inside a tag. */
function scopeOf(attributes: string, outer: Scope): Scope {
  if (!attributes.includes("xmlns")) return outer;
  const scope = new Map(outer);
  for (const [, name = "", double, single] of attributes.matchAll(ATTRIBUTE)) {
    const [, prefix] = /^xmlns(?::(.+))?$/.exec(name) ?? [];
    if (name === "xmlns" || prefix !== undefined)
      scope.set(prefix ?? "", PREFIXES.get(unescapeXml(double ?? single ?? "")) ?? prefix ?? "");
  }
  return scope;
}

/** Attributes that are plain as they stand. */
const PLAIN = /^(?: [\w]+="[^"]*")*$/;

function plainAttributes(attributes: string, scope: Scope): string {
  if (PLAIN.test(attributes) && !attributes.includes("xmlns")) return attributes;
  return [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, name]) => !/^xmlns(:|$)/.test(name!))
    .map(
      ([, name, double, single]) =>
        ` ${named(name!, scope, "")}="${double ?? single!.replace(/"/g, "&quot;")}"`,
    )
    .join("");
}

const malformed = (details: string): never => refuse({ code: "unreadable", details });

interface Open {
  /** as the file writes it */
  written: string;
  /** undefined for an element that is seen through: its content stands in its place */
  name: string | undefined;
  scope: Scope;
  hidden: boolean;
  depth: number;
}

const OUTSIDE: Open = { written: "", name: undefined, scope: new Map(), hidden: false, depth: 0 };

function opened(written: string, attributes: string, outer: Open): Open {
  const scope = scopeOf(attributes, outer.scope);
  const name = named(written, scope, scope.get("") ?? "");
  const through = name === "mc:AlternateContent" || name === "mc:Fallback";
  return {
    written,
    name: through ? undefined : name,
    scope,
    hidden: outer.hidden || name === "mc:Choice",
    depth: outer.depth + (through ? 0 : 1),
  };
}

/** Ends an element; after a leap those that it left open are ended unasked. */
function ended(open: Open[], written: string | undefined, leapt: boolean): Open {
  let last = open.pop();
  while (leapt && last && last.written !== written) last = open.pop();
  return last && last.written === written ? last : malformed(`</${written}>`);
}

/**
 * Reads XML as if it were written plainly: known namespaces under their usual prefixes, attributes in double quotes, no
 * comments, and of alternative contents the one for programs that know no extension.
 */
export function readXml(xml: string, { tag, text }: XmlReader): void {
  const open: Open[] = [];
  let [at, leapt] = [0, false];
  while (at < xml.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(xml) ?? malformed(`at ${at}`);
    at = TOKEN.lastIndex;
    const [, cdata, closing, written, attributes = "", selfClosing, plainText] = token;
    const outer = open.at(-1) ?? OUTSIDE;
    if (written === undefined) {
      const content = plainText ?? (cdata === undefined ? "" : escapeXml(cdata));
      if (content !== "" && outer !== OUTSIDE && !outer.hidden) text?.(content);
      continue;
    }
    const one = closing ? ended(open, written, leapt) : opened(written, attributes, outer);
    if (!closing && !selfClosing && open.push(one) > MOST_NESTED) malformed("nesting");
    leapt = false;
    if (one.hidden || one.name === undefined) continue;
    const kind = closing ? "close" : selfClosing ? "empty" : "open";
    const plain = closing ? "" : plainAttributes(attributes, one.scope);
    const goOn = tag({ name: one.name, attributes: plain, kind, depth: one.depth }, at);
    if (typeof goOn === "number") [at, leapt] = [goOn, true];
  }
  if (open.length > 0) malformed("end");
}

export const written = ({ name, attributes, kind }: Tag): string =>
  kind === "close" ? `</${name}>` : `<${name}${attributes}${kind === "empty" ? "/" : ""}>`;

/** XML as it would be written plainly. */
export function plainXml(xml: string): string {
  let plain = "";
  readXml(xml, {
    tag: (tag) => {
      plain += written(tag);
    },
    text: (text) => {
      plain += text;
    },
  });
  return plain;
}
