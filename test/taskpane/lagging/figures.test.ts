import { barOf } from "../../../src/taskpane/lagging/figures";

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
