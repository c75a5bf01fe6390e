import { barOf, figuresLine } from "../../../src/taskpane/lagging/figures";

test.each([
  [
    "growth",
    { target: "55%", expected: "49.8%", actual: "48%", gap: "7个百分点" },
    "目标 55%，序时目标 49.8%，本期值 48%，差距 7个百分点",
  ],
  [
    "without a schedule",
    { target: "≥ 1人", expected: null, actual: "0.6人", gap: "0.4人" },
    "目标 ≥ 1人，本期值 0.6人，差距 0.4人",
  ],
  ["without a target", { target: "XX人", expected: null, actual: "3人", gap: null }, "目标 XX人，本期值 3人"],
])("figures %s", (_, figures, expected) => expect(figuresLine(figures)).toBe(expected));

test.each([
  ["on its way", 0.45, 0.6, { done: 45, due: 60, words: "完成 45.0%，应完成 60.0%" }],
  ["below its baseline", -0.2, 0.6, { done: 0, due: 60, words: "完成 -20.0%，应完成 60.0%" }],
  [
    "as the sheet rounds it",
    2.9 / 40,
    0.4,
    { done: 7.249999999999999, due: 40, words: "完成 7.3%，应完成 40.0%" },
  ],
  ["unknown", null, null, null],
])("a bar %s", (_, done, due, expected) => expect(barOf({ done, due })).toEqual(expected));
