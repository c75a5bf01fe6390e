import {
  type Answers,
  type Draft,
  type DraftIndicator,
  planFileOf,
  readPlanTable,
  type Refusal,
} from "../../src/draft";
import { type Indicator, indicatorsOf, type Plan } from "../../src/plan";
import { splitUnits } from "../../src/plan/notation";
import { openPlan } from "../../src/plan/open";
import type { Line, PlanCase } from "./plan-case";
import { isWay, middleOf, number, understood, unitParts, waysOf } from "./understood";

/* What is read of a case, and where it differs from what a person reads. */

export interface Reading {
  readonly draft: Draft;
  readonly plan: Plan;
}

/** `known`: the plan in use. @throws Error where the draft makes no plan */
export function read(
  { pasted }: Pick<PlanCase, "pasted">,
  answers: Answers,
  known: Plan | null = null,
): Reading | Refusal {
  const draft = readPlanTable(pasted, answers, known);
  return "refused" in draft ? draft : { draft, plan: openPlan(planFileOf(draft, [], [])) };
}

/** A difference, and the draft's row where it is; none: of the whole. */
export interface Difference {
  readonly row?: number;
  readonly words: string;
}

const bare = (text: string): string => text.replace(/\s/g, "");

/** True for a text that is as expected, spaces apart; `*` stands for anything. */
export const isLike = (text: string, expected: string): boolean => {
  const parts = bare(expected)
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(bare(text));
};

/** Whether anything is asked about a row: about its cells, or, before there were any, about its line. */
export const isAsked = ({ questions, indicators }: Draft, row: number): boolean =>
  questions.some(({ cell, place, printed }) =>
    cell
      ? cell.row === row
      : [place, printed].some((text) => bare(text).includes(bare(indicators[row]!.name))),
  );

/** `as printed ⇒ as understood` */
const sides = (text: string, apart: string): readonly [printed: string, meant: string] => {
  const [printed = "", meant = printed] = text.split(apart).map((side) => side.trim());
  return [printed, meant];
};

/** A printed cell stands in the draft to the letter: in its place, or in the row's note where something was asked. */
const isKept = (printed: string, cell: string, note: string): boolean =>
  isLike(cell, printed) || (printed !== "" && bare(note).includes(bare(printed)));

const meant = (text: string, factor: number): string => {
  const folded = text.normalize("NFKC").replace(/[,\s]/g, "");
  return /^-?[\d.]+$/.test(folded) ? number(Number(folded), factor) : "-";
};

const ANY = "*";

const differ = (what: string, expected: string, got: string): string[] =>
  isLike(got, expected) ? [] : [`${what}: “${expected}” expected, “${got}” read`];

const keeps = (what: string, printed: string, cell: string, note: string): string[] =>
  isKept(printed, cell, note) ? [] : differ(what, printed, cell);

/** Bureaus one by one, whoever leads first. */
const bureausOf = ({ lead, responsible }: DraftIndicator): string =>
  [...new Set(splitUnits(`${lead}、${responsible}`))].join("、");

function baselineDifferences(line: Line, one: DraftIndicator, compiled: Indicator): string[] {
  if (line.baseline === ANY) return [];
  const [printed, base] = sides(line.baseline, "⇒");
  const { notation } = compiled.baseline;
  const got = notation.kind === "value" ? number(notation.value, unitParts(compiled.unit)[0]) : "-";
  return [
    ...keeps("printed baseline", printed, one.baseline, one.note),
    ...differ("baseline", meant(base, unitParts(line.unit)[0]), got),
  ];
}

function targetDifferences(line: Line, one: DraftIndicator, compiled: Indicator, asked: boolean): string[] {
  const got = { understood: understood(compiled), middle: middleOf(compiled) };
  const isRight = waysOf(line.meaning, line.unit).some((way) => (asked || !way.asked) && isWay(way, got));
  const numberless = ["words", "none", "undisclosed"].includes(got.understood);
  return [
    ...(numberless ? [] : differ("unit", unitParts(line.unit)[1], unitParts(compiled.unit)[1])),
    ...keeps("printed target", line.target, one.target, one.note),
    ...(isRight
      ? []
      : [`target: “${line.meaning}” expected, “${got.understood}” read${asked ? ", asked" : ""}`]),
  ];
}

