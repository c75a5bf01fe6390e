import type { DraftIndicator, Question } from "../../../src/commands";
import { askedOf, type Shown, shownColumns, shownRows } from "../../../src/taskpane/plan/rows";

const indicator = (part: Partial<DraftIndicator>): DraftIndicator => ({
  ...{ code: "A01", number: 1, section: "", name: "床位", unit: "张", baseline: "5", target: "9" },
  ...{ milestones: [], type: "level", direction: "higher" },
  ...{ responsible: "", lead: "", attribute: "", partOf: "", note: "" },
  ...part,
});
const question = (id: string, cell?: Question["cell"]): Question => ({
  ...{ id, place: "", printed: "", asks: "", proposals: [] },
  ...(cell && { cell }),
});
const HEAD = { baselineYear: 2025, targetYear: 2030 };
const shown = (indicators: DraftIndicator[], questions: Question[] = []): Shown => ({
  head: HEAD,
  indicators,
  questions,
});
const headers = (of: Shown): string[] => shownColumns(of).map(({ header }) => header);

test("years stand left to right; what no indicator says has no column", () => {
  expect(headers(shown([indicator({})]))).toEqual(["2025年", "2030年", "目标类型"]);
  const milestones = [{ year: 2027, text: "7", value: 7 }];
  const rich = indicator({ milestones, responsible: "甲局、乙局", lead: "甲局", attribute: "约束性" });
  expect(headers(shown([indicator({}), rich]))).toEqual([
    ...["2025年", "2027年", "2030年", "目标类型", "责任部门", "属性"],
  ]);
  const text = (header: string, of = rich): string =>
    shownColumns(shown([rich]))
      .find((column) => column.header === header)!
      .text(of);
  expect(["2027年", "责任部门"].map((header) => text(header))).toEqual(["7", "甲局、乙局（甲局牵头）"]);
  expect(text("2027年", indicator({}))).toBe("");
});

test("a column that is asked about is there although empty", () =>
  expect(headers(shown([indicator({})], [question("a", { row: 0, column: "note" })]))).toContain("备注"));

test.each<[Partial<DraftIndicator>, string]>([
  [{}, "水平值，越高越好"],
  [{ direction: "lower" }, "水平值，越低越好"],
  [{ type: "range" }, "区间"],
  [{ type: "range", within: 5 }, "区间±5%"],
  [{ type: "cumulative" }, "累计，越高越好"],
  [{ type: "words" }, "人工判断"],
  [{ type: "none" }, "不评价"],
])("%j is told as %s", (part, words) => {
  const one = indicator(part);
  const kind = shownColumns(shown([one])).find(({ header }) => header === "目标类型")!;
  expect(kind.text(one)).toBe(words);
});

test("a question about a year is at the column of that year, whatever it is called", () => {
  const columns = shownColumns(shown([indicator({ milestones: [{ year: 2027, text: "7", value: 7 }] })]));
  const at = (column: NonNullable<Question["cell"]>["column"]): string[] =>
    columns.filter(({ holds }) => holds(column)).map(({ header }) => header);
  expect([at("year 2025"), at("baseline"), at("year 2027"), at("year 2030"), at("target")]).toEqual([
    ...[["2025年"], ["2025年"], ["2027年"], ["2030年"], ["2030年"]],
  ]);
});

test("sections head their rows; one that comes again is told again", () => {
  const sections = ["一", "一", "二", "", "一"].map((section) => indicator({ section }));
  expect(shownRows(shown(sections), 10)).toEqual([
    ...[{ section: "一" }, { at: 0 }, { at: 1 }, { section: "二" }, { at: 2 }],
    ...[{ at: 3 }, { section: "一" }, { at: 4 }],
  ]);
});

test("of many rows those that are asked about are shown, in the table's order", () => {
  const many = Array.from({ length: 5000 }, () => indicator({}));
  const questions = [question("a", { row: 4000, column: "target" }), question("b")];
  const rows = shownRows(shown(many, questions), 100);
  expect(rows).toHaveLength(100);
  expect(rows.slice(-2)).toEqual([{ at: 98 }, { at: 4000 }]);
});

test("questions are found by their row, with their place in the list", () => {
  const questions = [question("a"), question("b", { row: 1, column: "name" })];
  expect([...askedOf(questions)]).toEqual([[1, [{ question: questions[1], number: 1 }]]]);
});
