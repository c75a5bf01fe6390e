import type * as draft from "../../src/draft";
import { Questions } from "../../src/draft/question";

jest.mock("../../src/draft", () => ({
  ...jest.requireActual<typeof draft>("../../src/draft"),
  readPlanTable: jest.fn(),
}));

const proposals = (...ids: string[]) => ids.map((id) => ({ id, words: id, follows: "" }));
const question = (id: string, printed: string, ...ids: string[]): draft.Question => ({
  ...{ id, place: id, printed, asks: `${printed}？`, proposals: proposals(...ids) },
});

const reader = jest.requireMock<typeof draft>("../../src/draft").readPlanTable as jest.MockedFunction<
  typeof draft.readPlanTable
>;
/** Reads a line per indicator: 约 is asked about, and answered with "range" asks how far. To be imported first. */
reader.mockImplementation(({ text = "", picture }, answers) => {
  if (picture || text === "") return { refused: picture ? "图片不能读取" : "没有内容" };
  const questions = new Questions(answers);
  const lines = text.split("\n");
  lines.forEach((line, row) => {
    if (!line.includes("约")) return;
    const way = questions.ask(question(`row ${row}`, line, "least", "range"));
    if (way === "range") questions.ask(question(`row ${row} within`, line, "5", "10"));
  });
  return {
    head: { name: lines[0]!, place: "", stage: "", baselineYear: 2025, targetYear: 2030 },
    indicators: [],
    questions: questions.asked,
    open: questions.open(),
    source: { title: "", columns: [], rows: [], notes: [], left: [] },
  };
});
