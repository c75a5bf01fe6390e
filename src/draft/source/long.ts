import { fold } from "../../text";
import type { Left, Heading } from "./grid";
import type { Proposal, Questions } from "../question";
import type { TableRow } from "./table";
import { sideBySide, yearsOfRows } from "./yearly";

interface Chosen {
  readonly headings: readonly Heading[];
  readonly rows: readonly TableRow[];
  readonly left: readonly Left[];
}

const WIDE = "side by side";

/** The first year is the base of each indicator, the others its targets. */
const wideWay = ([first, ...others]: readonly number[]): Proposal => ({
  id: WIDE,
  words: `${first}年是基期，${others.map((year) => `${year}年`).join("、")}是目标`,
  follows: "同一个指标的几行合成一行",
});

const WORDS = { place: "地区", period: "年" } as const;

/** A long table tells the plans of several places or years one below the other: asks which is meant. */
export function chooseRows(
  headings: readonly Heading[],
  rows: readonly TableRow[],
  questions: Questions,
): Chosen {
  const byPlace = choose("place", { headings, rows, left: [] }, questions);
  return choose("period", byPlace, questions);
}

function choose(role: "place" | "period", { headings, rows, left }: Chosen, questions: Questions): Chosen {
  const column = headings.findIndex((heading) => heading.role === role);
  if (column < 0) return { headings, rows, left };
  const values = carriedDown(rows.map(({ cells }) => cells[column]!));
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const names = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
  const years = role === "period" ? yearsOfRows(headings, rows, values) : undefined;
  const value =
    names.length < 2 ? names[0] : ask(role, headings[column]!.header, names, counts, questions, years);
  if (value === WIDE && years) return { left, ...sideBySide(headings, rows, values, years) };
  if (value === undefined)
    return {
      headings,
      left,
      rows: rows.map((row, i) => (row.section === "" ? { ...row, section: values[i]! } : row)),
    };
  const { kept, dropped } = parted(rows, values, value);
  return {
    headings: role === "period" ? withYear(headings, value) : headings,
    rows: kept,
    left: [
      ...left,
      ...dropped.map(({ line, cells }) => ({
        line,
        text: cells.filter((text) => fold(text) !== "").join("\t"),
        because: `不是“${value}”的行`,
      })),
    ],
  };
}

/** A blank stands for the text above it. */
function carriedDown(texts: readonly string[]): string[] {
  let last = "";
  return texts.map((text) => (last = fold(text) === "" ? last : text));
}

/** The rows of one value, and the others; parts keep the row that they are part of. */
function parted(
  rows: readonly TableRow[],
  values: readonly string[],
  value: string,
): { kept: TableRow[]; dropped: TableRow[] } {
  const kept: TableRow[] = [];
  const dropped: TableRow[] = [];
  const places = new Map<number, number>();
  rows.forEach(({ partOf, ...row }, i) => {
    if (values[i] !== value) return dropped.push({ ...row });
    places.set(i, kept.length);
    const whole = partOf === undefined ? undefined : places.get(partOf);
    return kept.push({ ...row, ...(whole === undefined ? {} : { partOf: whole }) });
  });
  return { kept, dropped };
}

/** `2026` or `2026-2030`: the year of targets whose heading says none. */
function withYear(headings: readonly Heading[], period: string): Heading[] {
  const years = period.match(/(?:19|20)\d\d/g);
  const year = Number(years?.[years.length - 1]);
  return headings.map((heading) =>
    year && heading.role === "target" && heading.year === undefined ? { ...heading, year } : heading,
  );
}

function ask(
  role: "place" | "period",
  header: string,
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
  questions: Questions,
  years: readonly number[] | undefined,
): string | undefined {
  const id = questions.ask({
    // another answer to which column is which makes other proposals
    id: `${role} ${header} ${names.join("、")}`,
    place: `“${header}”列`,
    printed: names.join("、"),
    asks: `表里有 ${names.length} 个${WORDS[role]}，要读哪一个？`,
    proposals: [
      ...(years ? [wideWay(years)] : []),
      ...names.map((name) => ({
        id: `only ${name}`,
        words: name === "" ? "（空白）" : name,
        follows: `只读“${name}”的 ${counts.get(name)!} 行，其余的不进规划`,
      })),
      { id: "all", words: "全部", follows: `所有行都读，没有领域的以${WORDS[role]}为领域` },
    ],
  });
  if (id === WIDE) return WIDE;
  return id === "all" ? undefined : id.slice("only ".length);
}
