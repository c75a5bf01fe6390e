import type { Paragraph, Table as DocumentTable, TextRun } from "docx";
import type { Briefing } from "./briefing";
import { BOTTOM, FALLBACKS, type Hand, HANDS, inPoints, linesIn, PAGE_NUMBER, PAPER, RIGHT } from "./paper";
import { type Piece, type Sentence, textOf } from "./piece";
import { sourceTable } from "./sources";
import type { Column, Table } from "./table";

/** The only door to the library that writes .docx, MIT; it comes when the first document is asked for. */
const loadDocx = () => import(/* webpackChunkName: "document" */ "docx");
type Docx = Awaited<ReturnType<typeof loadDocx>>;

/** Twips of a point, and halves of it, in which fonts are measured. */
const TWIPS = 20;
const HALVES = 2;
const twips = (millimetres: number): number => Math.round(inPoints(millimetres) * TWIPS);

/** An empty place to be written on. */
const BLANK = "　".repeat(12);
/** 发文单位 and its blank end at the right edge, of 28 characters. */
const CLOSING_FROM = 28 - "发文单位：".length - BLANK.length;
/** To be filled by hand; a cell is no room for a line: it stays empty. */
const isLine = ({ text, slot }: Piece, inCell: boolean): boolean => slot === true && text === "" && !inCell;

/** The document's table of fonts: what is shown where a font is not installed. The library would leave it empty. */
const fontTable = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...Object.entries(FALLBACKS).map(
      ([name, others]) =>
        `<w:font w:name="${name}"><w:altName w:val="${others.join()}"/><w:charset w:val="86"/></w:font>`,
    ),
    "</w:fonts>",
  ].join("");

/** Named for every script, so that no theme decides. */
const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

function runOf(docx: Docx, piece: Piece, { font, size }: Hand, inCell = false): TextRun {
  return new docx.TextRun({
    text: isLine(piece, inCell) ? BLANK : piece.text,
    font: fontOf(font),
    size: size * HALVES,
    ...(isLine(piece, inCell) && { underline: {} }),
  });
}

interface Look {
  hand: Hand;
  align?: "center";
  /** the first line begins two characters later */
  indented?: boolean;
  /** all lines begin so many characters later */
  from?: number;
  inCell?: boolean;
  /** on a page of its own */
  onNewPage?: boolean;
  /** with what follows it */
  keepNext?: boolean;
}

const paragraphOf = (docx: Docx, pieces: Sentence, look: Look): Paragraph =>
  new docx.Paragraph({
    children: pieces.map((piece) => runOf(docx, piece, look.hand, look.inCell)),
    alignment: look.align ?? "left",
    spacing: { line: look.hand.line * TWIPS, lineRule: "exact", before: 0, after: 0 },
    ...(look.indented && { indent: { firstLine: 2 * look.hand.size * TWIPS } }),
    ...(look.from !== undefined && { indent: { left: look.from * look.hand.size * TWIPS } }),
    ...(look.onNewPage && { pageBreakBefore: true }),
    ...(look.keepNext && { keepNext: true }),
  });

const plain = (text: string): Sentence => [{ text }];

function tableOf(docx: Docx, { columns, rows }: Table): DocumentTable {
  const cell = (pieces: Sentence, column: Column, hand: Hand, header: boolean) =>
    new docx.TableCell({
      children: [
        paragraphOf(docx, pieces, {
          hand,
          ...((header || !column.left) && { align: "center" }),
          inCell: true,
        }),
      ],
      width: { size: twips(column.width), type: "dxa" },
      verticalAlign: "center",
    });
  const header = new docx.TableRow({
    children: columns.map((column) => cell(plain(column.header), column, HANDS.head, true)),
    tableHeader: true,
    cantSplit: true,
  });
  return new docx.Table({
    rows: [
      header,
      ...rows.map(
        (row) =>
          new docx.TableRow({
            children: row.map((piece, i) => cell([piece], columns[i]!, HANDS.cell, false)),
            cantSplit: true,
          }),
      ),
    ],
    columnWidths: columns.map((column) => twips(column.width)),
    width: { size: twips(PAPER.bodyWidth), type: "dxa" },
    layout: "fixed",
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
  });
}

/** A title of more than one line is broken where its sense allows, not before its last character. */
const titleLines = (title: Sentence): Sentence[] =>
  linesIn(textOf(title), inPoints(PAPER.bodyWidth), HANDS.title) > 1
    ? title.map((piece) => [piece])
    : [title];

type Block = Paragraph | DocumentTable;

function bodyOf(docx: Docx, { title, period, sections, notes, closing, below }: Briefing): Block[] {
  const { text, heading, note } = HANDS;
  return [
    ...titleLines(title).map((line) => paragraphOf(docx, line, { hand: HANDS.title, align: "center" })),
    paragraphOf(docx, period, { hand: text, align: "center" }),
    paragraphOf(docx, [], { hand: text }),
    ...sections.flatMap(({ heading: said, paragraphs, table }): Block[] => [
      paragraphOf(docx, plain(said), { hand: heading, indented: true, keepNext: true }),
      ...paragraphs.map((sentence) => paragraphOf(docx, sentence, { hand: text, indented: true })),
      ...(table ? [tableOf(docx, table)] : []),
    ]),
    ...notes.map((one, i) =>
      paragraphOf(docx, [{ text: `注${i + 1}：` }, ...one], { hand: note, indented: true }),
    ),
    paragraphOf(docx, [], { hand: text }),
    // not flush right: the line to write on would hang over the edge unseen
    ...closing.map((one) => paragraphOf(docx, one, { hand: text, from: CLOSING_FROM })),
    ...below.map((one) => paragraphOf(docx, one, { hand: text, indented: true })),
  ];
}

/** 附表1 and so on, each on a page of its own. */
function annexesOf(docx: Docx, briefing: Briefing): Block[] {
  const tables = [briefing.annex, sourceTable(briefing)].filter((table): table is Table => table !== null);
  return tables.flatMap((table, i): Block[] => [
    paragraphOf(docx, plain(`附表${i + 1}　${table.title}`), {
      hand: HANDS.heading,
      onNewPage: true,
      keepNext: true,
    }),
    tableOf(docx, table),
  ]);
}

/** `— 1 —` */
function footerOf(docx: Docx) {
  const { font, size } = PAGE_NUMBER;
  const number = new docx.TextRun({
    children: ["— ", docx.PageNumber.CURRENT, " —"],
    font: fontOf(font),
    size: size * HALVES,
  });
  return new docx.Footer({ children: [new docx.Paragraph({ children: [number], alignment: "center" })] });
}

/** The bulletin as a .docx file by GB/T 9704, with every indicator and the sources of its figures as annexes. */
export async function briefingDocument(briefing: Briefing): Promise<Uint8Array> {
  const docx = await loadDocx();
  const { text } = HANDS;
  const file = new docx.Document({
    title: textOf(briefing.title),
    creator: "一指填报",
    styles: {
      default: {
        document: {
          run: { font: fontOf(text.font), size: text.size * HALVES, language: { eastAsia: "zh-CN" } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAPER.width), height: twips(PAPER.height) },
            margin: {
              top: twips(PAPER.top),
              bottom: twips(BOTTOM),
              left: twips(PAPER.left),
              right: twips(RIGHT),
              footer: twips(BOTTOM - 10),
            },
          },
        },
        footers: { default: footerOf(docx) },
        children: [...bodyOf(docx, briefing), ...annexesOf(docx, briefing)],
      },
    ],
  });
  return docx.Packer.pack(file, "uint8array", false, [{ path: "word/fontTable.xml", data: fontTable() }]);
}
