import type { Heading } from "./grid";
import type { Proposal, Questions } from "../question";
import { yearsIn } from "./title";

/* Columns of growth that do not say whether it is each year's or that of the whole plan. */

type Growth = "average" | "change" | "level";

const WAYS: Readonly<Record<Growth, Omit<Proposal, "id">>> = {
  average: { words: "年均增长多少", follows: "本期值填基期以来的年均数，直接与目标比" },
  change: { words: "比基期一共增长多少", follows: "按基期值换算目标" },
  level: { words: "不是增长，是本身的数", follows: "按表头的单位读" },
};

const isShare = ({ unit }: Heading): boolean => unit !== undefined && /%|‰|百分点/.test(unit);

const lastOf = (headings: readonly Heading[], roles: readonly Heading["role"][]): number =>
  Math.max(0, ...headings.filter(({ role }) => roles.includes(role)).map(({ year }) => year ?? 0));

/** Asks of each such column what its numbers are; of one year's plan both are the same. */
export function settleGrowths(
  headings: readonly Heading[],
  title: string,
  questions: Questions,
): readonly Heading[] {
  const span = yearsIn(title);
  const base = lastOf(headings, ["baseline"]) || (span?.baselineYear ?? 0);
  const end = lastOf(headings, ["target", "growth"]) || (span?.targetYear ?? 0);
  const isOneYears = base > 0 && end - base === 1;
  const amount = headings.some((heading) => heading.role === "baseline" && heading.unit && !isShare(heading));
  return headings.map((heading, i): Heading => {
    const { role, of } = heading;
    const isOpen = role === "growth" && of === undefined && !isOneYears && isShare(heading);
    const isOdd = role === "target" && isShare(heading) && amount;
    if (!isOpen && !isOdd) return heading;
    const way = asked(heading, i, isOdd ? ["average", "change", "level"] : ["average", "change"], questions);
    return way === "level" ? heading : { ...heading, role: "growth", of: way };
  });
}

function asked({ header }: Heading, place: number, ways: readonly Growth[], questions: Questions): Growth {
  const shown = header.replace(/\s+/g, "");
  return questions.ask({
    id: `growth ${place} ${shown}`,
    place: "表头",
    printed: header,
    asks: `“${shown}”一列是年均增长，还是比基期一共增长？`,
    proposals: ways.map((id) => ({ id, ...WAYS[id] })),
  }) as Growth;
}
