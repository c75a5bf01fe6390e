import type { Draft } from "../../src/draft";
import type { Asked, PlanCase } from "./plan-case";
import { differences, isAsked, isLike, type Reading } from "./plan-reading";

/* What is asked of a case, beside what a person would ask. */

const fits = (expected: Asked, name: string, printed: string): boolean =>
  isLike(name, expected.name) && (expected.printed === "" || isLike(printed, expected.printed));

/** Questions about rows that nobody would ask. */
export const needless = ({ questions }: PlanCase, draft: Draft): string[] =>
  draft.questions.flatMap(({ cell, printed, place }) => {
    const name = cell && draft.indicators[cell.row]?.name;
    return name === undefined || questions.some((one) => fits(one, name, printed))
      ? []
      : [`${place}: “${printed}”`];
  });

/** Questions that must be asked and are not. */
export const unasked = ({ questions, lines }: PlanCase, draft: Draft): string[] =>
  lines.flatMap(({ name, target, baseline }) => {
    const rows = draft.indicators.flatMap((one, row) =>
      isLike(one.name, name) && (one.target === "" || target === "" || isLike(one.target, target))
        ? [row]
        : [],
    );
    const cells = [target, baseline.split("⇒")[0]!];
    return questions
      .filter((one) => one.asked === "must" && cells.some((cell) => fits(one, name, cell)))
      .filter(() => rows.length > 0 && !rows.some((row) => isAsked(draft, row)))
      .map(({ printed }) => `“${name}”: “${printed}”`);
  });

/** What differs although nothing was asked about it. */
export const unquestioned = (expected: PlanCase, reading: Reading): string[] => {
  const { draft } = reading;
  const ofAll = draft.open.some(({ cell }) => cell === undefined);
  return differences(expected, reading)
    .filter(({ row }) => (row === undefined ? !ofAll : !isAsked(draft, row)))
    .map(({ words }) => words);
};
