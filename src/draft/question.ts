/** A way to answer a question, by one click. */
export interface Proposal {
  readonly id: string;
  /** what the place then says: `至少 15` */
  readonly words: string;
  /** what follows from it: `本期值不低于 15 为已达标` */
  readonly follows: string;
}

/** What is doubtful at one place of what was pasted. Proposals are two or more, the likeliest first. */
export interface Question {
  /** stays the same when the same text is read again */
  readonly id: string;
  /** where: `第 7 行“地下水质量极差比例”的 2020年` */
  readonly place: string;
  /** what is printed there, to the letter */
  readonly printed: string;
  /** what is asked: `“15左右”是至少、至多，还是上下都可以？` */
  readonly asks: string;
  readonly proposals: readonly Proposal[];
  /** line of what was pasted, where it is about one */
  readonly line?: number;
  /** cells of the draft that it is about: place of the row among the draft's rows, and column; absent: the table as a whole */
  readonly cell?: { readonly row: number; readonly column: DraftColumn };
}

/** Columns of the draft as the pane shows it. Years are baselines and targets, left to right as printed. */
export type DraftColumn =
  | "code"
  | "number"
  | "section"
  | "name"
  | "unit"
  | `year ${number}`
  | "target"
  | "baseline"
  | "type"
  | "direction"
  | "responsible"
  | "lead"
  | "attribute"
  | "note";

/** Question id → proposal id. */
export type Answers = ReadonlyMap<string, string>;

/**
 * Reading is a function of what was pasted and of the answers so far. Whoever doubts asks, and goes on with the answer, or with
 * the likeliest proposal while there is none.
 */
export class Questions {
  readonly asked: Question[] = [];

  constructor(private readonly answers: Answers) {}

  /** The id of the proposal that holds. */
  ask(question: Question): string {
    this.asked.push(question);
    const answer = this.answers.get(question.id);
    const known = question.proposals.find(({ id }) => id === answer) ?? question.proposals[0]!;
    return known.id;
  }

  /** Says which cells of the draft the questions are about whose line became a row. */
  place(cellOf: (question: Question) => Question["cell"]): void {
    this.asked.forEach((question, i) => {
      const cell = question.cell ?? cellOf(question);
      if (cell) this.asked[i] = { ...question, cell };
    });
  }

  /** Questions that nobody has answered yet. */
  open(): Question[] {
    return this.asked.filter(({ id, proposals }) => !proposals.some((p) => p.id === this.answers.get(id)));
  }
}
