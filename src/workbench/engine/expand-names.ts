import { SHEET, unquoteSheet } from "./references";

/** A text in quotes and an error, which hold no name; a name, with a sheet or without; a sheet's name before anything else. */
const PARTS = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`#(?:N\/A|[A-Z0-9_/]+[!?])`,
    String.raw`(?<![\p{L}\p{N}_.$\]!\\])(?:(${SHEET})!)?([\p{L}_\\][\p{L}\p{N}_.\\?]*)(?![\p{L}\p{N}_.\\?(!])`,
    String.raw`'(?:[^']|'')*'`,
  ].join("|"),
  "gu",
);

/** A reference, a number or a text: what needs no brackets where it stands for a name. */
const SINGLE = new RegExp(String.raw`^(?:(?:${SHEET}!)?[$\p{L}\p{N}_.:#!/?]+|"(?:[^"]|"")*")$`, "u");

/** What a name stands for, without a "="; null when there is no such name. @param sheet before its !, else null */
export type NameMeaning = (name: string, sheet: string | null) => string | null;

/** The formula with its names replaced by what they stand for. */
export const expandNames = (formula: string, meaning: NameMeaning): string =>
  formula.replace(PARTS, (whole: string, sheet: string | undefined, name: string | undefined) => {
    const text = name === undefined ? null : meaning(name, sheet === undefined ? null : unquoteSheet(sheet));
    if (text === null) return whole;
    return SINGLE.test(text) ? text : `(${text})`;
  });
