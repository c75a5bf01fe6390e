import {
  type Answers,
  type DraftHead,
  type Pasted,
  type Question,
  readBureauTable,
  readPlanTable,
  readTaskTable,
  type Refusal,
} from "../draft";
import type { Plan } from "../plan";
import { planInUse } from "../plan/in-use";
import { breathe, info, working } from "./job";
import { state } from "./state";
import { storeOfPlan } from "./store";
import { lastOwnPlan } from "./workbook-plan";

/** How each table that makes a plan is read. */
const READERS = {
  plan: (pasted: Pasted, answers: Answers) => readPlanTable(pasted, answers, lastOwnPlan() ?? planInUse()),
  tasks: (pasted: Pasted, answers: Answers) => readTaskTable(pasted, answers),
  bureaus: (pasted: Pasted, answers: Answers) => readBureauTable(pasted, answers),
};

/** 规划表, 任务表, 单位表. */
export type PartId = keyof typeof READERS;
export const PART_IDS = Object.keys(READERS) as PartId[];

export type DraftOf<P extends PartId> = Exclude<ReturnType<(typeof READERS)[P]>, Refusal>;

/** One table on its way into the plan. */
export interface Part<P extends PartId> {
  /** what stands in its box */
  readonly pasted: Pasted;
  /** where in the workbook it comes from, if it does */
  readonly from: string;
  readonly answers: Answers;
  /** as last read; null: not read, or refused */
  readonly draft: DraftOf<P> | null;
  /** what it was read from */
  readonly of: Pasted;
  /** why nothing could be made of it, in words */
  readonly refused: string | null;
}

type Parts = { readonly [P in PartId]: Part<P> };

/** A plan on its way into the workbook; nothing of it is written before 采用. */
export interface PlanDraft extends Parts {
  /** what the user has changed in the head */
  readonly head: Partial<DraftHead>;
  /** a whole plan out of a file, in place of a pasted one */
  readonly given: { readonly file: string; readonly plan: Plan } | null;
  /** whether tasks and bureaus of the present plan stay where none are pasted; null: nobody has said */
  readonly keeps: boolean | null;
}

const EMPTY = { pasted: {}, from: "", answers: new Map(), draft: null, of: {}, refused: null };
const NOTHING: PlanDraft = { plan: EMPTY, tasks: EMPTY, bureaus: EMPTY, head: {}, given: null, keeps: null };

/** A table's codes and years are guessed by the plan in use; what its user has answered and typed holds. */
export const planDraft = storeOfPlan<PlanDraft>(NOTHING, ({ plan }) =>
  plan.draft ? { plan: { ...plan, ...again("plan", plan.of, plan) } } : {},
);

const change = <P extends PartId>(id: P, part: Partial<Part<P>>): void =>
  planDraft.set({ [id]: { ...planDraft.get()[id], ...part } });

const isRefusal = (read: object): read is Refusal => "refused" in read;

/** What was read, or why not. */
function read<P extends PartId>(id: P, of: Pasted, answers: Answers): Partial<Part<P>> {
  const result = READERS[id](of, answers);
  return isRefusal(result)
    ? { of, answers, draft: null, refused: result.refused }
    : { of, answers, draft: result as DraftOf<P>, refused: null };
}

/** Answers to questions that ask the same as before, though the table has changed. */
function stillAnswered(before: readonly Question[], now: readonly Question[], answers: Answers): Answers {
  const asked = new Map(before.map((question) => [question.id, question]));
  const same = now.filter(({ id, printed, asks }) => {
    const old = asked.get(id);
    return answers.has(id) && old?.printed === printed && old.asks === asks;
  });
  return new Map(same.map(({ id }) => [id, answers.get(id)!]));
}

/** Puts into a box what was pasted, typed, or read from the workbook. */
export const fillBox = (id: PartId, pasted: Pasted, from = ""): void => {
  change(id, { pasted, from, refused: null });
  // there is no more to be seen of it
  if (pasted.picture) change(id, read(id, pasted, new Map()));
};

/** What the user has changed of a head that reads as before. */
const stillMeant = (head: Partial<DraftHead>, before?: DraftHead, now?: DraftHead): Partial<DraftHead> =>
  Object.fromEntries(
    Object.entries(head).filter(
      ([key]) => before?.[key as keyof DraftHead] === now?.[key as keyof DraftHead],
    ),
  );

/** Reads a table anew; answers to what is asked again hold. */
function again<P extends PartId>(
  id: P,
  of: Pasted,
  { answers, draft }: Pick<Part<P>, "answers" | "draft">,
): Partial<Part<P>> {
  const first = read(id, of, answers);
  const kept = stillAnswered(draft?.questions ?? [], first.draft?.questions ?? [], answers);
  return kept.size === answers.size ? first : read(id, of, kept);
}

