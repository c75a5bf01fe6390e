import { type Draft, type Pasted, readPlanTable } from "../../src/draft";
import { lostCells } from "../cases/printed";

/* 约束性 and 预期性 where no column says them. */

const text = (...rows: string[]): Pasted => ({
  text: ["某县“十五五”主要指标", ...rows].join("\n").replace(/ ?\| ?/g, "\t"),
});

function read(pasted: Pasted): Draft {
  const draft = readPlanTable(pasted, new Map(), null);
  if ("refused" in draft) throw new Error(draft.refused);
  expect(lostCells(pasted.text ?? "", draft.source)).toEqual([]);
  expect(draft.questions).toEqual([]);
  return draft;
}

const told = ({ indicators }: Draft): string[] =>
  indicators.map(({ name, unit, target, attribute }) => `${name}|${unit}|${target}|${attribute}`);

test.each([
  ["优良天数比率（%）〔约束性〕", "优良天数比率|%|88|约束性"],
  ["优良天数比率（%）【约束性】", "优良天数比率|%|88|约束性"],
  ["优良天数比率（%）(约束性)", "优良天数比率|%|88|约束性"],
  ["优良天数比率（约束性指标）（%）", "优良天数比率|%|88|约束性指标"],
  ["（预期性）优良天数比率（%）", "优良天数比率|%|88|预期性"],
  ["[预期] 优良天数比率（%）", "优良天数比率|%|88|预期"],
  ["优良天数比率（%）（五年累计）", "优良天数比率（五年累计）|%|88|"],
])("beside the name: %s", (name, expected) =>
  expect(told(read(text("指标 | 2025年 | 2030年", `${name} | 86 | 88`)))).toEqual([expected]),
);

test.each(["约束性指标", "一、约束性指标", "（一）约束性指标"])("as the title of a section: %s", (title) => {
  const draft = read(
    text(
      "指标 | 单位 | 2025年 | 2030年",
      title,
      "森林覆盖率 | % | 31 | 32",
      title.replace("约束", "预期").replace(/一(?=[、）])/, "二"),
      "城镇化率 | % | 62 | 66",
    ),
  );
  expect(told(draft)).toEqual([
    expect.stringMatching(/^森林覆盖率\|%\|32\|约束性(指标)?$/),
    expect.stringMatching(/^城镇化率\|%\|66\|预期性(指标)?$/),
  ]);
  expect(draft.indicators[0]!.section).toBe(title);
});

test.each(["√", "✓", "是", "●"])("as columns that are ticked with %s", (tick) =>
  expect(
    told(
      read(
        text(
          "指标 | 单位 | 2025年 | 2030年 | 约束性 | 预期性",
          `森林覆盖率 | % | 31 | 32 | ${tick} | `,
          `城镇化率 | % | 62 | 66 |  | ${tick}`,
        ),
      ),
    ),
  ).toEqual(["森林覆盖率|%|32|约束性", "城镇化率|%|66|预期性"]),
);

test("in a column, with brackets and without", () =>
  expect(
    told(
      read(
        text(
          "指标 | 单位 | 2025年 | 2030年 | 属性",
          "森林覆盖率 | % | 31 | 32 | （约束性）",
          "城镇化率 | % | 62 | 66 | 预期",
        ),
      ),
    ),
  ).toEqual(["森林覆盖率|%|32|约束性", "城镇化率|%|66|预期"]));
