import { isNumber } from "../assessment";

/** A level of pressing, and the number of periods behind in a row from which it is due. */
export interface Step {
  level: string;
  from: number;
}

/** Lowest first. The numbers can be changed in the sheet's head. */
export const LADDER: readonly Step[] = [
  { level: "提醒", from: 1 },
  { level: "通报", from: 2 },
  { level: "约谈", from: 3 },
  { level: "挂牌", from: 4 },
];

/** The ladder with the numbers of the sheet's head; where they do not go up in whole numbers from 1, why, in words. */
export function ladderWith(numbers: ReadonlyMap<string, unknown>): {
  ladder: readonly Step[];
  issue: string | null;
} {
  const ladder = LADDER.map(({ level, from }) => {
    const typed = numbers.get(level) ?? "";
    return { level, from: typed === "" ? from : isNumber(typed) ? typed : NaN };
  });
  const rises = ladder.every(
    ({ from }, i) => Number.isInteger(from) && from >= 1 && (i === 0 || from > ladder[i - 1]!.from),
  );
  if (rises) return { ladder, issue: null };
  const usual = LADDER.map(({ level, from }) => `${level} ${from}`).join("、");
  return {
    ladder: LADDER,
    issue: `等级的期数须为由小到大的整数，例如 ${usual}；请在表头改正，改正之前按此执行`,
  };
}

/** The level that is due after so many periods behind; "" below the lowest. */
export const levelAt = (streak: number, ladder: readonly Step[]): string =>
  [...ladder].reverse().find(({ from }) => streak >= from)?.level ?? "";

/** The higher of two levels. One that is none of the ladder's was written by somebody and stays. */
export function higher(was: string, due: string, ladder: readonly Step[]): string {
  const rank = (level: string): number => ladder.findIndex((step) => step.level === level);
  if (was === "") return due;
  return rank(was) < 0 || rank(was) >= rank(due) ? was : due;
}
