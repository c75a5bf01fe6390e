import { fold } from "../../text";
import { isSumOf } from "./align";
import type { Cell, Heading } from "./grid";
import type { Questions } from "../question";

export const isValueColumn = ({ role }: Heading): boolean =>
  role === "baseline" || role === "target" || role === "growth" || role === "year";

/** A cell that is merged over several columns belongs to one of them, or to all: a dash to all, a sum to the target, else it is asked. */
export function spreadMerged(
  line: number,
  cells: readonly Cell[],
  headings: readonly Heading[],
  questions: Questions,
): Cell[] {
  const own = [...cells];
  for (let from = 0; from < cells.length; from++) {
    let to = from + 1;
    while (cells[to]?.from === "left") to++;
    if (to - from < 2) continue;
    const columns = Array.from({ length: to - from }, (_, i) => from + i);
    const values = columns.filter((i) => isValueColumn(headings[i]!));
    const text = cells[from]!.text;
    const places =
      values.length < 2 || fold(text) === "" ? [from] : placesOf(line, text, values, headings, questions);
    for (const i of columns) {
      const isName = headings[i]!.role === "name" && i > from;
      if (!isName) own[i] = { text: places.includes(i) ? text : "" };
    }
    from = to - 1;
  }
  return own;
}

function placesOf(
  line: number,
  text: string,
  columns: readonly number[],
  headings: readonly Heading[],
  questions: Questions,
): readonly number[] {
  if (/^[-—–－―/]+$/.test(fold(text))) return columns;
  const targets = columns.filter((i) => headings[i]!.role === "target" || headings[i]!.role === "year");
  if (targets.length === 1 && isSumOf(text, new Map(columns.map((i) => [i, headings[i]!])))) return targets;
  const name = (i: number): string => headings[i]!.header.replace(/\s+/g, "");
  const ways = [
    ...(targets.length > 1 ? [targets] : []),
    ...[...columns].reverse().map((i) => [i]),
    columns,
  ].filter((way, i, all) => all.findIndex((other) => other.join() === way.join()) === i);
  const proposals = ways.map((way) => ({
    id: way.join("-"),
    words: way.map(name).join("、"),
    follows: `“${text}”填在${way.map(name).join("、")}，合并的其余各列空着`,
  }));
  const id = questions.ask({
    id: `merged ${line} ${text}`,
    line,
    place: `第 ${line} 行`,
    printed: text,
    asks: `“${text}”的格跨了 ${columns.map(name).join("、")} 几列，属于哪一列？`,
    proposals,
  });
  return ways[proposals.findIndex((proposal) => proposal.id === id)]!;
}
