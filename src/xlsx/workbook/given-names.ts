import { type Token, tokenTypes } from "@borgar/fx";
import { eachInCalls } from "./calls";

/** Which arguments of a call give names, when the next bracket or comma follows the name at once. */
const GIVING: Record<string, (argument: number) => boolean> = {
  LET: (argument) => argument % 2 === 0,
  LAMBDA: () => true,
};

/** The names that LET and LAMBDA give in a formula, in capitals: they stand alone before a comma. */
export function givenNames(tokens: readonly Token[]): ReadonlySet<string> {
  const solid = tokens.filter(({ type }) => type !== tokenTypes.WHITESPACE && type !== tokenTypes.NEWLINE);
  const given = new Set<string>();
  eachInCalls(solid, ({ type, value }, calls, i) => {
    const call = calls.at(-1);
    const alone = ["(", ","].includes(solid[i - 1]?.value ?? "") && solid[i + 1]?.value === ",";
    if (type === tokenTypes.REF_NAMED && alone && call && GIVING[call.name]?.(call.argument))
      given.add(value.toUpperCase());
  });
  return given;
}
