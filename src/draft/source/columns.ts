import { fold } from "../../text";
import type { Line, Heading } from "./grid";
import type { Proposal, Questions } from "../question";
import type { Role } from "./table";
import { type Look, lookOf, plain } from "./words";

const MOST_SEEN = 60;

/** How most of the filled cells of a column look; undefined where none is filled. */
export function looksOf(lines: readonly Line[], column: number): Look | undefined {
  const counts = new Map<Look, number>();
  for (const { cells } of lines.filter(({ cells }) => cells.length > 1).slice(0, MOST_SEEN)) {
    const look = lookOf(cells[column]?.text ?? "");
    if (look !== "blank") counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!)[0];
}

const isOpen = ({ role }: Heading): boolean => role === undefined;

/**
 * Finds the name where no heading says it, and what divides it in a column beside it; asks what columns of numbers are whose
 * headings say nothing.
 */
export function readColumns(
  headings: readonly Heading[],
  lines: readonly Line[],
  questions: Questions,
): Heading[] {
  const withName = nameFound(headings, lines, questions);
  const name = withName.findIndex(({ role }) => role === "name");
  return withName.map((heading, i): Heading => {
    if (name < 0) return heading;
    if (
      i === name + 1 &&
      (isOpen(heading) || heading.role === "name") &&
      (plain(heading.header) === "" || heading.header === withName[name]!.header) &&
      dividesName(lines, i)
    )
      return { ...heading, role: "name" };
    if (heading.role === "name" && i !== name) return { ...heading, role: "other" };
    return isOpen(heading) && looksOf(lines, i) === "value"
      ? asked(heading, i, withName, questions)
      : heading;
  });
}

const dividesName = (lines: readonly Line[], column: number): boolean =>
  ["text", "words", undefined].includes(looksOf(lines, column));

function nameFound(headings: readonly Heading[], lines: readonly Line[], questions: Questions): Heading[] {
  if (headings.some(({ role }) => role === "name")) return [...headings];
  const isText = (i: number): boolean => looksOf(lines, i) === "text";
  const open = headings.flatMap((heading, i) => (isOpen(heading) && isText(i) ? [i] : []));
  const others = headings.flatMap(({ role }, i) =>
    (role === "section" || role === "place") && isText(i) ? [i] : [],
  );
  const candidates = open.length > 0 ? open : others.slice(-1);
  if (candidates.length === 0) return [...headings];
  const chosen = candidates.length === 1 ? candidates[0]! : askName(candidates, headings, questions);
  return headings.map((heading, i) => (i === chosen ? { ...heading, role: "name" } : heading));
}

/** A column as people speak of it. */
export const columnName = ({ header }: Heading, i: number): string =>
  fold(header) === "" ? `第 ${i + 1} 列` : `“${header.replace(/\s+/g, "")}”列`;

function askName(candidates: readonly number[], headings: readonly Heading[], questions: Questions): number {
  const named = (i: number): string => columnName(headings[i]!, i);
  const id = questions.ask({
    id: "name column",
    place: "表头",
    printed: headings.map(({ header }) => header).join("  "),
    asks: "哪一列是指标名称？",
    proposals: candidates.map((i) => ({
      id: `column ${i}`,
      words: named(i),
      follows: `${named(i)}作指标名称`,
    })),
  });
  return Number(id.slice("column ".length));
}

const KINDS: readonly (readonly [Role, string, string])[] = [
  ["target", "目标", "其中的数作目标值"],
  ["baseline", "基期", "其中的数作基期值"],
  ["other", "不用", "这一列保留原文，不读"],
];

function asked(heading: Heading, i: number, all: readonly Heading[], questions: Questions): Heading {
  const has = (role: Heading["role"]): boolean => all.some((other) => other.role === role);
  const likeliest = has("target") || has("year") ? "other" : "target";
  const kinds = [...KINDS].sort(([a], [b]) => Number(b === likeliest) - Number(a === likeliest));
  const proposals = kinds.map(([id, words, follows]): Proposal => ({ id, words, follows }));
  const named = columnName(heading, i);
  const id = questions.ask({
    id: `column ${i} ${heading.header}`,
    place: "表头",
    printed: heading.header,
    asks: `${named}里是数，表头没有说是什么，它是基期还是目标？`,
    proposals,
  });
  return { ...heading, role: id as Role };
}
