import { fold } from "../../text";
import type { Heading, Line } from "./grid";
import type { Questions } from "../question";

/* Targets of each year beside their sum, 五年累计: the sum is the plan's, the years' are its parts. */

const numberOf = ({ cells }: Line, column: number): number =>
  Number(fold(cells[column]?.text ?? "").replace(/[,，〔〕[\]]/g, "") || NaN);

const shown = ({ header }: Heading): string => header.replace(/\s+/g, "");

/** Asks which counts where the years' numbers make the sum in most rows; what does not is kept in 备注. */
export function settleSums(
  headings: readonly Heading[],
  lines: readonly Line[],
  questions: Questions,
): readonly Heading[] {
  const sum = headings.findIndex(({ role, of }) => role === "growth" && of === "cumulative");
  const years = headings.flatMap(({ role, year }, i) => (role === "target" && year ? [i] : []));
  if (sum < 0 || years.length < 2) return headings;
  const told = lines.map((line) => ({
    whole: numberOf(line, sum),
    parts: years.reduce((all, i) => all + numberOf(line, i), 0),
  }));
  const whole = told.filter(({ whole, parts }) => Number.isFinite(whole) && Number.isFinite(parts));
  const made = whole.filter(({ whole: all, parts }) => Math.abs(all - parts) <= Math.abs(all) / 100);
  if (made.length === 0 || made.length * 2 <= whole.length) return headings;
  const last = years.reduce((a, b) => (headings[b]!.year! > headings[a]!.year! ? b : a));
  const id = questions.ask({
    id: `sums ${sum} ${shown(headings[sum]!)}`,
    place: "表头",
    printed: headings[sum]!.header,
    asks: `“${shown(headings[sum]!)}”是各年的合计，按哪一列评价？`,
    proposals: [
      {
        id: "sum",
        words: `${shown(headings[sum]!)}是目标`,
        follows: "本期值填规划期以来的合计，各年的数原样记在备注",
      },
      {
        id: "last",
        words: `${shown(headings[last]!)}是目标，各年是当年的数`,
        follows: "本期值填当年的数，合计原样记在备注",
      },
    ],
  });
  const { year } = headings[last]!;
  return headings.map((heading, i): Heading => {
    if (id === "last") return heading;
    if (i === sum) return { ...heading, year: year! };
    return years.includes(i) ? { ...heading, role: "other" } : heading;
  });
}
