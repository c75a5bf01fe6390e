import * as fc from "fast-check";
import { type Draft, type Pasted, planFileOf, readPlanTable } from "../../src/draft";
import { openPlan } from "../../src/plan/open";
import { PLAN_CASES } from "../cases/plan-case";
import { strayNumbers } from "../cases/printed";

/*
 * Whatever is pasted gives a draft, questions or a refusal in Chinese: never an exception, never a number that is not printed
 * there; and so does whatever is answered.
 */

const HAN = /\p{Script=Han}/u;
const MOST_QUESTIONS = 400;

/** Answers every question with the proposal that `choose` picks, as long as there are any, and gives the draft at each step. */
function* answering(pasted: Pasted, choose: (count: number) => number): Generator<Draft> {
  const answers = new Map<string, string>([["unheard of", "nothing"]]);
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    const draft = readPlanTable(pasted, answers, null);
    if ("refused" in draft) {
      expect(draft.refused).toMatch(HAN);
      return;
    }
    yield draft;
    const [question] = draft.open;
    if (!question) return;
    answers.set(question.id, question.proposals[choose(question.proposals.length)]!.id);
  }
  throw new Error("no end of questions");
}

/** What is wrong with a draft, were it adopted as it is. */
function faultsOf(draft: Draft): string[] {
  for (const { id, proposals, asks, place } of draft.questions) {
    expect([id, asks, place].every((text) => text !== "")).toBe(true);
    expect(new Set(proposals.map((proposal) => proposal.id)).size).toBe(proposals.length);
    expect(proposals.length).toBeGreaterThan(1);
  }
  expect(new Set(draft.questions.map(({ id }) => id)).size).toBe(draft.questions.length);
  try {
    return strayNumbers(openPlan(planFileOf(draft, [], [])));
  } catch (error) {
    const { message } = error as Error;
    return HAN.test(message) ? [] : [message];
  }
}

/** The first and the last draft of a way through the questions; steps between differ by one answer each. */
function check(pasted: Pasted, choices: readonly number[]): void {
  let step = 0;
  let last: Draft | undefined;
  for (const draft of answering(pasted, (count) => choices[step++ % choices.length]! % count)) {
    if (last === undefined) expect(faultsOf(draft)).toEqual([]);
    last = draft;
  }
  if (last !== undefined) expect(faultsOf(last)).toEqual([]);
}

const choices = fc.array(fc.nat(9), { minLength: 1, maxLength: 12 });

/** Words and signs of plans' tables, and what stands between them. */
const SIGNS = [
  ...[
    "指标",
    "序号",
    "单位",
    "2020年",
    "2025年目标",
    "属性",
    "约束性",
    "责任单位",
    "市民政局",
    "其中：",
    "注：",
    "续表",
  ],
  ...[
    "床位数（张）",
    "覆盖率（%）",
    "失业率",
    "增长（%）",
    "一、养老",
    "养老床位",
    "城市",
    "农村",
    "年均增长（%）",
  ],
  ...[
    "55",
    "1,200",
    "12 345",
    "76。7",
    "15左右",
    "〔18〕",
    "[6.9]",
    ">95",
    "≥60",
    "≤5.5",
    "XX",
    "—",
    "-",
    "",
    "2-3个",
    "1‰",
  ],
  ...[
    "2万元以上，力争2.2万元",
    "提高6个百分点",
    "较2015年下降30%",
    "1.2万亿元",
    "2.09:1",
    "持续提高",
    "分别达到3、5",
    "20公顷（300亩）",
  ],
  ...[
    "年均增长7%",
    "1.3倍以内",
    "99999999999999999999",
    "-0",
    "1e9",
    "０．５",
    "①",
    "15.74",
    "NaN",
    "Infinity",
    "%",
    "万",
    "以上",
    "左右",
  ],
];
const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SIGNS) },
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const separator = fc.constantFrom("\t", "\n", "\t", "\n", " ", "  ", " | ", "|", "\n\n", "、", "");
const text = fc
  .array(fc.tuple(sign, separator), { maxLength: 60 })
  .map((parts) => parts.map(([word, apart]) => word + apart).join(""));
const cells = fc.array(fc.array(sign, { maxLength: 7 }), { maxLength: 14 });

