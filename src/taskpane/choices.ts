import type { Plan } from "../plan";
import { fold } from "../text";

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

/** 本单位: the whole place, then every bureau under its canonical name with its aliases. */
export const bureauChoices = ({ place, bureaus }: Pick<Plan, "place" | "bureaus">): Choice[] => [
  { text: place.whole },
  ...bureaus.map(({ name, aliases }) => ({
    text: name,
    ...(aliases.length > 0 && { note: aliases.join("、") }),
  })),
];
