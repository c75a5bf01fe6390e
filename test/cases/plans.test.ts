import { PLAN_CASES } from "./plan-case";
import { needless, unasked, unquestioned } from "./plan-questions";
import { answered, differences, read, type Reading } from "./plan-reading";
import { lostCells, strayNumbers } from "./printed";

/*
 * Tables as people paste them, and how a person reads them, written by hand (see plan-case.ts): adding a folder adds a test.
 * Every value is read rightly, or asked, or refused with the reason.
 */

const REASON = { refused: expect.stringMatching(/\p{Script=Han}{4}/u) as string };

/** Made when first asked for, and once. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

describe.each(PLAN_CASES.map((one) => [one.name, one] as const))("%s", (_, expected) => {
  const first = once(() => read(expected, new Map()));
  const last = once(() => answered(expected));

  if (expected.refusal === "must") {
    test("is refused, with the reason", () => expect(first()).toEqual(REASON));
    return;
  }

  /** What is found of a reading: nothing may be. Where the table may be refused and is, there is nothing to find. */
  const nothing = (find: (one: Reading) => unknown[]) => (): void => {
    const one = first();
    if (!("refused" in one)) expect(find(one)).toEqual([]);
    else expect({ ...one, refusal: expected.refusal }).toEqual({ ...REASON, refusal: "may" });
  };
  const words = (found: readonly { words: string }[]): string[] => found.map((one) => one.words);
  const tests: Readonly<Record<string, (one: Reading) => unknown[]>> = {
    "each printed cell is kept to the letter": ({ draft }) => lostCells(expected.printed, draft.source),
    "each value is right, or asked, or refused": (one) => unquestioned(expected, one),
    "what must be asked is": ({ draft }) => unasked(expected, draft),
    "nothing is asked that a person would not ask": ({ draft }) => needless(expected, draft),
    "years that are not printed are asked": ({ draft: { head, open } }) =>
      expected.years.includes(null) && open.every(({ cell }) => cell !== undefined) ? [head] : [],
    "no number but the printed ones": ({ plan }) => strayNumbers(plan),
    "answers give what is printed": () => words(differences(expected, last().reading)),
    "no number but the printed ones, whatever was answered": () => strayNumbers(last().reading.plan),
    "read again while its plan is in use, it keeps its codes and asks nothing more": () => {
      const { reading, answers } = last();
      const again = read(expected, answers, reading.plan);
      if ("refused" in again) return [again.refused];
      const codes = reading.draft.indicators.map(({ code }) => code);
      return [
        ...again.draft.open.map(({ asks }) => asks),
        ...again.draft.indicators.flatMap(({ code }, row) => (code === codes[row] ? [] : [code])),
      ];
    },
  };
  test.each(Object.entries(tests))("%s", (__, find) => nothing(find)());
});
