import { type Box, pastedInto } from "../../../src/taskpane/plan/clipboard";

const EMPTY: Box = { pasted: {}, text: "", start: 0, end: 0 };
const brought = (data: Record<string, string>, ...types: string[]) => ({
  getData: (type: string) => data[type] ?? "",
  files: types.map((type) => ({ type })),
});
const textOf = (html: string): string => html.replace(/<[^>]*>/g, "");
const paste = (box: Box, data: Record<string, string>, ...types: string[]) =>
  pastedInto(box, brought(data, ...types), textOf);

const PAGE = { "text/plain": "指标\t2030年\r\n床位\t9", "text/html": "<table>1</table>" };
const SHOWN = "指标\t2030年\n床位\t9";

test("a table keeps its HTML beside the text that is shown", () =>
  expect(paste(EMPTY, PAGE)).toEqual({ text: SHOWN, html: "<table>1</table>" }));

test("HTML alone shows its text", () =>
  expect(paste(EMPTY, { "text/html": "<b>床位</b>" })).toEqual({ text: "床位", html: "<b>床位</b>" }));

test("text alone is text", () => expect(paste(EMPTY, { "text/plain": "a" })).toEqual({ text: "a" }));

test("over all that stands there it is the only one", () =>
  expect(
    paste({ pasted: { text: "旧", html: "<p>旧" }, text: "旧", start: 0, end: 1 }, { "text/plain": "新" }),
  ).toEqual({ text: "新" }));

test("the second page follows the first, with its HTML", () => {
  const first = { pasted: { text: "一", html: "<p>一" }, text: "一\n", start: 2, end: 2 };
  expect(paste(first, { "text/plain": "二", "text/html": "<p>二" })).toEqual({
    text: "一\n二",
    html: "<p>一<p>二",
  });
  expect(paste({ ...first, text: "一", start: 1, end: 1 }, { "text/plain": "二" })).toEqual({
    text: "一\n二",
  });
});

test("within the text only text counts", () =>
  expect(
    paste(
      { pasted: { text: "甲丙", html: "<p>" }, text: "甲丙", start: 1, end: 1 },
      { "text/plain": "乙", "text/html": "<p>乙" },
    ),
  ).toEqual({ text: "甲乙丙" }));

test.each([
  ["a picture", {}, ["image/png"]],
  ["a picture copied from a page", { "text/html": '<img src="x.png">' }, []],
])("%s is kept as such", (_, data, types) => expect(paste(EMPTY, data, ...types)).toEqual({ picture: true }));

test("a picture beside text is no picture: Word brings both", () =>
  expect(paste(EMPTY, { "text/plain": "a" }, "image/png")).toEqual({ text: "a" }));

test("nothing is nothing", () => expect(paste(EMPTY, {})).toBeNull());
