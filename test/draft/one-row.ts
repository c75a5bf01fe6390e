import { type Answers, type Draft, readPlanTable } from "../../src/draft";

/** The draft of `name | unit | base | target`, with the target of 2027 before the last where there are five. */
export function readRow(cells: string, answers: Answers = new Map()): Draft {
  const row = cells.split("|").map((cell) => cell.trim());
  const years = row.length === 5 ? ["2025年", "2027年目标", "2030年目标"] : ["2025年", "2030年目标"];
  const text = ["某县“十五五”主要指标", ["指标", "单位", ...years].join("\t"), row.join("\t")].join("\n");
  const draft = readPlanTable({ text }, answers, null);
  if ("refused" in draft) throw new Error(draft.refused);
  return draft;
}

/** The proposals of each question, in words. */
export const proposed = (draft: Draft): string[][] =>
  draft.questions.map(({ proposals }) => proposals.map(({ words }) => words));
