import type { DraftColumn, DraftHead, DraftIndicator, Question } from "../../commands";
import { TARGET_TYPES } from "../../plan";

/** What the table 规划草稿 shows. */
export interface Shown {
  readonly head: Pick<DraftHead, "baselineYear" | "targetYear">;
  readonly indicators: readonly DraftIndicator[];
  readonly questions: readonly Question[];
}

/** A column of the table beside the indicator's name, and which of the draft's columns it stands for. */
export interface ShownColumn {
  readonly header: string;
  readonly text: (indicator: DraftIndicator) => string;
  readonly holds: (column: DraftColumn) => boolean;
  /** holds sentences or lists, not figures */
  readonly isLong?: true;
}

/** A row of the table: the title of a section, or the indicator at that place of the draft. */
export type ShownRow = { readonly section: string } | { readonly at: number };

/** `水平值`, `区间±5%`. */
const typeWords = ({ type, within }: DraftIndicator): string =>
  type === "range" && within !== undefined ? `${TARGET_TYPES.range}±${within}%` : TARGET_TYPES[type];

const DIRECTIONS = { higher: "越高越好", lower: "越低越好" } as const;
/** Neither is better or worse by being higher. */
const WITHOUT_DIRECTION: readonly DraftIndicator["type"][] = ["range", "words", "none"];

const kindWords = (indicator: DraftIndicator): string =>
  WITHOUT_DIRECTION.includes(indicator.type)
    ? typeWords(indicator)
    : `${typeWords(indicator)}，${DIRECTIONS[indicator.direction]}`;

/** Columns that a plan may do without. */
const FURTHER: readonly ShownColumn[] = [
  {
    header: "责任部门",
    text: ({ responsible, lead }) =>
      lead === "" || lead === responsible ? responsible : `${responsible}（${lead}牵头）`,
    holds: (column) => column === "responsible" || column === "lead",
    isLong: true,
  },
  { header: "属性", text: ({ attribute }) => attribute, holds: (column) => column === "attribute" },
  { header: "备注", text: ({ note }) => note, holds: (column) => column === "note", isLong: true },
];

/** Columns of the name's own cell. */
const OF_NAME: readonly DraftColumn[] = ["code", "number", "section", "name", "unit"];
export const isOfName = (column: DraftColumn): boolean => OF_NAME.includes(column);

/** The columns that the draft has something to say in: years left to right, kind of target, whatever else is there. */
export function shownColumns({ head, indicators, questions }: Shown): ShownColumn[] {
  const { baselineYear, targetYear } = head;
  const between = new Set(indicators.flatMap(({ milestones }) => milestones.map(({ year }) => year)));
  const years: ShownColumn[] = [...between]
    .filter((year) => year !== baselineYear && year !== targetYear)
    .sort((a, b) => a - b)
    .map((year) => ({
      header: `${year}年`,
      text: ({ milestones }) => milestones.find((one) => one.year === year)?.text ?? "",
      holds: (column) => column === `year ${year}`,
    }));
  const isSaid = ({ text, holds }: ShownColumn): boolean =>
    indicators.some((one) => text(one) !== "") || questions.some(({ cell }) => cell && holds(cell.column));
  return [
    {
      header: `${baselineYear}年`,
      text: ({ baseline }) => baseline,
      holds: (column) => column === "baseline" || column === `year ${baselineYear}`,
    },
    ...years,
    {
      header: `${targetYear}年`,
      text: ({ target }) => target,
      holds: (column) => column === "target" || column === `year ${targetYear}`,
    },
    { header: "目标类型", text: kindWords, holds: (column) => column === "type" || column === "direction" },
    ...FURTHER.filter(isSaid),
  ];
}

/**
 * At most so many indicators, under the titles of their sections, in the table's order. What is asked about goes before what
 * is not, so that no question is without its cell.
 */
export function shownRows({ indicators, questions }: Shown, most: number): ShownRow[] {
  const asked = new Set(questions.flatMap(({ cell }) => (cell ? [cell.row] : [])));
  const all = indicators.map((_, at) => at);
  const chosen = new Set(
    [...all.filter((at) => asked.has(at)), ...all.filter((at) => !asked.has(at))].slice(0, most),
  );
  let last = "";
  return all
    .filter((at) => chosen.has(at))
    .flatMap((at): ShownRow[] => {
      const { section } = indicators[at]!;
      const isNew = section !== last;
      last = section;
      return isNew && section !== "" ? [{ section }, { at }] : [{ at }];
    });
}

/** A question with its place in the list, from 0. */
export interface Asked {
  readonly question: Question;
  readonly number: number;
}

/** Questions by the row that they are about. */
export function askedOf(questions: readonly Question[]): ReadonlyMap<number, readonly Asked[]> {
  const rows = new Map<number, Asked[]>();
  questions.forEach((question, number) => {
    if (question.cell)
      rows.set(question.cell.row, [...(rows.get(question.cell.row) ?? []), { question, number }]);
  });
  return rows;
}
