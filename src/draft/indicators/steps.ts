import {
  type Around,
  isFailed,
  type Meaning,
  meaningsOf,
  parseNotation,
  type PlanYears,
  tidy,
} from "../../plan";
import { fold } from "../../text";
import { textsIn } from "./base";
import type { DraftIndicator } from "../draft";
import { isNone } from "./notes";
import type { Proposal } from "../question";
import type { ValueColumn } from "./value-columns";

/* Targets of earlier years: stations on the way to the last one, where they are of its kind. */

/** A row's cell of an earlier target year. */
export interface Step {
  readonly column: ValueColumn;
  readonly text: string;
}

/** The last target, and what stands round it. */
interface Last {
  readonly text: string;
  readonly meaning: Meaning;
  readonly around: Around;
  readonly years: PlanYears;
}

type Milestone = DraftIndicator["milestones"][number];
type Ask = (column: ValueColumn, printed: string, asks: string, proposals: readonly Proposal[]) => string;

const isWithin = (year: number, { baselineYear, targetYear }: PlanYears): boolean =>
  year > baselineYear && year < targetYear;

/** Kinds that have a way from the base, with stations on it. */
const hasWay = ({ type }: Meaning): boolean => type === "level" || type === "cumulative";

/** The number of a cell of the same kind as the last target. */
function valueOf(text: string, { meaning: { type }, around }: Last): number | null {
  const read = parseNotation(text, around.unit);
  if (read.ok && read.value.kind === "value") return read.value.value;
  const [way, ...more] = meaningsOf(text, around).filter((one) => one.type === type);
  return type === "cumulative" && way?.notation.kind === "value" && more.length === 0
    ? way.notation.value
    : null;
}

/** As printed where the sheet reads it so, else the number alone. */
function milestoneOf(year: number, text: string, value: number): Milestone {
  const read = parseNotation(text);
  const isRead = read.ok && read.value.kind === "value" && read.value.value === value;
  return { year, value, text: isRead ? text : String(value) };
}

const HAS_NUMBER = /\d|[一二两三四五六七八九十]/;

/** 500左右, 约500 */
const isAbout = (text: string): boolean => /左右$|上下$|^大?约/.test(tidy(text));

/** What a cell that is no station by itself could be, the likeliest first. */
function proposalsOf({ column, text }: Step, { meaning, around }: Last): Proposal[] {
  const only: Proposal = {
    id: "note",
    words: "只记在备注",
    follows: `${column.year}年没有自己的目标，原样记在备注`,
  };
  const later: Proposal = {
    id: "later",
    words: "先空着",
    follows: `原样记在备注；采用后在“规划指标”表${column.year}年那一列填数`,
  };
  if (!hasWay(meaning) || isFailed(text)) return [only, later];
  const numbers = textsIn(text, around.unit).map((number): Proposal => ({
    id: number,
    words: `${column.year}年目标 ${number}${number.includes(around.unit) ? "" : around.unit}`,
    follows: "按这个数算到这一年的进度，原样记在备注",
  }));
  const isRange = meaningsOf(text, around).some(({ type }) => type === "range");
  if (isRange) return [...(meaning.direction === "lower" ? numbers.reverse() : numbers), only];
  return numbers.length > 0 ? [only, ...numbers] : [only, later];
}

/** The station of one cell; null: it is none, and stands in the notes. */
function stepOf(step: Step, last: Last, ask: Ask): { milestone: Milestone | null; isWhole: boolean } {
  const { column, text } = step;
  const { year } = column;
  const none = { milestone: null, isWhole: false };
  if (year === undefined || !isWithin(year, last.years)) return none;
  const value = valueOf(text, last);
  if (value !== null && hasWay(last.meaning) && isAbout(text)) {
    const number: Proposal = {
      id: "number",
      words: `${year}年目标 ${value}${last.around.unit}`,
      follows: "约数，按这个数算到这一年的进度，原样记在备注",
    };
    const only = { id: "note", words: "只记在备注", follows: `${year}年没有自己的目标，原样记在备注` };
    const id = ask(column, text, `“${text}”是约数，${year}年按哪个数算进度？`, [number, only]);
    return id === "number" ? { milestone: milestoneOf(year, text, value), isWhole: false } : none;
  }
  if (value !== null && hasWay(last.meaning)) {
    const milestone = milestoneOf(year, text, value);
    return { milestone, isWhole: milestone.text === text };
  }
  if ((!HAS_NUMBER.test(text) && !isFailed(text)) || fold(text) === fold(last.text)) return none;
  const asks = isFailed(text)
    ? `“${text}”不是数：原表的列太窄，或公式出错，没有显示出数来。可在原表改好后再复制`
    : `“${text}”与最后的目标“${last.text}”写法不同，${year}年按哪个数算进度？`;
  const id = ask(column, text, asks, proposalsOf(step, last));
  const read = parseNotation(id, last.around.unit);
  return read.ok && read.value.kind === "value"
    ? { milestone: milestoneOf(year, id, read.value.value), isWhole: false }
    : none;
}

/** The stations of a row; what stands in none of them to the letter is added to the notes. */
export function stepsOf(steps: readonly Step[], last: Last, notes: string[], ask: Ask): Milestone[] {
  return steps.flatMap((step) => {
    if (isNone(step.text)) return [];
    const { milestone, isWhole } = stepOf(step, last, ask);
    if (!isWhole) notes.push(`${step.column.header.trim()}：${step.text}`);
    return milestone ? [milestone] : [];
  });
}
