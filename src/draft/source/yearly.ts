import { fold } from "../../text";
import type { Heading } from "./grid";
import type { TableRow } from "./table";

/* A long table that tells the years of each indicator one below the other, put side by side. */

/** Columns of values, and a row for each indicator. */
interface Wide {
  readonly headings: readonly Heading[];
  readonly rows: readonly TableRow[];
}

const VALUES: readonly Heading["role"][] = ["target", "baseline", "year"];

/** The years of rows that tell indicators again and again, in order; undefined where it is not such a table. */
export function yearsOfRows(
  headings: readonly Heading[],
  rows: readonly TableRow[],
  periods: readonly string[],
): number[] | undefined {
  const years = [...new Set(periods)].map((period) => Number(/^((?:19|20)\d\d)年?$/.exec(fold(period))?.[1]));
  const name = headings.findIndex(({ role }) => role === "name");
  const names = new Set(rows.map((row) => keyOf(row, name)));
  const told = new Set(rows.map((row, i) => `${keyOf(row, name)} ${periods[i]}`));
  const values = headings.filter(({ role }) => VALUES.includes(role));
  // targets of each year have no base among them
  const isOne = values.length === 1 && !/目标|计划|任务/.test(values[0]!.header);
  return isOne &&
    years.length > 1 &&
    years.every(Boolean) &&
    told.size === rows.length &&
    names.size < rows.length
    ? years.sort((a, b) => a - b)
    : undefined;
}

const keyOf = ({ cells, section }: TableRow, name: number): string => `${section} ${fold(cells[name] ?? "")}`;

/** One row for each indicator: the first year is the base, the others are targets. */
export function sideBySide(
  headings: readonly Heading[],
  rows: readonly TableRow[],
  periods: readonly string[],
  years: readonly number[],
): Wide {
  const [name, value, period] = [
    headings.findIndex(({ role }) => role === "name"),
    headings.findIndex(({ role }) => VALUES.includes(role)),
    headings.findIndex(({ role }) => role === "period"),
  ] as const;
  const columns = years.map((year, i): Heading => ({
    ...headings[value]!,
    role: i === 0 ? "baseline" : "target",
    year,
    header: `${year}年 ${headings[value]!.header}`,
  }));
  const places = new Map<string, number>();
  const wide: { row: TableRow; cells: string[] }[] = [];
  const placeOf = rows.map((row, i): number => {
    const key = keyOf(row, name);
    const place = places.get(key) ?? wide.length;
    if (!places.has(key)) {
      places.set(key, place);
      const cells = row.cells.map((cell, at) => (at === value || at === period ? "" : cell));
      wide.push({ row, cells: [...cells, ...years.map(() => "")] });
    }
    const at = years.findIndex((year) => fold(periods[i]!).startsWith(String(year)));
    wide[place]!.cells[headings.length + at] = row.cells[value] ?? "";
    return place;
  });
  return {
    headings: [
      ...headings.map((heading, i): Heading => (i === value ? { header: "", role: "other" } : heading)),
      ...columns,
    ],
    rows: wide.map(({ row: { partOf, ...row }, cells }) => ({
      ...row,
      cells,
      ...(partOf === undefined ? {} : { partOf: placeOf[partOf]! }),
    })),
  };
}
