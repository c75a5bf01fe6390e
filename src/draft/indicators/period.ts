import { isFlow, isShare, isStock, parted } from "../../plan";
import type { Proposal } from "../question";

/* Numbers of a column that is headed by several years, 2026—2030年: an amount of all of them, or how it stands at their end. */

const SUM: Proposal = {
  id: "sum",
  words: "整个规划期的合计",
  follows: "本期值填规划期以来的合计，进度从 0 起算",
};
const END: Proposal = { id: "end", words: "到期末的数", follows: "本期值填当时的数，直接与目标比" };

/** What can be added up over the years: not shares, what is for each of something, ages, points. */
const isAmount = (unit: string): boolean => {
  const { base } = parted(unit);
  return base !== "" && !/[/%‰‱:岁分倍℃度级]|百分点|[年月天日时]$/.test(base);
};

/** Whether an amount is that of all the years; asked where neither unit nor name tells. */
export function isOfAllYears(
  name: string,
  unit: string,
  ask: (asks: string, proposals: readonly Proposal[]) => string,
): boolean {
  if (!isAmount(unit) || isShare(name) || /均/.test(name)) return false;
  if (isFlow(name) !== isStock(name)) return isFlow(name);
  return ask("表头是一段时间，这个数是这些年的合计，还是到期末的数？", [SUM, END]) === "sum";
}
