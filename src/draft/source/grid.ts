import { fold } from "../../text";
import type { TableColumn } from "./table";
import type { HeaderRole } from "./words";

/** Something left out, to the letter, and why. */
export interface Left {
  readonly line: number;
  readonly text: string;
  readonly because: string;
}

/** A cell as printed. A merged cell stands at every place it covers; `from` says on which side of this place it begins. */
export interface Cell {
  readonly text: string;
  readonly from?: "left" | "above";
  /** how far its text is indented, in half-width characters; absent: not at all */
  readonly indent?: number;
}

/** A row of what was pasted; `line` counts from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A column as its header says; what is still open has no role of the table yet. */
export interface Heading extends Omit<TableColumn, "role"> {
  readonly role: HeaderRole | undefined;
}

/** What was pasted as rows of cells, and what stood round it. */
export interface Grid {
  readonly lines: readonly Line[];
  /** texts above the table, nearest last, and below it */
  readonly above: readonly Left[];
  readonly below: readonly Left[];
  readonly left: readonly Left[];
  /** what its columns are, where more is known than the header says */
  readonly headings?: readonly Heading[];
  /** which cells are merged is known; a copied text does not tell */
  readonly merges?: true;
  /** a cell that runs over several lines may have broken its row */
  readonly wraps?: true;
  /** index of its header among the lines, where it is known */
  readonly headerAt?: number;
}

/** Width of the blanks that a text begins with, in half-width characters. */
export const indentOf = (text: string): number =>
  [...(/^\s*/.exec(text)?.[0] ?? "")].reduce((sum, c) => sum + (c === "\u3000" ? 2 : 1), 0);

export const cellsOf = (texts: readonly string[]): Cell[] =>
  texts.map((text) => {
    const indent = text.trim() === "" ? 0 : indentOf(text);
    return { text: text.trim(), ...(indent > 0 && { indent }) };
  });

export const isEmpty = (line: Line): boolean => line.cells.every(({ text }) => fold(text) === "");

/** The texts of a row that begin in it, without blanks. */
export const printedOf = (line: Line): string[] =>
  line.cells.filter(({ text, from }) => !from && fold(text) !== "").map(({ text }) => text);

/** A row in one text, as it was left out. */
export const textOf = (line: Line): string => printedOf(line).join("\t");