/** Reads what stands in a box. */
export function readNow(id: PartId): void {
  const { head, plan, ...rest } = planDraft.get();
  const part = { plan, ...rest }[id];
  change(id, again(id, part.pasted, part));
  if (id === "plan") planDraft.set({ given: null });
  planDraft.set({ head: stillMeant(head, plan.draft?.head, planDraft.get().plan.draft?.head) });
}

const DOING: Record<PartId, string> = {
  plan: "正在读取规划表…",
  tasks: "正在读取任务表…",
  bureaus: "正在读取单位表…",
};

/** Reads what stands in a box while the pane says so. Writes nothing. */
export const readPart = (id: PartId): Promise<void> =>
  working(DOING[id], async () => {
    await breathe();
    readNow(id);
    return {};
  });

/** Answers questions of a table, and reads it with the answers. */
function answered(id: PartId, more: readonly (readonly [string, string])[]): void {
  const { of, answers } = planDraft.get()[id];
  change(id, read(id, of, new Map([...answers, ...more])));
}

/** Answers a question, in place of whatever was said before. @param proposal the proposal's id */
export function answer(id: PartId, question: string, proposal: string): void {
  const key = id === "plan" ? HEAD_QUESTIONS[question] : undefined;
  if (key) planDraft.set({ head: { ...planDraft.get().head, [key]: undefined } });
  answered(id, [[question, proposal]]);
}

/** Answering may ask anew; nothing asks for ever. */
const MOST_ROUNDS = 10;

/** Answers all that is open with its first proposal. */
export function answerAll(): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = questionsOf(planDraft.get()).filter(isOpen);
    if (open.length === 0) return;
    for (const id of PART_IDS) {
      const more = open.filter(({ part }) => part === id).map(({ question }) => question);
      if (more.length > 0)
        answered(
          id,
          more.map((question) => [question.id, question.proposals[0]!.id]),
        );
    }
  }
}

/** What the questions about the head are answered by, when it is typed into the head itself. */
const HEAD_QUESTIONS: Readonly<Record<string, keyof DraftHead>> = {
  "head name": "name",
  "head place": "place",
  "head baseline year": "baselineYear",
  "head target year": "targetYear",
};

/** A question, and whose table it is about. */
export interface AskedQuestion {
  readonly part: PartId;
  readonly question: Question;
  /** id of the chosen proposal, if one was */
  readonly chosen?: string;
  /** what was typed into the head instead */
  readonly typed?: string;
}

export const isOpen = ({ chosen, typed }: AskedQuestion): boolean =>
  chosen === undefined && typed === undefined;

/** All that is asked of all tables, in their order. */
export const questionsOf = (draft: PlanDraft): AskedQuestion[] =>
  PART_IDS.flatMap((part) => {
    const { draft: read, answers } = draft[part];
    return (read?.questions ?? []).map((question): AskedQuestion => {
      const key = part === "plan" ? HEAD_QUESTIONS[question.id] : undefined;
      const typed = key && draft.head[key];
      if (typed !== undefined) return { part, question, typed: String(typed) };
      const chosen = answers.get(question.id);
      const isKnown = question.proposals.some(({ id }) => id === chosen);
      return { part, question, ...(isKnown && { chosen: chosen! }) };
    });
  });

/** How many questions nobody has answered. */
export const openQuestions = (draft: PlanDraft): number => questionsOf(draft).filter(isOpen).length;

/** The head as read, or as the user has changed it. */
export function headOf({ plan, head }: PlanDraft): DraftHead | null {
  const typed = Object.entries(head).filter(([, value]) => value !== undefined);
  return plan.draft && { ...plan.draft.head, ...(Object.fromEntries(typed) as Partial<DraftHead>) };
}

/** Takes a whole plan in place of a pasted one. */
export const give = (file: string, plan: Plan): void =>
  planDraft.set({ given: { file, plan }, plan: { ...planDraft.get().plan, draft: null, refused: null } });

export const setKeeps = (keeps: boolean): void => planDraft.set({ keeps });

/** Nothing is on its way. */
export const isEmpty = ({ given, plan, tasks, bureaus }: PlanDraft): boolean =>
  !given && !plan.draft && !tasks.draft && !bureaus.draft;

export const setHead = (part: Partial<DraftHead>): void =>
  planDraft.set({ head: { ...planDraft.get().head, ...part } });

/** Forgets what was pasted. */
export const forget = (): void => planDraft.set(NOTHING);

/** The same, as its user wishes; the workbook stays as it is. */
export function dropDraft(): void {
  forget();
  state.set({ notice: info("已放弃草稿，工作簿没有改动。") });
}
