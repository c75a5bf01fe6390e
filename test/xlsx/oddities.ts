import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A file's parts as text by path. */
export type Texts = Record<string, string>;

export const textsOf = (bytes: Uint8Array): Texts =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

const mapped = (texts: Texts, change: (xml: string, path: string) => string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([path, xml]) => [path, change(xml, path)]));

const renamed = (texts: Texts, name: (path: string) => string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([path, xml]) => [name(path), xml]));

const isSheet = (path: string): boolean => /worksheets\/[^/]+\.xml$/i.test(path);
const isRels = (path: string): boolean => path.endsWith(".rels");
const isBook = (xml: string): boolean => /<(workbook|worksheet|sst|styleSheet)\s/.test(xml);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const targets = (texts: Texts, change: (target: string, path: string) => string): Texts =>
  mapped(texts, (xml, path) =>
    isRels(path)
      ? xml.replace(/Target="([^"]*)"/g, (_, target: string) => `Target="${change(target, path)}"`)
      : xml,
  );

/** Moves all that stands in the folder xl. */
const moved = (texts: Texts, folder: string): Texts => {
  const to = folder === "" ? "" : `${folder}/`;
  const files = renamed(texts, (path) => path.replace(/^xl\//, to));
  // a root's own relations would stand where the file's stand, under another name
  return targets(files, (target) => target.replace(/^(\/?)xl\//, `$1${to}`));
};

const sheetsNamed = (texts: Texts, name: (number: string) => string): Texts => {
  const rename = (path: string): string =>
    path.replace(
      /worksheets\/(_rels\/)?sheet(\d+)\.xml/,
      (_, rels: string | undefined, n: string) => `worksheets/${rels ?? ""}${name(n)}.xml`,
    );
  return targets(renamed(texts, rename), rename);
};

/** Leaves out the places that follow from the cell or row before. */
function withoutPlaces(xml: string): string {
  let row = 0;
  return xml.replace(
    /<row\b([^>]*?)\br="(\d+)"([^>]*?)(\/>|>[^]*?<\/row>)/g,
    (whole, a: string, r: string, b: string, rest: string) => {
      const follows = Number(r) === row + 1;
      row = Number(r);
      let column = 0;
      const cells = rest.replace(/<c r="([A-Z]+)\d+"/g, (cell: string, letters: string) => {
        const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        const next = number === column + 1;
        column = number;
        return next ? "<c" : cell;
      });
      return follows ? `<row${a}${b}${cells}` : whole.slice(0, whole.length - rest.length) + cells;
    },
  );
}

/** How programs write a file differently that is the same. */
export const ODDITIES: Record<string, (texts: Texts) => Texts> = {
  "a workbook at the root": (texts) => moved(texts, ""),
  "a workbook in another folder": (texts) => moved(texts, "book/inner"),
  "sheets without a number": (texts) => sheetsNamed(texts, (n) => (n === "1" ? "sheet" : `sheet${n}`)),
  "sheets in capital letters": (texts) => sheetsNamed(texts, (n) => `Sheet${n}`),
  "sheets of another name": (texts) => sheetsNamed(texts, (n) => `数据 ${n}`),
  "targets from the root": (texts) =>
    targets(texts, (target, path) => {
      if (target.startsWith("/")) return target;
      const steps = path
        .replace(/_rels\/[^/]+$/, "")
        .split("/")
        .slice(0, -1);
      for (const step of target.split("/"))
        if (step === "..") steps.pop();
        else steps.push(step);
      return `/${steps.join("/")}`;
    }),
  "targets with escapes": (texts) => targets(texts, (target) => encodeURI(target).replace(/e/g, "%65")),
  "targets with backslashes": (texts) => targets(texts, (target) => target.replace(/\//g, "\\")),
  "names in other letters": (texts) =>
    renamed(texts, (path) => path.replace(/[^/]+\.xml$/, (name) => name.toUpperCase())),
  "paths with backslashes": (texts) => renamed(texts, (path) => path.replace(/\//g, "\\")),
  "a prefix": (texts) =>
    mapped(texts, (xml) =>
      isBook(xml)
        ? xml
            .replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, "<$1x:$2")
            .replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`)
        : xml,
    ),
  "another prefix for relations": (texts) =>
    mapped(texts, (xml) =>
      isBook(xml) ? xml.replace(/\br:id=/g, "d3p1:id=").replace("xmlns:r=", "xmlns:d3p1=") : xml,
    ),
  "strict namespaces": (texts) =>
    mapped(texts, (xml) =>
      xml
        .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ),
  "single quotes": (texts) =>
    mapped(texts, (xml, path) =>
      isRels(path) || isBook(xml) ? xml.replace(/ (\w+)="([^"']*)"/g, " $1 = '$2'") : xml,
    ),
  "no places": (texts) => mapped(texts, (xml, path) => (isSheet(path) ? withoutPlaces(xml) : xml)),
  comments: (texts) =>
    mapped(texts, (xml) => xml.replace(/<(sheets|sheetData|si|sst|row)\b/g, "<!-- <row r='9'/> --><$1")),
  "texts as character data": (texts) =>
    mapped(texts, (xml) => xml.replace(/<t>([^<&]+)<\/t>/g, "<t><![CDATA[$1]]></t>")),
  "parts of nobody": (texts) => ({ ...texts, "customXml/item1.xml": "<a>", "xl/media/image1.png": "x" }),
};

/** How a text is stored. */
export const ENCODINGS: Record<string, (xml: string) => Uint8Array> = {
  "utf-8": strToU8,
  "utf-8 with a mark": (xml) => strToU8(`\ufeff${xml}`),
  "utf-16le": (xml) =>
    Buffer.from(`\ufeff${xml.replace(/encoding=(["'])UTF-8\1/i, 'encoding="UTF-16"')}`, "utf16le"),
  "utf-16be": (xml) =>
    Buffer.from(`\ufeff${xml.replace(/encoding=(["'])UTF-8\1/i, 'encoding="UTF-16"')}`, "utf16le").swap16(),
  "utf-16 without a mark": (xml) =>
    Buffer.from(xml.replace(/encoding=(["'])UTF-8\1/i, 'encoding="UTF-16"'), "utf16le"),
};

/** How a .zip file is written around its entries. */
export const WRAPPINGS: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  plain: (bytes) => bytes,
  "bytes before": (bytes) => Buffer.concat([strToU8("\r\n"), bytes]),
  "bytes after": (bytes) => Buffer.concat([bytes, new Uint8Array(1000)]),
};

export const packed = (
  texts: Texts,
  encode: (xml: string) => Uint8Array = strToU8,
  level: 0 | 6 = 6,
): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(texts).map(([path, xml]) => [path, encode(xml)])), { level });
