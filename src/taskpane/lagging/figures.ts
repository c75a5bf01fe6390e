import { percentages } from "../../text";
import type { LaggingItem } from "../../commands";

const onBar = (share: number): number => 100 * Math.min(1, Math.max(0, share));

/** A bar of progress against schedule: both in percent of the bar's length, and in words. Null where nothing can be drawn. */
export function barOf({ done, due }: Pick<LaggingItem, "done" | "due">) {
  if (done === null || due === null) return null;
  const [actually, wanted] = percentages([done, due]);
  return { done: onBar(done), due: onBar(due), words: `完成 ${actually!}，应完成 ${wanted!}` };
}
