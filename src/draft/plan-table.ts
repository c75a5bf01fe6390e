import type { Plan } from "../plan";
import type { Draft } from "./draft";
import type { Pasted, Refusal } from "./pasted";
import { type Answers, Questions } from "./question";
import { readDraft } from "./indicators/read";
import { readSource } from "./source/source";

/**
 * Reads a pasted table of indicators: the draft of a plan with what is to be asked, or why nothing can be made of it. Never throws.
 * @param known the plan in use, whose indicators keep their codes
 */
export function readPlanTable(pasted: Pasted, answers: Answers, known: Plan | null): Draft | Refusal {
  const questions = new Questions(answers);
  const source = readSource(pasted, questions);
  return "refused" in source ? source : readDraft(source, questions, known);
}
