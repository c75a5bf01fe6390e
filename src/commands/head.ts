import { figureMessage, readParameters } from "../assessment";
import { choice } from "./choice";
import { write } from "./entries";
import { dropUntrue } from "./state";
import { workbook } from "./workbook";

/** Sets 报告期 in the form, in 任务分工 where there is no form, or for the next one when there is neither. */
export async function setPeriod(text: string): Promise<void> {
  choice.set({ period: text });
  dropUntrue();
  if (workbook.get().report)
    await write("正在写入报告期…", [{ place: { slot: "period" }, content: text }], () => null);
}

/** A number where the text is one: typed in a field, every number is text. */
export const asNumber = (text: string): number | string =>
  text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;

export function refusesParameters(tolerance: string, redline: string): string | null {
  const read = readParameters(asNumber(tolerance), asNumber(redline));
  return read.ok ? null : figureMessage(read.issue);
}

/** Writes 容差 or 红线 as typed; as a number where it is one. */
export const setParameter = (slot: "tolerance" | "redline", text: string): Promise<void> =>
  write("正在写入参数…", [{ place: { slot }, content: asNumber(text) }], () => null);
