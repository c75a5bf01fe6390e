import type { Heading } from "./grid";
import type { Proposal, Questions } from "../question";
import { yearsIn } from "./title";
import { plain } from "./words";

/* Targets on the way that say no year: 中期目标 beside 终期目标. */

const ON_THE_WAY = /中期|近期|中间|阶段/;
const MOST = 4;

const shown = ({ header }: Heading): string => header.replace(/\s+/g, "");
const lastOf = (headings: readonly Heading[], role: Heading["role"]): number =>
  Math.max(0, ...headings.map((heading) => (heading.role === role && heading.year) || 0));

/** Asks of which year each is, the middle of the plan first; the other target without a year is the plan's last. */
export function settleStages(
  headings: readonly Heading[],
  title: string,
  questions: Questions,
): readonly Heading[] {
  const span = yearsIn(title);
  const [base, end] = [
    lastOf(headings, "baseline") || (span?.baselineYear ?? 0),
    lastOf(headings, "target") || (span?.targetYear ?? 0),
  ];
  const isOpen = ({ role, year }: Heading): boolean => role === "target" && year === undefined;
  const isStage = (heading: Heading): boolean => isOpen(heading) && ON_THE_WAY.test(plain(heading.header));
  const targets = headings.filter(({ role }) => role === "target").length;
  if (base === 0 || end - base < 2 || targets < 2 || !headings.some(isStage)) return headings;
  return headings.map((heading, i): Heading => {
    if (!isStage(heading)) return isOpen(heading) ? { ...heading, year: end } : heading;
    const year = yearOf(heading, i, base, end, questions);
    return year === undefined ? { ...heading, role: "other" } : { ...heading, year };
  });
}

function yearOf(
  heading: Heading,
  place: number,
  base: number,
  end: number,
  questions: Questions,
): number | undefined {
  const middle = (base + end) / 2;
  const between = Array.from({ length: end - base - 1 }, (_, i) => base + 1 + i);
  const order = between.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, MOST);
  const id = questions.ask({
    id: `stage ${place} ${shown(heading)}`,
    place: "表头",
    printed: heading.header,
    asks: `“${shown(heading)}”没有写是哪一年的，是哪一年？`,
    proposals: [
      ...order.map((year): Proposal => ({
        id: String(year),
        words: `${year}年`,
        follows: `按它的数算到${year}年的进度`,
      })),
      { id: "note", words: "不用", follows: "原样记在备注，不参与评价" },
    ],
  });
  return id === "note" ? undefined : Number(id);
}
