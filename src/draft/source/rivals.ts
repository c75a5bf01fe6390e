import { fold } from "../../text";
import type { Heading, Line } from "./grid";
import type { Proposal, Questions } from "../question";
import { yearsIn } from "./title";
import { AREAS, GRADE, plain } from "./words";

/* Several columns of bases, or of targets of one year: which one counts. The others are kept in 备注. */

/** The cells of one column go on in those of another: 60 and 65 are 60-65, 95 and 98 are 95，力争98, ≥ and 95 are ≥95. */
interface Join {
  readonly to: number;
  readonly from: number;
  readonly as: "range" | "stretch" | "sign";
}

interface Settled {
  readonly headings: readonly Heading[];
  readonly joins: readonly Join[];
}

/** A way to settle which column counts. */
interface Way extends Proposal {
  readonly kept: number;
  readonly join?: Join;
}

const LOW = /最低|下限|低限|低值/;
const HIGH = /最高|上限|高限|高值/;
const FLOOR = /基本|约束|底线|保底|必成|必达|合格|及格|最低|确保|基础/;
const STRETCH = /奋斗|力争|争取|挑战|冲刺|优秀|期望|卓越|理想|最高/;
/** One after the other, though no year is said. */
const STAGE = /近期|中期|远期|终期|期末|规划期?末|十[一二三四五六七八九]五/;
const BASE_WORD = /基期|基准|基数|基年|期初|起始|初始/;

const shown = ({ header }: Heading): string => header.replace(/\s+/g, "");

/** Leaves one base, and one target of each year. */
export function settleRivals(
  headings: readonly Heading[],
  lines: readonly Line[],
  title: string,
  questions: Questions,
): Settled {
  const isFilled = (i: number): boolean =>
    lines.some(({ cells }) => cells.length > 1 && !cells[i]?.from && fold(cells[i]?.text ?? "") !== "");
  const own = ownArea(headings, isFilled, title, questions);
  const bases = placesOf(own, "baseline", isFilled);
  const span = yearsIn(title);
  const base = bases.length > 1 ? baseOf(own, bases, span?.baselineYear, questions) : undefined;
  let settled: readonly Heading[] = own.map((heading, i) =>
    bases.includes(i) && base !== undefined && i !== base ? unread(heading) : heading,
  );
  const joins: Join[] = signsOf(own, lines);
  for (const places of targetsByYear(settled, isFilled)) {
    const way = targetOf(settled, places, questions);
    settled = settled.map((heading, i) => (places.includes(i) && i !== way.kept ? unread(heading) : heading));
    if (way.join) joins.push(way.join);
  }
  return { headings: oneGrowth(settled, isFilled, span?.baselineYear, questions), joins };
}

const unread = (heading: Heading): Heading => ({ ...heading, role: "other" });

const placesOf = (
  headings: readonly Heading[],
  role: "baseline" | "target",
  isFilled: (i: number) => boolean,
): number[] => headings.flatMap((heading, i) => (heading.role === role && isFilled(i) ? [i] : []));

