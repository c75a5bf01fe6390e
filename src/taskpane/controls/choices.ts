import { fold } from "../../text";

/** One line of a list to choose from. */
export interface Choice {
  text: string;
  /** further names it is found under, shown beside it */
  note?: string;
}

/** The choices that contain what was typed in any of their names, regardless of spaces, width and case; all of them for nothing. */
export function matching(query: string, choices: readonly Choice[]): Choice[] {
  const wanted = fold(query).toUpperCase();
  return choices.filter(({ text, note = "" }) => fold(`${text}|${note}`).toUpperCase().includes(wanted));
}
