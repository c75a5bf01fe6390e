import { type FigureWords } from "../../assessment";
import { percentages } from "../../text";
import type { LaggingItem } from "../../commands";

/** `目标 55%，序时目标 49.8%，本期值 48%，差距 7个百分点`: each once; what there is not is left out. */
export const figuresLine = ({ target, expected, actual, gap }: FigureWords): string =>
  [
    ["目标", target],
    ["序时目标", expected],
    ["本期值", actual],
    ["差距", gap],
  ]
    .filter(([, figure]) => figure !== null)
    .map((part) => part.join(" "))
    .join("，");

const onBar = (share: number): number => 100 * Math.min(1, Math.max(0, share));

/** A bar of progress against schedule: both in percent of the bar's length, and in words. Null where nothing can be drawn. */
export function barOf({ done, due }: Pick<LaggingItem, "done" | "due">) {
  if (done === null || due === null) return null;
  const [actually, wanted] = percentages([done, due]);
  return { done: onBar(done), due: onBar(due), words: `完成 ${actually!}，应完成 ${wanted!}` };
}
