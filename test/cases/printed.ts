import type { SourceTable } from "../../src/draft";
import { indicatorsOf, type Notation, type Plan } from "../../src/plan";
import { fold } from "../../src/text";

/* Whether all that was printed is kept, and whether all numbers were printed. */

const bare = (text: string): string => text.replace(/\s/g, "");

/** Everything of a source, piece by piece. */
const pieces = ({ title, columns, rows, notes, left }: SourceTable): string[] => [
  title,
  ...columns.map(({ header }) => header),
  ...rows.flatMap(({ cells, section }) => [...cells, section]),
  ...notes,
  ...left.map(({ text }) => text),
];

/** A cell of several lines, as a spreadsheet gives it; and the row of dashes of a Markdown table. */
const QUOTED = /(?<=^|[\t\n])"([^"\t]*\n[^"\t]*)"(?=[\t\n]|$)/g;
const RULE = /^[:+-]*-{3,}[:+-]*$/;

/** What may stand between the pieces of a line that has no borders to be seen: signs, and the number of an item. */
const BETWEEN = /^(?:其中|实现|[*,，;；、:：。！!]|\d{1,2}[.、．](?!\d(?!\d*%)))+/;
const LEAST = 4;

/** The cells of what was pasted that stand nowhere in the source: none may. */
export function lostCells(printed: string, source: SourceTable): string[] {
  const whole = new Set(pieces(source).map(bare));
  const kept = [...whole].join("\n");
  const inPieces = (line: string): boolean => {
    if (line === "") return true;
    for (let length = line.length; length > 0; length--) {
      const piece = line.slice(0, length);
      const isPiece = whole.has(piece) || (length >= LEAST && kept.includes(piece));
      if (isPiece && isKept(line.slice(length))) return true;
    }
    return false;
  };
  const isKept = (line: string): boolean =>
    inPieces(line) || (BETWEEN.test(line) && inPieces(line.replace(BETWEEN, "")));
  const cells = printed
    .replace(QUOTED, (_, cell: string) => cell.replace(/\n/g, ""))
    .split(/[\t\n|]/)
    .map(bare);
  return [...new Set(cells)].filter(
    (cell) => cell !== "" && !RULE.test(cell) && !kept.includes(cell) && !isKept(cell),
  );
}

const MULTIPLIERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e11, 1e12];
const DIGITS = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** Every number that a text prints, with and without the multipliers that it prints (万, 亿). */
export function printedNumbers(text: string): Set<number> {
  const numbers = [
    ...fold(text)
      .replace(/(\d)[。·](?=\d)/g, "$1.")
      .matchAll(DIGITS),
  ].map(([digits]) => digits.replace(/,/g, ""));
  const multipliers = /[十百千万萬亿億]/.test(text) ? MULTIPLIERS : [1];
  return new Set(
    numbers.flatMap((digits) => multipliers.map((m) => Number((Number(digits) * m).toPrecision(12)))),
  );
}

const numbersOf = (n: Notation): number[] => {
  if (n.kind === "value") return n.stretch === undefined ? [n.value] : [n.value, n.stretch];
  if (n.kind === "range") return [n.from, n.to];
  return n.kind === "change" ? [n.by] : [];
};

/** Without the mark that stands fused with its digits, where that was asked: the note then has the cell to the letter. */
const unmarked = (note: string): string =>
  [...note.matchAll(/印作“([^”]*)”/g)].map(([, cell]) => cell!.replace(/\d$/, "")).join(" ");

/** The numbers of a plan that are not printed in their own cell; none may be. */
export function strayNumbers(plan: Plan): string[] {
  return indicatorsOf(plan).flatMap(({ name, note = "", baseline, target, milestones }) => {
    const stray = (text: string, numbers: readonly number[]): string[] => {
      const known = new Set([text, unmarked(note)].flatMap((part) => [...printedNumbers(part)]));
      return numbers
        .filter((n) => !known.has(Number(Math.abs(n).toPrecision(12))))
        .map((n) => `“${name}” ${n} is not in “${text}”`);
    };
    const n = target.notation;
    // a range about a printed number
    const middle = n.kind === "range" ? stray(target.text, [(n.from + n.to) / 2]) : null;
    return [
      ...stray(baseline.text, numbersOf(baseline.notation)),
      ...(middle?.length === 0 ? middle : stray(target.text, numbersOf(n))),
      ...milestones.flatMap(({ text = "", value }) => stray(text, [value])),
    ];
  });
}
