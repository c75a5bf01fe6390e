import { madeWords } from "../../../src/taskpane/results/made-words";

test.each([
  ["2023年", "看板", "生成", "2023年，2023-07-05 14:30 生成，在“看板”表。"],
  ["", "督办台账", "更新", "2023-07-05 14:30 更新，在“督办台账”表。"],
])("made of %j on %s", (period, sheet, act, words) =>
  expect(madeWords({ time: "2023-07-05 14:30", period, sheet, changed: false }, act)).toBe(words),
);
