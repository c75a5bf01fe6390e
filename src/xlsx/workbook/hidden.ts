import { elements } from "..";
import { type Area, MAX_COLUMNS, MAX_ROWS } from "../../grid";

/** As far as the workbench's sheets go on behind what stands on them. */
export const BEYOND = { rows: 100, columns: 26 };

type Span = [first: number, count: number];
type Attributes = ReturnType<typeof elements>[number]["attribute"];

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";
const isHidden = (attribute: Attributes, size: string): boolean =>
  isOn(attribute("hidden")) || Number(attribute(size) ?? 1) === 0;

/** Joins neighbours; what lies outside so many is left out. */
function joined(spans: readonly Span[], most: number): Span[] {
  const found: Span[] = [];
  for (const [first, count] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    const end = Math.min(first + count, most);
    if (last && first <= last[0] + last[1]) last[1] = Math.max(last[1], end - last[0]);
    else if (end > first) found.push([first, end - first]);
  }
  return found;
}

/** The columns of a sheet's part, as it lists them: from which, how many. */
export const columnsIn = (xml: string): { span: Span; attribute: Attributes }[] =>
  elements(elements(xml, "cols")[0]?.content ?? "", "col").flatMap(({ attribute }) => {
    const [min, max] = [Number(attribute("min")), Math.min(Number(attribute("max")), MAX_COLUMNS)];
    return min >= 1 && max >= min ? [{ span: [min - 1, max - min + 1] as Span, attribute }] : [];
  });

/** Rows that are hidden or have no height. */
function hiddenRows(xml: string): Span[] {
  return [...xml.matchAll(/<row\s[^>]*?(?:\shidden="(?:1|true)"|\sht="0(?:\.0*)?")[^>]*>/g)].flatMap(
    ([tag]) => {
      const row = Number(/\sr="(\d+)"/.exec(tag)?.[1]);
      return row >= 1 && row <= MAX_ROWS ? [[row - 1, 1] as Span] : [];
    },
  );
}
const hiddenColumns = (xml: string): Span[] =>
  columnsIn(xml)
    .filter(({ attribute }) => isHidden(attribute, "width"))
    .map(({ span }) => span);

/** Hidden spans that lie, or go on, beyond so many rows and columns. */
export const hiddenBeyond = (xml: string, rows: number, columns: number): number =>
  [
    ...joined(hiddenRows(xml), MAX_ROWS).map((span) => [span, rows] as const),
    ...joined(hiddenColumns(xml), MAX_COLUMNS).map((span) => [span, columns] as const),
  ].filter(([[first, count], most]) => first + count > most).length;

/** The hidden among so many rows and columns. */
export const readHidden = (xml: string, rows: number, columns: number): Area[] => [
  ...joined(hiddenRows(xml), rows).map(([row, count]) => ({
    row,
    rows: count,
    column: 0,
    columns: MAX_COLUMNS,
  })),
  ...joined(hiddenColumns(xml), columns).map(([column, count]) => ({
    row: 0,
    rows: MAX_ROWS,
    column,
    columns: count,
  })),
];
