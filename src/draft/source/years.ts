import type { Heading } from "./grid";
import type { Proposal, Questions } from "../question";
import { yearsIn } from "./title";
import { plain } from "./words";

const shown = (heading: Heading): string => heading.header.replace(/\s+/g, "");

/** Says of columns that are headed by a bare year whether they hold baselines or targets; asks where neither another column nor the title tells. */
export function readYears(printed: readonly Heading[], title: string, questions: Questions): Heading[] {
  const headings = withoutWork(withWorkAsBase(printed));
  const places = headings.flatMap(({ role }, i) => (role === "year" ? [i] : []));
  if (places.length === 0) return [...headings];
  const roles = rolesOfYears(headings, places, title, questions);
  return headings.map((heading, i) => {
    const place = places.indexOf(i);
    return place < 0 ? heading : { ...heading, role: roles[place]! };
  });
}

const WORK_OF_YEAR =
  /^((?:19|20)\d\d)年?(?:底|末|度)?(?:预计)?(?:完成|实际|实绩|完成实际|实际完成|已完成)(?:情况|数|值|量)?$/;
const PLAN_YEARS = 5;

/** 2025年完成情况 is the base of a plan that ends five years later and prints no other. */
function withWorkAsBase(headings: readonly Heading[]): readonly Heading[] {
  if (headings.some(({ role }) => role === "baseline")) return headings;
  const end = Math.max(0, ...headings.map(({ year }) => year ?? 0));
  return headings.map((heading): Heading => {
    const year = Number(WORK_OF_YEAR.exec(plain(heading.header))?.[1]);
    return heading.role === "other" && year === end - PLAN_YEARS
      ? { ...heading, role: "baseline", year }
      : heading;
  });
}

const WORK = /完成|实际|实绩|预计/;
const BASE = /基期|基准|基数|基年|期初|起始|初始|基础|现状|现值/;

/** What was done, as its head says, and no base by its word. */
const isWork = ({ role, header }: Heading): boolean =>
  role === "baseline" && WORK.test(plain(header)) && !BASE.test(plain(header));

/** What was done by the target's own year is no base of it. */
function withoutWork(headings: readonly Heading[]): readonly Heading[] {
  const ends = headings.filter(({ role }) => role === "target" || role === "year" || role === "growth");
  const end = lastOf(ends);
  return headings.map((heading): Heading =>
    end > 0 && isWork(heading) && (heading.year ?? 0) >= end ? { ...heading, role: "other" } : heading,
  );
}

const lastOf = (all: readonly Heading[]): number => Math.max(0, ...all.map(({ year }) => year ?? 0));

type YearRole = "baseline" | "target" | "other";

function rolesOfYears(
  headings: readonly Heading[],
  places: readonly number[],
  title: string,
  questions: Questions,
): YearRole[] {
  const years = places.map((i) => headings[i]!);
  const all = (role: YearRole): YearRole[] => years.map(() => role);
  const targets = headings.filter(({ role }) => role === "target");
  const baselines = headings.filter(({ role }) => role === "baseline");
  const growths = headings.filter(({ role }) => role === "growth");
  // the only target so far is of the base's own year: 2025年 计划 beside 2025年 实际
  if (
    lastOf(baselines) > 0 &&
    lastOf(baselines) >= lastOf(targets) &&
    years.every(({ year }) => year! > lastOf(baselines))
  )
    return all("target");
  if (targets.length > 0 && baselines.length > 0) return besideBase(years, baselines, questions);
  if (baselines.length > 0) return all("target");
  const earliest = Math.min(...years.map(({ year }) => year ?? Infinity));
  const split = years.map(({ year }): YearRole => (year === earliest ? "baseline" : "target"));
  const span = yearsIn(title);
  const end = Math.max(lastOf(targets), lastOf(growths));
  if (targets.length > 0) {
    const first = Math.min(...targets.map(({ year }) => year ?? Infinity));
    if (years.length === 1 && earliest < first) return all("baseline");
    const before = lastOf(years.filter(({ year }) => year! < first));
    const one = years.map(({ year }): YearRole =>
      year === before ? "baseline" : year! < before ? "other" : "target",
    );
    return asked(
      years,
      before === end - PLAN_YEARS ? [one, split, all("target")] : [split, one, all("target")],
      questions,
    );
  }
  // the target is the growth, or the sum, since that year
  if (growths.length > 0 && years.every(({ year }) => year! < end || year === span?.baselineYear))
    return years.length === 1 ? all("baseline") : asked(years, waysOf(years, split), questions);
  if (years.length === 1)
    return growths.length > 0 && years[0]!.year !== span?.targetYear
      ? asked(years, [["baseline"], ["target"]], questions)
      : all("target");
  const latest = lastOf(years);
  if (
    new Set(years.map(({ year }) => year)).size === 2 &&
    span?.targetYear === latest &&
    !/完成|实绩|进展|评估/.test(plain(title))
  )
    return split;
  return asked(years, [...ofTitle(years, span, title), ...waysOf(years, split)], questions);
}

