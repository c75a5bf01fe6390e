import type { Change } from "../ledger";
import type { Counted, Share } from "../summary";

/** Where something that a bulletin says comes from. */
export type Trace =
  /** a count: what it counts */
  | { kind: "count"; items: readonly Counted[] }
  /** the number of different bureaus that answer for these */
  | { kind: "bureaus"; items: readonly Counted[] }
  /** a share, of printed counts */
  | { kind: "share"; part: number; whole: number; share: Share }
  /** what a cell says */
  | { kind: "cell"; item: Counted; address: string }
  /** what is reckoned from a cell and the plan */
  | { kind: "reckoned"; item: Counted; address: string }
  /** the ledger of earlier periods */
  | { kind: "changes"; changes: readonly Change[] }
  /** 报告期, or 容差 and 红线 */
  | { kind: "head" }
  /** as the plan prints it */
  | { kind: "plan" };

/** A bit of a sentence. What has no trace is no figure and no name. */
export interface Piece {
  text: string;
  trace?: Trace;
  /** left empty: only the office can write it */
  slot?: true;
}

export type Sentence = readonly Piece[];

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

export const words = (text: string): Piece => ({ text });
export const named = (text: string): Piece => ({ text, trace: { kind: "plan" } });
export const inHead = (text: string): Piece => ({ text, trace: { kind: "head" } });
export const slot = (text = ""): Piece => ({ text, slot: true });
export const count = (items: readonly Counted[]): Piece => ({
  text: String(items.length),
  trace: { kind: "count", items },
});

/** `3项` */
export const some = (items: readonly Counted[]): Piece[] => [count(items), words("项")];

/** `，占33.4%` */
export const shareOf = (share: Share, part: number, whole: number): Piece[] => [
  words("，占"),
  { text: `${share.percent}%`, trace: { kind: "share", part, whole, share } },
];

/** Sentences as one, with a mark between them. */
export const joined = (parts: readonly Sentence[], mark: string): Piece[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [words(mark), ...part]));
