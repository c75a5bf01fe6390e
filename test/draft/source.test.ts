import { type Pasted, Questions, type SourceTable } from "../../src/draft";
import { readSource } from "../../src/draft/source";

/** The table that is read, without answers; throws where it is refused. */
function read(pasted: Pasted): SourceTable {
  const table = readSource(pasted, new Questions(new Map()));
  if ("refused" in table) throw new Error(table.refused);
  return table;
}

const cells = ({ rows }: SourceTable): string[] => rows.map((row) => row.cells.join(" | "));

const PLAIN = ["森林覆盖率（%） | 23.2 | 24.1", "粮食产量（万吨） | 500 | ≥510"];

test.each<[string, Pasted]>([
  ["tabs", { text: "指标\t2020年\t2025年目标\n森林覆盖率（%）\t23.2\t24.1\n粮食产量（万吨）\t500\t≥510" }],
  [
    "Markdown",
    {
      text: "| 指标 | 2020年 | 2025年目标 |\n|---|--:|--:|\n| 森林覆盖率（%） | 23.2 | 24.1 |\n| 粮食产量（万吨） | 500 | ≥510 |",
    },
  ],
  [
    "one cell a line",
    { text: "指标\n2020年\n2025年目标\n森林覆盖率（%）\n23.2\n24.1\n粮食产量（万吨）\n500\n≥510" },
  ],
  [
    "one cell a line, spaced",
    {
      text: "指标\n\n2020年\n\n2025年目标\n\n森林覆盖率（%）\n\n23.2\n\n24.1\n\n粮食产量（万吨）\n\n500\n\n≥510\n",
    },
  ],
  [
    "a page's table",
    {
      html: "<p>主要指标</p><table><tr><td>指标<td>2020年<td>2025年目标<tr><td><p>森林覆盖率<b>（%）</b></p><td>23.2<td>24.1<tr><td>粮食产量（万吨）<td>500<td>≥510</table>",
    },
  ],
  [
    "a range",
    {
      cells: [
        ["指标", "2020年", "2025年目标"],
        ["森林覆盖率（%）", "23.2", "24.1"],
        ["粮食产量（万吨）", "500", "≥510"],
      ],
    },
  ],
])("%s", (_, pasted) => {
  const table = read(pasted);
  expect(cells(table)).toEqual(PLAIN);
  expect(table.columns.map(({ role, year }) => [role, year])).toEqual([
    ["name", undefined],
    ["baseline", 2020],
    ["target", 2025],
  ]);
});