function milestoneDifferences(line: Line, compiled: Indicator): string[] {
  const years = line.milestones === "" ? [] : line.milestones.split("; ");
  const value = (text: string): string => meant(sides(text.slice(5), "=")[1], unitParts(line.unit)[0]);
  return differ(
    "milestones",
    years.map((text) => `${text.slice(0, 4)} ${value(text)}`).join("; "),
    compiled.milestones.map((m) => `${m.year} ${number(m.value, unitParts(compiled.unit)[0])}`).join("; "),
  );
}

/** What is wrong with one indicator that was read of a line. */
function differencesAt(line: Line, row: number, { draft, plan }: Reading): string[] {
  const one = draft.indicators[row]!;
  // rows of a section stand together in the plan
  const compiled = indicatorsOf(plan).find(({ code }) => code === one.code)!;
  const parent = draft.indicators.find(({ code }) => code === one.partOf)?.name ?? "";
  return [
    ...(line.section === "" ? [] : differ("section", line.section, one.section)),
    ...baselineDifferences(line, one, compiled),
    ...targetDifferences(line, one, compiled, isAsked(draft, row)),
    ...milestoneDifferences(line, compiled),
    ...differ("attribute", line.attribute, one.attribute),
    ...differ("responsible", line.responsible, bureausOf(one)),
    ...differ("part of", line.partOf, parent),
  ];
}

/** How many indicators, from `row`, are the parts into which a line was split; 0: it was not. */
function partsAt(line: Line, row: number, { draft, plan }: Reading): number {
  const split = line.meaning.split(" / ").find((way) => /^\??split /.test(way));
  const values = split?.replace(/^\??split /, "").split(", ") ?? [];
  const fits = values.every((value, i) => {
    const one = indicatorsOf(plan).find(({ code }) => code === draft.indicators[row + i]?.code);
    const n = one?.target.notation;
    return n?.kind === "value" && Number(value.replace(/[<>≥≤]/, "")) === n.value * unitParts(one!.unit)[0];
  });
  return fits ? values.length : 0;
}

/** True for a further row of a line that names several things and gives them all one target. */
const isAlike = (line: Line, { name, target }: DraftIndicator): boolean =>
  /[、/]/.test(line.name) &&
  isLike(target, line.target) &&
  line.name.replace(/\*/g, "").includes(name.slice(0, 2));

/** Everything in which a reading differs from the case's lines. */
export function differences(expected: PlanCase, reading: Reading): Difference[] {
  const { draft } = reading;
  const found: Difference[] = [];
  let next = 0;
  for (const line of expected.lines) {
    const at = draft.indicators.findIndex(({ name }, row) => row >= next && isLike(name, line.name));
    const parts = partsAt(line, at < 0 ? next : at, reading);
    const isLeft = draft.source.left.some(
      ({ text }) => line.target !== "" && bare(text).includes(bare(line.target)),
    );
    if (at < 0 && parts === 0) {
      if (!(isLeft && /\brefused\b/.test(line.meaning))) found.push({ words: `“${line.name}” is not there` });
      continue;
    }
    const from = at < 0 ? next : at;
    for (let row = next; row < from; row++)
      found.push({ row, words: `“${draft.indicators[row]!.name}” is no indicator` });
    if (parts === 0)
      found.push(
        ...differencesAt(line, from, reading).map((words) => ({
          row: from,
          words: `“${line.name}” ${words}`,
        })),
      );
    next = from + Math.max(parts, 1);
    while (next < draft.indicators.length && isAlike(line, draft.indicators[next]!)) next++;
  }
  for (let row = next; row < draft.indicators.length; row++)
    found.push({ row, words: `“${draft.indicators[row]!.name}” is no indicator` });
  const { baselineYear, targetYear } = draft.head;
  [baselineYear, targetYear].forEach((year, i) => {
    const printed = expected.years[i];
    if (printed !== null && printed !== year)
      found.push({ words: `the year ${printed} expected, ${year} read` });
  });
  return found;
}

/** Answers all questions, each with the proposal that leaves the fewest differences. */
export function answered(expected: PlanCase): { reading: Reading; answers: Answers } {
  const answers = new Map<string, string>();
  for (;;) {
    const reading = read(expected, answers);
    if ("refused" in reading) throw new Error(`refused when answered: ${reading.refused}`);
    const [question] = reading.draft.open;
    if (!question) return { reading, answers };
    const counts = question.proposals.map(({ id }) => {
      const tried = read(expected, new Map([...answers, [question.id, id]]));
      return "refused" in tried ? Infinity : differences(expected, tried).length;
    });
    answers.set(question.id, question.proposals[counts.indexOf(Math.min(...counts))]!.id);
  }
}