/** What the years are by the plan that the title names: its base, what was before it, and its targets. */
function ofTitle(years: readonly Heading[], span: ReturnType<typeof yearsIn>, title: string): YearRole[][] {
  if (!span || /完成|实绩|进展|评估/.test(plain(title))) return [];
  const { baselineYear, targetYear } = span;
  const isOwn = lastOf(years) === targetYear && years.every(({ year }) => year! <= targetYear);
  const roles = years.map(({ year }): YearRole =>
    year! > baselineYear ? "target" : year === baselineYear ? "baseline" : "other",
  );
  return isOwn && targetYear - baselineYear > 1 ? [roles] : [];
}

/** Years beside a base and a target: what is before a base by its word is history; what is before work done may be the base. */
function besideBase(
  years: readonly Heading[],
  baselines: readonly Heading[],
  questions: Questions,
): YearRole[] {
  const base = lastOf(baselines);
  const isBefore = ({ year = 0 }: Heading): boolean => year < base;
  const earlier: YearRole = baselines.every(isWork) ? "baseline" : "other";
  if (years.every(isBefore)) return years.map(() => earlier);
  const ways = (["target", "other", "baseline"] as const).map((later) =>
    years.map((year): YearRole => (isBefore(year) ? earlier : later)),
  );
  return asked(years, ways, questions);
}

/** The likeliest first: a target behind the baseline and what was before it, or targets for each year after the baseline. */
function waysOf(years: readonly Heading[], split: readonly YearRole[]): YearRole[][] {
  const order = years.map(({ year = 0 }) => year).sort((a, b) => a - b);
  const [last, before] = [order[order.length - 1]!, order[order.length - 2]!];
  const one = years.map(({ year }): YearRole =>
    year === last ? "target" : year === before ? "baseline" : "other",
  );
  const leaps = last - before > before - (order[order.length - 3] ?? before);
  const done = years.map(({ year }): YearRole => (year === last ? "baseline" : "other"));
  const first = order.length > 2 && leaps ? [one, [...split]] : [[...split], one];
  return [...first, years.map((): YearRole => "target"), done];
}

const WORDS: Record<YearRole, string> = { baseline: "基期", target: "目标", other: "不用" };

/** Which of the years are baselines and which are targets; the first of the ways holds while nobody answers. */
function asked(years: readonly Heading[], ways: readonly YearRole[][], questions: Questions): YearRole[] {
  const different = ways.filter((way, i) => ways.findIndex((other) => other.join() === way.join()) === i);
  const proposals = different.map((way): Proposal => {
    const words = years.map((heading, i) => `${shown(heading)}是${WORDS[way[i]!]}`).join("，");
    return { id: way.join("-"), words, follows: followsOf(years, way) };
  });
  const id = questions.ask({
    id: `years ${years.map(shown).join(" ")}`,
    place: "表头",
    printed: years.map(({ header }) => header).join("  "),
    asks: `表头${years.map((heading) => `“${shown(heading).replace(/[“”"]/g, "")}”`).join("")}没有说是基期还是目标，各是什么？`,
    proposals,
  });
  return different[proposals.findIndex((proposal) => proposal.id === id)]!;
}

function followsOf(years: readonly Heading[], way: readonly YearRole[]): string {
  const named = (role: YearRole): string =>
    years
      .filter((_, i) => way[i] === role)
      .map(shown)
      .join("、");
  return [
    named("baseline") && `${named("baseline")}的数作基期值`,
    named("target") && `${named("target")}的数作目标值`,
    named("other") && `${named("other")}不读`,
  ]
    .filter(Boolean)
    .join("，");
}
