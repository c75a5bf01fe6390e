import { ColumnFigures } from "./misprints";
import type { DraftColumn } from "../question";
import type { Role, SourceTable, TableColumn, TableRow } from "../source/table";

/** A column that holds values, with what is known of it. */
export interface ValueColumn extends TableColumn {
  readonly place: number;
  readonly figures: ColumnFigures;
  /** how the draft names it */
  readonly called: DraftColumn;
}

interface HeadedPlace {
  readonly place: number;
  readonly header: string;
}

/** The columns of a table by what they hold. */
export interface Columns {
  readonly text: (row: TableRow, role: Role) => string;
  /** the one that counts; the others by year */
  readonly baseline?: ValueColumn;
  readonly baselines: readonly ValueColumn[];
  readonly target?: ValueColumn;
  readonly targets: readonly ValueColumn[];
  readonly growths: readonly ValueColumn[];
  /** not understood, with what their header says */
  readonly others: readonly HeadedPlace[];
  readonly numbers: readonly HeadedPlace[];
}

const byYear = (a: TableColumn, b: TableColumn): number => (a.year ?? 0) - (b.year ?? 0);

/** A column that only divides the name stands in it. */
function othersOf(columns: readonly TableColumn[]): Columns["others"] {
  const bare = columns.map(({ header }) => header.replace(/\s+/g, ""));
  return columns.flatMap(({ role, year, header }, place) => {
    // a column of values that does not count is called as those are
    if (role === "other" && year !== undefined) return [{ place, header: header.trim() }];
    const divides =
      columns[place - 1]?.role === "name" && (bare[place] === "" || bare[place] === bare[place - 1]);
    return role === "other" && !divides ? [{ place, header: bare[place] || `第 ${place + 1} 列` }] : [];
  });
}

/** @param units of each row */
export function columnsOf({ columns, rows }: SourceTable, units: readonly string[]): Columns {
  const places = new Map<Role, number[]>();
  columns.forEach(({ role }, i) => places.set(role, [...(places.get(role) ?? []), i]));
  const valued = (role: "baseline" | "target" | "growth"): ValueColumn[] =>
    (places.get(role) ?? [])
      .map((place): ValueColumn => {
        const { year } = columns[place]!;
        return {
          ...columns[place]!,
          place,
          figures: new ColumnFigures(
            rows.map(({ cells }, i) => ({ text: cells[place] ?? "", unit: units[i]! })),
          ),
          called:
            year === undefined || role === "growth"
              ? role === "baseline"
                ? "baseline"
                : "target"
              : `year ${year}`,
        };
      })
      .sort(byYear);
  const [baselines, targets, growths] = [valued("baseline"), valued("target"), valued("growth")];
  return {
    text: ({ cells }, role) =>
      [
        ...new Set(
          (places.get(role) ?? []).map((i) => (cells[i] ?? "").trim()).filter((text) => text !== ""),
        ),
      ].join(" "),
    baselines: baselines.slice(0, -1),
    targets: targets.slice(0, -1),
    growths,
    others: othersOf(columns),
    numbers: (places.get("number") ?? []).map((place) => ({
      place,
      header: columns[place]!.header.replace(/\s+/g, ""),
    })),
    ...(baselines.length > 0 && { baseline: baselines[baselines.length - 1]! }),
    ...(targets.length > 0 && { target: targets[targets.length - 1]! }),
  };
}
