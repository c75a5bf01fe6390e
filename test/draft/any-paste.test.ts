import fc from "fast-check";
import { type Pasted, Questions, readBureauTable, readTaskTable } from "../../src/draft";
import { readSource } from "../../src/draft/source/source";

const NOISE = "a$ {8 u2 J8 I5 T1";
const WORDS = [
  "指标",
  "单位",
  "2020年",
  "2025年",
  "2025年目标",
  "属性",
  "责任单位",
  "序号",
  "类别",
  "备注",
  "其中：",
  "（一）",
  "一、",
  "注：①",
  "养老床位",
  "森林覆盖率（%）",
  "约束性",
  "预期性",
  "≥60",
  "24.1",
  "〔18〕",
  "—",
  "XX",
  "15左右",
  "增长8%",
  "达到55%",
  "万人",
  "市民政局",
  "保持稳定",
  "续表",
  "# ",
  "|",
  "||",
  "\t",
  "\n",
  "\n\n",
  " ",
  "　",
  ",",
  "，",
  "。",
  '"',
  "1",
  "2",
  "年份",
  "地区",
  `\n${NOISE}\n`,
];
const text = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 8 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));
const lines = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((parts) => parts.join("\n"));
const cell = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 }));
const cells = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });
const tag = fc.constantFrom(
  "<table>",
  "</table>",
  "<tr>",
  "</tr>",
  "<td>",
  "</td>",
  '<td colspan="2">',
  '<td rowspan="3">',
  '<td colspan="999999" rowspan="0">',
  "<th>",
  "<br>",
  "<p>",
  "<sup>",
  "</sup>",
  "<b>",
  "<style>",
  "<!--",
  "<tr style='display:none'>",
  "&nbsp;",
  "<li>",
);
const html = fc
  .array(fc.oneof(tag, fc.constantFrom(...WORDS)), { maxLength: 80 })
  .map((parts) => parts.join(""));
const pasted: fc.Arbitrary<Pasted> = fc.oneof(
  text.map((one) => ({ text: one })),
  lines.map((one) => ({ text: one })),
  cells.map((one) => ({ cells: one })),
  html.map((one) => ({ html: one })),
  fc.record({ html, text }),
);

const bare = (one: string): string => one.replace(/[\s\u00a0]/g, "");
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** All that was pasted, as a person reads it, without spaces. */
const printed = ({ text = "", html = "", cells = [] }: Pasted): string =>
  bare(
    [
      text,
      html.replace(/&nbsp;/g, ""),
      html.replace(/<[^>]*>/g, "").replace(/&nbsp;/g, ""),
      ...cells.flat(),
    ].join(""),
  );

/** A cell is printed to the letter; a name that is divided is printed in two parts. */
const isPrinted = (one: string, whole: string): boolean =>
  one
    .split("·")
    .flatMap((part) => part.split(/(?=[(（][^()（）]*[)）]$)/))
    .every((part) =>
      whole.includes(
        bare([...part].map((c) => (RAISED.includes(c) ? String(RAISED.indexOf(c)) : c)).join("")),
      ),
    );

test("anything pasted gives a table or a reason, and no cell that is not printed there", () => {
  fc.assert(
    fc.property(pasted, (one) => {
      const table = readSource(one, new Questions(new Map()));
      if ("refused" in table) return expect(table.refused).toMatch(/\p{Script=Han}{4}/u);
      // a name that is broken over lines may have noise, a comment's sign or the bars of an empty row between
      const noiseless = (text = ""): string => text.split(NOISE).join("").replace(/# |\|/g, "");
      const other = { ...one, text: noiseless(one.text), html: noiseless(one.html) };
      const whole = (printed(one) + printed(other)).replace(/"/g, "");
      for (const { cells, partOf } of table.rows) {
        expect(cells).toHaveLength(table.columns.length);
        if (partOf !== undefined) expect(table.rows[partOf]).toBeDefined();
        expect(cells.filter((own) => !isPrinted(own.replace(/"/g, ""), whole))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});

test("text beside the cells of a damaged table does not run on over a cell", () => {
  const table = readSource(
    { html: "<table>指标<td rowspan=9>≥60<tr>指标保持稳定</table>" },
    new Questions(new Map()),
  );
  expect(table).toMatchObject({ rows: [{ cells: ["指标", "", "保持稳定"] }] });
});

test("every answer is taken, and asked again under the same name", () => {
  fc.assert(
    fc.property(pasted, fc.nat(5), (one, choice) => {
      const first = new Questions(new Map());
      readSource(one, first);
      const answers = new Map(
        first.asked.map(({ id, proposals }) => [id, proposals[choice % proposals.length]!.id]),
      );
      for (const { proposals } of first.asked) expect(proposals.length).toBeGreaterThan(1);
      const again = new Questions(answers);
      readSource(one, again);
      for (const { id } of again.open()) expect(answers.has(id)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test("tasks and bureaus: rows or a reason", () => {
  fc.assert(
    fc.property(pasted, (one) => {
      for (const read of [readTaskTable(one, new Map()), readBureauTable(one, new Map())])
        if ("refused" in read) expect(read.refused).toMatch(/\p{Script=Han}{4}/u);
        else expect(read.rows.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
