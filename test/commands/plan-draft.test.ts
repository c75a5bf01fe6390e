import "./drafts";
import {
  answer,
  answerAll,
  fillBox,
  headOf,
  openQuestions,
  planDraft,
  questionsOf,
  readNow,
  setHead,
} from "../../src/commands/plan-draft";

const paste = (text: string): void => {
  fillBox("plan", { text });
  readNow("plan");
};
const now = () => planDraft.get();
const asked = (): [string, string | undefined][] =>
  questionsOf(now()).map(({ question: { id }, chosen }) => [id, chosen]);

beforeEach(() => fillBox("plan", {}));

test("what is pasted is read when asked for, and what is doubtful is open", () => {
  paste("床位 约9\n入住率 60");
  expect(asked()).toEqual([["row 0", undefined]]);
  expect([openQuestions(now()), now().plan.refused]).toEqual([1, null]);
});

test("an answer may ask further, and can be changed", () => {
  paste("约9");
  answer("plan", "row 0", "range");
  expect(asked()).toEqual([
    ["row 0", "range"],
    ["row 0 within", undefined],
  ]);
  answer("plan", "row 0", "least");
  expect(asked()).toEqual([["row 0", "least"]]);
  expect(openQuestions(now())).toBe(0);
});

test("全按建议 answers the rest, what its answers ask too, and leaves what is answered", () => {
  paste("约9\n约8\n约7");
  answer("plan", "row 1", "range");
  answerAll();
  expect(asked()).toEqual([
    ...[
      ["row 0", "least"],
      ["row 1", "range"],
      ["row 1 within", "5"],
      ["row 2", "least"],
    ],
  ]);
  expect(openQuestions(now())).toBe(0);
});

test("read again, what asks the same stays answered; what asks otherwise does not", () => {
  paste("约9\n约8");
  answerAll();
  paste("约9\n约80");
  expect(asked()).toEqual([
    ["row 0", "least"],
    ["row 1", undefined],
  ]);
});

test("a draft stays while another table is being typed, and goes when that is refused", () => {
  paste("约9");
  fillBox("plan", { text: "约8" });
  expect(asked()).toHaveLength(1);
  fillBox("plan", { text: "" });
  readNow("plan");
  expect([now().plan.draft, now().plan.refused]).toEqual([null, "没有内容"]);
});

test("a picture is refused at once, and the words go with the next paste", () => {
  fillBox("plan", { picture: true });
  expect(now().plan.refused).toBe("图片不能读取");
  fillBox("plan", { text: "约9" });
  expect(now().plan.refused).toBeNull();
});

test("the head is as read until it is changed; a table with another name has another head", () => {
  paste("一");
  expect(headOf(now())).toMatchObject({ name: "一", place: "", targetYear: 2030 });
  setHead({ name: "二", place: "寿县" });
  paste("一\n床位");
  expect(headOf(now())).toMatchObject({ name: "二", place: "寿县", targetYear: 2030 });
  paste("三");
  expect(headOf(now())).toMatchObject({ name: "三", place: "寿县" });
});
