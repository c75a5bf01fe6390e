import type { Letter } from "../../../src/commands";
import { byBureau } from "../../../src/taskpane/results/by-bureau";

const letter = (kind: Letter["kind"], bureau: string, count: number): Letter => ({
  kind,
  bureau,
  count,
  text: `【${kind}】${bureau}：`,
});

test("letters to one bureau stand together, counted in the measure of their kind", () =>
  expect(
    byBureau([
      letter("催报", "市卫健委", 2),
      letter("督办", "市民政局", 3),
      letter("督办", "市卫健委", 1),
      letter("退回修改", "市卫健委", 4),
    ]).map(({ bureau, words, letters }) => [bureau, words, letters.map(({ text }) => text)]),
  ).toEqual([
    [
      "市卫健委",
      "催报 2 项、督办 1 项、退回修改 4 处",
      ["【催报】市卫健委：", "【督办】市卫健委：", "【退回修改】市卫健委："],
    ],
    ["市民政局", "督办 3 项", ["【督办】市民政局："]],
  ]));

test("without letters there is nobody", () => expect(byBureau([])).toEqual([]));
