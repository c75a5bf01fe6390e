import { type Question, Questions } from "../../src/draft/question";

const about = (id: string): Question => ({
  id,
  place: "第 7 行的目标",
  printed: "15左右",
  asks: "“15左右”是至少，还是至多？",
  proposals: [
    { id: "least", words: "至少 15", follows: "本期值不低于 15 为已达标" },
    { id: "most", words: "至多 15", follows: "本期值不高于 15 为已达标" },
  ],
});

test.each([
  ["nobody has answered: the likeliest", [], "least", 1],
  ["answered", [["7", "most"]], "most", 0],
  ["an answer that is none of the proposals", [["7", "about"]], "least", 1],
  ["an answer to another question", [["8", "most"]], "least", 1],
] as const)("%s", (_, answers, holds, open) => {
  const questions = new Questions(new Map(answers));
  expect(questions.ask(about("7"))).toBe(holds);
  expect(questions.asked).toHaveLength(1);
  expect(questions.open()).toHaveLength(open);
});
