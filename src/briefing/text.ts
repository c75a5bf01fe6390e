import type { Briefing } from "./briefing";
import { INDENT } from "./paper";
import { textOf } from "./piece";
import type { Table } from "./table";

/** A place that only the office can fill. */
const BLANK = "＿".repeat(8);

const lineOf = (pieces: Parameters<typeof textOf>[0]): string =>
  pieces.map(({ text, slot }) => (slot && text === "" ? BLANK : text)).join("");

/** Cells are parted by tabs: pasted into a table they are cells again. */
const tableLines = ({ columns, rows }: Table): string[] => [
  columns.map(({ header }) => header).join("\t"),
  ...rows.map((row) => row.map(({ text }) => text).join("\t")),
];

/** The bulletin as plain text, without its annexes. */
export function briefingText({ title, period, sections, notes, closing, below }: Briefing): string {
  return [
    textOf(title),
    textOf(period),
    ...sections.flatMap(({ heading, paragraphs, table }) => [
      heading,
      ...paragraphs.map((one) => INDENT + lineOf(one)),
      ...(table ? tableLines(table) : []),
    ]),
    ...notes.map((note, i) => `注${i + 1}：${textOf(note)}`),
    ...closing.map(lineOf),
    ...below.map(lineOf),
  ].join("\n");
}