const span = fc.constantFrom(
  "",
  "",
  "",
  " rowspan=2",
  " colspan=3",
  ' colspan="0"',
  " rowspan=99999",
  " colspan=x",
);
const html = fc
  .array(fc.array(fc.tuple(sign, span, fc.constantFrom("td", "td", "th")), { maxLength: 6 }), {
    maxLength: 12,
  })
  .map((rows) =>
    rows.map((row) => row.map(([word, attributes, tag]) => `<${tag}${attributes}>${word}</${tag}>`).join("")),
  )
  .map((rows) => `<p>表1 主要指标</p><table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`);

const RUNS = { numRuns: Number(process.env.RUNS ?? 150) };

test.each([
  ["any text", fc.string({ unit: "grapheme", maxLength: 300 }).map((one): Pasted => ({ text: one }))],
  ["words of plans in any order", text.map((one): Pasted => ({ text: one }))],
  ["any HTML", fc.string({ unit: "grapheme", maxLength: 300 }).map((one): Pasted => ({ html: one }))],
  ["tables of HTML with any spans", html.map((one): Pasted => ({ html: one }))],
  ["any range", cells.map((one): Pasted => ({ cells: one }))],
  [
    "nothing",
    fc.constantFrom<Pasted>(
      {},
      { text: "" },
      { html: "" },
      { cells: [] },
      { cells: [[]] },
      { picture: true },
    ),
  ],
])("%s", (_, pasted) => fc.assert(fc.property(pasted, choices, check), RUNS));

test("a picture is refused in so many words", () =>
  expect(readPlanTable({ picture: true }, new Map(), null)).toEqual({
    refused: expect.stringContaining("图片不能读取"),
  }));

const columnsSwapped = (row: string, a: number, b: number): string => {
  const parts = row.split("\t");
  [parts[a % parts.length], parts[b % parts.length]] = [parts[b % parts.length]!, parts[a % parts.length]!];
  return parts.join("\t");
};

const inserted = (lines: string[], at: number, row: string): string[] => {
  const place = at % (lines.length + 1);
  return [...lines.slice(0, place), row, ...lines.slice(place)];
};

/** Ways in which a table is damaged on its way from the page to the clipboard: rows, a place, another place, a word. */
const DAMAGES: Readonly<Record<string, (lines: string[], a: number, b: number, word: string) => string[]>> = {
  "a separator lost": (lines, a) =>
    lines.map((row, i) => (i === a % lines.length ? row.replace(/[\t|]/, "") : row)),
  "all separators lost": (lines) => lines.map((row) => row.replace(/[\t|]/g, " ")),
  "columns swapped": (lines, a, b) => lines.map((row) => columnsSwapped(row, a, b)),
  "noise put in": (lines, a, _, word) => inserted(lines, a, word),
  "noise within a row": (lines, a, b, word) =>
    lines.map((row, i) => (i === a % lines.length ? row.slice(0, b % 40) + word + row.slice(b % 40) : row)),
  "a row twice": (lines, a, b) => inserted(lines, b, lines[a % lines.length]!),
  "a row lost": (lines, a) => lines.filter((_, i) => i !== a % lines.length),
  "rows swapped": (lines, a, b) =>
    lines.map((row, i) => (i === a % lines.length ? lines[b % lines.length]! : row)),
  "the end cut": (lines, a) => [lines.join("\n").slice(0, a * 7)],
  "the beginning cut": (lines, a) => [lines.join("\n").slice(a * 7)],
  "a cell a line": (lines) => lines.flatMap((row) => row.split(/[\t|]/)),
  "years changed": (lines, a, b) =>
    lines.map((row) => row.replaceAll("2020", String(1900 + a)).replaceAll("2025", String(1900 + b))),
};

const TEXTS = PLAN_CASES.flatMap(({ pasted }) => (pasted.text && !pasted.html ? [pasted.text] : []));
const PAGES = PLAN_CASES.flatMap(({ pasted }) => (pasted.html ? [pasted.html] : []));
const place = fc.nat(200);
const noise = fc.oneof(sign, fc.string({ unit: "grapheme", maxLength: 12 }));

test.each(Object.entries(DAMAGES))("a table of the cases, %s", (_, damage) =>
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), place, place, noise, choices, (one, a, b, word, picks) =>
      check({ text: damage(one.split("\n"), a, b, word).join("\n") }, picks),
    ),
    { numRuns: Math.ceil(RUNS.numRuns / 4) },
  ),
);

test("a page of the cases, cut or with tags lost", () =>
  fc.assert(
    fc.property(fc.constantFrom(...PAGES), fc.nat(5000), fc.nat(60), choices, (page, at, length, picks) =>
      check({ html: page.slice(0, at) + page.slice(at + length) }, picks),
    ),
    RUNS,
  ));
