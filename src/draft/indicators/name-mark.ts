import type { Marked } from "./name";
import type { Questions } from "../question";
import type { Spot } from "./spot";

/** Whether a number in a name is that of a note: asked. */
export function isMark(
  questions: Questions,
  { key, line, name, row }: Spot,
  { name: plain, mark }: Marked,
): boolean {
  const id = questions.ask({
    id: `${key} name mark`,
    ...{ line, place: `第 ${line} 行“${name}”`, printed: name, cell: { row, column: "name" } },
    asks: `“${name}”里的“${mark}”是脚注号吗？`,
    proposals: [
      { id: "mark", words: `是脚注号，指标叫“${plain}”`, follows: "原样记在备注" },
      { id: "name", words: "不是，是名称里的数", follows: `指标叫“${name}”` },
    ],
  });
  return id === "mark";
}
