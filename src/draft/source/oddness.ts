import { isUnit } from "../../plan";
import { fold } from "../../text";
import type { Heading } from "./grid";
import type { TextLine } from "./noise";
import { BUREAU, type Look, lookOf, NOTE, SECTION, UNIT } from "./words";

/* How odd a line is as the cell of a column, as a title and so on: 0 as it should be, 8 hardly ever. */

const NEVER = 8;
const LONG = 30;

/** A line of a text, with what is to be known of it. */
export interface Seen {
  readonly line: number;
  readonly text: string;
  readonly folded: string;
  readonly look: Look;
  readonly isSection: boolean;
  /** the number that comes next down the rows */
  readonly isNext: boolean;
}

/** The lines with what is to be known of them; a name stands below a row's number. */
export function seenOf(lines: readonly TextLine[]): Seen[] {
  let next = 1;
  const looks = lines.map(({ text }) => lookOf(text));
  return lines.map(({ line, text }, i) => {
    const folded = fold(text);
    const number = Number(NUMBER.exec(folded)?.[1] ?? NaN);
    const isNext = (number === next || number === 1) && (looks[i + 1] === "text" || looks[i + 1] === "words");
    if (isNext) next = number + 1;
    return { line, text: text.trim(), folded, look: looks[i]!, isSection: SECTION.test(folded), isNext };
  });
}

const NUMBER = /^[(（]?(\d{1,4})[)）.、]?$/;
const NOT_NEXT = 3;

const isUnitAlone = ({ text, folded }: Seen): boolean => isUnit(text.trim()) || /^[%‰]$/.test(folded);

function asValue(seen: Seen): number {
  const { look, folded } = seen;
  if (look === "value" || look === "blank") return 0;
  if (look === "words") return 0.3;
  if (look === "attribute" || look === "note" || seen.isSection || isUnitAlone(seen)) return NEVER;
  // a name that goes with its unit is a name
  if (/[(（][^()（）]*[^\d()（）年]+[)）]$/.test(folded) && !/^\d/.test(folded)) return 3;
  if (folded.length > LONG) return 3;
  return /\d/.test(folded) ? 0.8 : 1.5;
}

function asUnit(seen: Seen): number {
  const { folded, look } = seen;
  if (isUnitAlone(seen) || look === "blank") return 0;
  if (look === "attribute" || seen.isSection) return NEVER;
  if (UNIT.test(folded)) return folded.length > 4 ? 1 : 0.4;
  if (/^[-—–/]+$/.test(folded)) return 0.3;
  if (look === "value") return NEVER;
  return folded.length <= 10 && /^[(（]|[(（/／%‰·]/.test(folded) ? 0.6 : 3;
}

function asName(seen: Seen): number {
  const { look } = seen;
  if (look === "value" || look === "attribute" || look === "blank") return NEVER;
  if (look === "note") return 3;
  // 床位 is a unit too
  if (isUnitAlone(seen)) return seen.folded.length > 1 ? 1 : 3;
  if (seen.isSection) return 2;
  return look === "words" ? 0.3 : 0;
}

const byBureau = (text: string): boolean => BUREAU.test(text.split(/[、，,；;（(\s]/)[0]!);

/** How odd a line is under a heading; a row's number under another one is, in a table whose rows have numbers. */
export const oddIn = (heading: Heading, seen: Seen, isNumbered: boolean): number =>
  oddAs(heading, seen) + (isNumbered && seen.isNext && heading.role !== "number" ? NOT_NEXT : 0);

function oddAs({ role }: Heading, seen: Seen): number {
  const { look, folded } = seen;
  switch (role) {
    case "number":
      return seen.isNext ? 0 : NUMBER.test(folded) ? NOT_NEXT : NEVER;
    case "name":
      return asName(seen);
    case "unit":
      return asUnit(seen);
    case "attribute":
      return look === "attribute" || look === "blank" ? 0 : /^[-—–/]+$/.test(folded) ? 0.3 : NEVER;
    case "responsible":
    case "lead":
      if (look === "blank" || byBureau(folded)) return 0;
      return look === "value" || look === "attribute" || seen.isSection ? NEVER : 1;
    case "section":
      return seen.isSection ? 0 : look === "text" ? 1 : NEVER;
    case "baseline":
    case "target":
    case "growth":
    case "year":
      return asValue(seen);
    default:
      return look === "attribute" || seen.isSection ? NEVER : look === "text" ? 0.8 : 0;
  }
}

/** How odd a heading's cell is as one that is missing. */
export function oddWithout({ role }: Heading): number {
  if (role === "name" || role === "number") return 4;
  if (role === "section") return 0;
  return role === "responsible" || role === "lead" || role === "note" || role === "other" ? 1 : 1.5;
}

/** How odd a line is as the title of a section. */
export function oddAsTitle(seen: Seen): number {
  if (seen.isSection) return 0.1;
  if (seen.look === "value" || seen.look === "attribute" || isUnitAlone(seen)) return NEVER + 1;
  if (/(指标|行动|方面|工程|任务)$/.test(seen.folded) && seen.folded.length <= 14) return 1;
  return seen.folded.length > LONG ? 4 : /\d/.test(seen.folded) ? 3 : 2.2;
}

/** How odd a line is as the first of a note, or as one that carries a note on. */
export const oddAsNote = ({ text, look }: Seen, goesOn: boolean): number => {
  if (NOTE.test(text)) return 0;
  if (!goesOn) return Infinity;
  return look === "value" || look === "attribute" ? 2 : text.length > LONG ? 0.2 : 1.5;
};
