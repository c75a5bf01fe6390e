import { tickedOf, tickOf } from "../../../src/taskpane/results/ticked";

const [first, second] = [
  { row: 2, matter: "YL07 护理型养老床位占比", words: "" },
  { row: 3, matter: "TY05 每千人口托位数", words: "" },
];

test("a tick is of its matter: where rows have moved since, another matter is not closed by it", () => {
  const ticks = new Set([tickOf(first)]);
  expect(tickedOf([first, second], ticks)).toEqual([first]);
  expect(tickedOf([{ ...second, row: 2 }], ticks)).toEqual([]);
  expect(tickedOf([], ticks)).toEqual([]);
});
