import { fold } from "../../text";
import type { Heading, Left } from "./grid";
import type { Questions } from "../question";
import type { TableRow } from "./table";

/* Two rows of one name: two indicators, or one that is printed again, as on the next page. */

/** What tells rows of one name apart. */
const TELLS: readonly Heading["role"][] = ["name", "unit", "section", "place", "period", "code"];

interface Rows {
  readonly rows: readonly TableRow[];
  readonly left: readonly Left[];
}

/** Asks of each row whose name stands before in the same section and unit; one that is only printed again is left out. */
export function withoutRepeats(
  headings: readonly Heading[],
  rows: readonly TableRow[],
  questions: Questions,
): Rows {
  const name = headings.findIndex(({ role }) => role === "name");
  const isTold = ({ role }: Heading): boolean =>
    TELLS.includes(role) || role === "other" || role === undefined;
  const keyOf = ({ cells, section, partOf }: TableRow): string =>
    [
      section,
      partOf ?? "",
      ...headings.map((heading, i) => (isTold(heading) ? fold(cells[i] ?? "") : "")),
    ].join("\n");
  const valuesOf = ({ cells }: TableRow): string =>
    headings.map(({ role }, i) => (role === "number" ? "" : fold(cells[i] ?? ""))).join("\n");
  // several rows may come of one line
  const keyAt = (i: number): string =>
    `${rows[i]!.line}.${rows.slice(0, i).filter(({ line }) => line === rows[i]!.line).length} ${rows[i]!.cells[name]}`;
  const first = new Map<string, TableRow>();
  const repeats = new Map<number, TableRow>();
  rows.forEach((row, i) => {
    const before = first.get(keyOf(row));
    if (!before) first.set(keyOf(row), row);
    else if (isRepeat(row, before, valuesOf(row) === valuesOf(before), keyAt(i), name, questions))
      repeats.set(i, before);
  });
  if (repeats.size === 0) return { rows, left: [] };
  const places = new Map<number, number>();
  rows.forEach((_, i) => {
    const before = repeats.get(i);
    places.set(
      i,
      before ? places.get(rows.indexOf(before))! : i - [...repeats.keys()].filter((r) => r < i).length,
    );
  });
  return {
    rows: rows.flatMap(({ partOf, ...row }, i) =>
      repeats.has(i) ? [] : [{ ...row, ...(partOf === undefined ? {} : { partOf: places.get(partOf)! }) }],
    ),
    left: [...repeats].map(([i, { line }]) => ({
      line: rows[i]!.line,
      text: rows[i]!.cells.filter((text) => fold(text) !== "").join("\t"),
      because: `与第 ${line} 行是同一个指标，只读一次`,
    })),
  };
}

function isRepeat(
  row: TableRow,
  before: TableRow,
  isSame: boolean,
  key: string,
  name: number,
  questions: Questions,
): boolean {
  const printed = row.cells[name] ?? "";
  const both = {
    id: "both",
    words: "是两个指标",
    follows: "各占一行；采用后请在“规划指标”表上把名称改得不一样",
  };
  const again = {
    id: "again",
    words: "是同一个，印了两次",
    follows: `只读第 ${before.line} 行，这一行不进规划`,
  };
  const id = questions.ask({
    id: `again ${key}`,
    line: row.line,
    place: `第 ${row.line} 行“${printed}”`,
    printed,
    asks: `“${printed}”在第 ${before.line} 行已经有了，是两个指标，还是同一个？`,
    proposals: isSame ? [again, both] : [both, again],
  });
  return id === "again";
}
