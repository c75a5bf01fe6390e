import * as fc from "fast-check";
import type { Pasted } from "../../src/draft";
import { type Line, PLAN_CASES } from "./plan-case";
import { unquestioned } from "./plan-questions";
import { read } from "./plan-reading";

/* Tables made of rows that were read by hand, under headers of many wordings, in several makes: each row as in its case. */

/** Cases whose rows mean the same in any table. */
const CASES = [
  ...["phrases", "ranges", "below-base", "in-words", "word-merged", "markdown", "aligned-spaces"],
  ...["traditional-characters", "agriculture-2015-cells", "environment-2020", "two-ages-2025"],
];
const isPlain = ({ name, unit, baseline, target, meaning }: Line): boolean =>
  unit !== "" && !/[*（(]|⇒|XX|split|refused/.test(name + unit + baseline + target + meaning);
const LINES = PLAN_CASES.filter(({ name }) => CASES.includes(name))
  .flatMap(({ lines }) => lines)
  .filter(isPlain)
  .map((line): Line => ({ ...line, baseline: line.baseline || "—", section: "", responsible: "" }));

const YEARS = [
  ["2020年", "2025年"],
  ["2020年（基期）", "2025年（目标）"],
  ["2020年基期值", "2025年目标值"],
  ["2020年现状", "2025年"],
  ["2020", "2025"],
  ["基期（2020年）", "目标（2025年）"],
] as const;

const escaped = (text: string): string => text.replace(/</g, "&lt;");
const MAKES: readonly ((rows: string[][]) => Pasted)[] = [
  (rows) => ({ text: rows.map((row) => row.join("\t")).join("\n") }),
  (rows) => ({ text: rows.map((row) => `| ${row.join(" | ")} |`).join("\n") }),
  (rows) => ({ cells: rows.map((row) => rows[0]!.map((_, c) => row[c] ?? "")) }),
  (rows) => ({
    html: `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`,
  }),
];

interface Shape {
  readonly years: readonly [string, string];
  readonly numbered: boolean;
  readonly units: boolean;
  readonly attributes: boolean;
}

const rowsOf = (lines: readonly Line[], { years, numbered, units, attributes }: Shape): string[][] => [
  [
    ...(numbered ? ["序号"] : []),
    "指标",
    ...(units ? ["单位"] : []),
    ...years,
    ...(attributes ? ["属性"] : []),
  ],
  ...lines.map(({ name, unit, baseline, target, attribute }, i) => [
    ...(numbered ? [String(i + 1)] : []),
    ...(units ? [name, unit] : [`${name}（${unit}）`]),
    ...[baseline, target],
    ...(attributes ? [attribute] : []),
  ]),
];

test("rows are read in any table as in their own", () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...LINES), { minLength: 2, maxLength: 9, selector: ({ name }) => name }),
      fc.record({
        years: fc.constantFrom(...YEARS),
        numbered: fc.boolean(),
        units: fc.boolean(),
        attributes: fc.boolean(),
      }),
      fc.constantFrom(...MAKES),
      (chosen, shape, make) => {
        const lines = chosen.map((line) => (shape.attributes ? line : { ...line, attribute: "" }));
        const pasted = make(rowsOf(lines, shape));
        const expected = {
          name: "made",
          about: "",
          years: [2020, 2025] as const,
          printed: "",
          pasted,
          lines,
        };
        const reading = read(expected, new Map());
        if ("refused" in reading) throw new Error(reading.refused);
        expect(unquestioned({ ...expected, questions: [] }, reading)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  ));
