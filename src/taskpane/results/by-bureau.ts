import type { Letter } from "../../commands";

/** All letters to one bureau. */
export interface BureauLetters {
  bureau: string;
  letters: Letter[];
  /** `督办 3 项、退回修改 2 处` */
  words: string;
}

const MEASURES: Record<Letter["kind"], string> = { 催报: "项", 督办: "项", 退回修改: "处" };

/** Letters by bureau, each in the order in which it first comes. */
export function byBureau(letters: readonly Letter[]): BureauLetters[] {
  const bureaus = [...new Set(letters.map(({ bureau }) => bureau))];
  return bureaus.map((bureau) => {
    const own = letters.filter((letter) => letter.bureau === bureau);
    const words = own.map(({ kind, count }) => `${kind} ${count} ${MEASURES[kind]}`).join("、");
    return { bureau, letters: own, words };
  });
}