/** The growth up to the base's year is no target; of several the last one's is, and it is asked where no year tells. */
function oneGrowth(
  headings: readonly Heading[],
  isFilled: (i: number) => boolean,
  titled: number | undefined,
  questions: Questions,
): readonly Heading[] {
  const base = headings.find(({ role }) => role === "baseline")?.year ?? titled ?? 0;
  const now = headings.map((heading) =>
    heading.role === "growth" && (heading.year ?? Infinity) <= base ? unread(heading) : heading,
  );
  const kinds = new Map<string, number[]>();
  now.forEach(({ role, of, unit }, i) => {
    if (role !== "growth" || !isFilled(i)) return;
    const kind = `${of} ${unit}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), i]);
  });
  const dropped = [...kinds.values()].flatMap((places) => {
    const last = Math.max(...places.map((i) => now[i]!.year ?? 0));
    const latest = places.filter((i) => now[i]!.year === last);
    const kept = latest.length === 1 || places.length === 1 ? latest : [growthOf(now, places, questions)];
    return places.length === 1 ? [] : places.filter((i) => !kept.includes(i));
  });
  return now.map((heading, i) => (dropped.includes(i) ? unread(heading) : heading));
}

/** Which of several columns of growth is the plan's, rather the later one. */
function growthOf(headings: readonly Heading[], places: readonly number[], questions: Questions): number {
  const ways = [...places].reverse().map((i): Way => ({
    id: `growth ${i}`,
    words: `${shown(headings[i]!)}是本规划的`,
    follows: "其余各列原样记在备注，不参与评价",
    kept: i,
  }));
  return askOf("growths", headings, places, "都是增长，哪一列是本规划的？", ways, questions).kept;
}

/** Places of targets that are of one year; those without a year are of the last one. */
function targetsByYear(headings: readonly Heading[], isFilled: (i: number) => boolean): number[][] {
  const places = placesOf(headings, "target", isFilled);
  const last = Math.max(0, ...places.map((i) => headings[i]!.year ?? 0));
  const isStage = places.every(
    (i) => STAGE.test(plain(headings[i]!.header)) && headings[i]!.year === undefined,
  );
  if (isStage) return [];
  const byYear = new Map<number, number[]>();
  for (const i of places) {
    const year = headings[i]!.year ?? last;
    byYear.set(year, [...(byYear.get(year) ?? []), i]);
  }
  return [...byYear.values()].filter((group) => group.length > 1);
}

function askOf<T extends Proposal>(
  kind: string,
  headings: readonly Heading[],
  places: readonly number[],
  asks: string,
  ways: readonly T[],
  questions: Questions,
): T {
  const names = places.map((i) => shown(headings[i]!));
  const id = questions.ask({
    id: `${kind} ${names.join(" ")}`,
    place: "表头",
    printed: names.join("  "),
    asks: `表头${names.map((name) => `“${name.replace(/[“”"]/g, "")}”`).join("")}${asks}`,
    proposals: ways.map(({ id: own, words, follows }) => ({ id: own, words, follows })),
  });
  return ways.find((way) => way.id === id)!;
}

const areaOf = ({ header }: Heading): number => {
  const found = AREAS.findIndex((words) => words.test(plain(header)));
  return found < 0 ? AREAS.length : found;
};

/** Columns of the nation's or the province's numbers beside those of the place itself: asked whose are the plan's. */
function ownArea(
  headings: readonly Heading[],
  isFilled: (i: number) => boolean,
  title: string,
  questions: Questions,
): readonly Heading[] {
  const places = headings.flatMap(({ role }, i) =>
    (role === "baseline" || role === "target") && isFilled(i) ? [i] : [],
  );
  const isRival = (a: Heading, b: Heading): boolean =>
    a.role === b.role && (a.year === b.year || !a.year || !b.year) && areaOf(a) !== areaOf(b);
  const contested = places.filter((i) => places.some((j) => isRival(headings[i]!, headings[j]!)));
  if (contested.length === 0) return headings;
  const areas = [...new Set(contested.map((i) => areaOf(headings[i]!)))].sort((a, b) => b - a);
  const isProvince = /^[^市县区]{2,4}(省|自治区)/.test(plain(title));
  const order = isProvince && areas.includes(1) ? [1, ...areas.filter((area) => area !== 1)] : areas;
  const ways = order.map((area) => {
    const of = contested.filter((i) => areaOf(headings[i]!) === area);
    const names = of.map((i) => shown(headings[i]!)).join("、");
    return { id: `area ${area}`, words: `读${names}`, follows: "其余各列原样记在备注，不参与评价", area };
  });
  const asks = "不是同一个范围的数，哪些是本规划的？";
  const { area } = askOf("area", headings, contested, asks, ways, questions);
  return headings.map((heading, i) =>
    contested.includes(i) && areaOf(heading) !== area ? unread(heading) : heading,
  );
}

/** The base by its word, or that of the year the title tells; else asked. */
function baseOf(
  headings: readonly Heading[],
  places: readonly number[],
  year: number | undefined,
  questions: Questions,
): number {
  const named = places.filter((i) => BASE_WORD.test(plain(headings[i]!.header)));
  if (named.length === 1) return named[0]!;
  const planned = places.filter((i) => year !== undefined && headings[i]!.year === year);
  if (planned.length === 1) return planned[0]!;
  const years = new Set(places.map((i) => headings[i]!.year));
  const done = places.filter((i) => !/预计/.test(plain(headings[i]!.header)));
  if (years.size === 1 && done.length === 1) return done[0]!;
  const order = [...places].sort((a, b) => (headings[b]!.year ?? 0) - (headings[a]!.year ?? 0));
  const end = Math.max(0, ...headings.map(({ role, year }) => (role === "target" && year) || 0));
  // the last that was reached, and five years before the target
  if (headings[order[0]!]!.year === end - 5) return order[0]!;
  const isDated = places.every((i) => headings[i]!.year !== undefined);
  const ways = (isDated ? order : places).map((i): Way => ({
    id: `base ${i}`,
    words: `${shown(headings[i]!)}是基期`,
    follows: "其余各列原样记在备注",
    kept: i,
  }));
  return askOf("bases", headings, places, "几列都像基期，进度从哪一列算起？", ways, questions).kept;
}

function targetOf(headings: readonly Heading[], places: readonly number[], questions: Questions): Way {
  const text = (i: number): string => plain(headings[i]!.header);
  const one = (words: RegExp): number => {
    const found = places.filter((i) => words.test(text(i)));
    return found.length === 1 ? found[0]! : -1;
  };
  const isGraded = places.every((i) => GRADE.test(text(i).replace(/[(（][^()（）]*[)）]/g, "")));
  const pairs: readonly (readonly [Join["as"], number, number])[] =
    places.length === 2 || isGraded
      ? [
          ["range", one(LOW), one(HIGH)],
          ["stretch", one(FLOOR), one(STRETCH)],
        ]
      : [];
  const joined = pairs
    .filter(([, to, from]) => to >= 0 && from >= 0 && to !== from)
    .slice(0, 1)
    .map(([as, to, from]): Way => ({
      id: `${as} ${to} ${from}`,
      words:
        as === "range"
          ? `${shown(headings[to]!)}到${shown(headings[from]!)}是目标的范围`
          : `${shown(headings[to]!)}是目标，${shown(headings[from]!)}是力争的`,
      follows:
        as === "range" ? "本期值在两个数之间为已达标" : "达到前者为已达标，后者作为力争目标一并写在目标里",
      kept: to,
      join: { to, from, as },
    }));
  const floor = one(FLOOR);
  const alone = [...places]
    .sort((a, b) => Number(b === floor) - Number(a === floor))
    .map((i): Way => ({
      id: `target ${i}`,
      words: `${shown(headings[i]!)}是目标`,
      follows: "其余各列原样记在备注，不参与评价",
      kept: i,
    }));
  return askOf(
    "targets",
    headings,
    places,
    "都是同一年的目标，按哪一列评价？",
    [...joined, ...alone],
    questions,
  );
}

const BARE = /^[-+]?\d[\d,]*(?:\.\d+)?[%‰]?$/;

const SIGN = /^(?:[<>≥≤≧≦]=?|不低于|不少于|不小于|不高于|不超过|不大于|大于|小于|大于等于|小于等于)$/;

/** Columns of nothing but ≥ and the like: each belongs to the target right behind it. */
function signsOf(headings: readonly Heading[], lines: readonly Line[]): Join[] {
  return headings.flatMap(({ role }, to): Join[] => {
    const from = to - 1;
    if (role !== "target" || from < 0 || ![undefined, "other"].includes(headings[from]!.role)) return [];
    const signs = lines.map(({ cells }) => fold(cells[from]?.text ?? "")).filter((text) => text !== "");
    return signs.length > 0 && signs.every((text) => SIGN.test(text)) ? [{ to, from, as: "sign" }] : [];
  });
}

/** A row's cells with what is joined written into the first of the two. */
export function withJoins(cells: readonly string[], joins: readonly Join[]): readonly string[] {
  return joins.reduce((all: readonly string[], { to, from, as }) => {
    const [first, second] = [all[to] ?? "", all[from] ?? ""].map((text) => text.trim()) as [string, string];
    if (as === "sign")
      return BARE.test(fold(first)) ? all.map((cell, i) => (i === to ? second + first : cell)) : all;
    if (!BARE.test(fold(second)) || fold(first) === fold(second)) return all;
    const isBare = BARE.test(fold(first));
    if (as === "range" && !isBare) return all;
    const text = as === "range" ? `${first}-${second}` : `${first}，力争${second}`;
    return all.map((cell, i) => (i === to ? text : cell));
  }, cells);
}
