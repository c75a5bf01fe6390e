import type { IndicatorFile, PlanFile } from "../../plan/open";
import { fold } from "../../text";
import type { RowCells } from "./cells";
import { YES } from "./words";

/** An indicator, and the row in which it stands. */
export interface IndicatorRow {
  row: RowCells;
  file: IndicatorFile;
}

/** 次序 of a plan whose 序号 tell the order. */
const BY_NUMBER = "按序号";

interface Place {
  title: string;
  field: string;
  /** of 补充指标 */
  optional?: true;
}

/** False where 序号 begin anew in each section, or are not there. */
const tellsOrder = (numbers: readonly (number | undefined)[]): boolean =>
  !numbers.includes(undefined) && new Set(numbers).size === numbers.length;

/** By 序号 where every row has its own, else as they stand: sorting the sheet changes no plan. */
function inOrder(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  if (!tellsOrder(rows.map(({ file }) => file.number))) return rows;
  return [...rows].sort((a, b) => a.file.number! - b.file.number!);
}

const SEPARATOR = "；";
const oneLine = (title: string): string => fold(title).replace(/[;；]/g, "，");

/** What 次序 says of a plan. */
export const orderWords = (
  sections: readonly { title: string; indicators: readonly { number?: number }[] }[],
): string =>
  tellsOrder(sections.flatMap(({ indicators }) => indicators.map(({ number }) => number)))
    ? BY_NUMBER
    : sections.map(({ title }) => oneLine(title)).join(SEPARATOR);

const placeOf = ({ row }: IndicatorRow): Place => ({
  title: row.text("title").trim(),
  field: row.text("field").trim(),
});
const same = (a: Place, b: Place): boolean => a.title === b.title && a.field === b.field;
const agrees = (said: Place, whole: Place): boolean =>
  (said.title === "" || said.title === whole.title) && (said.field === "" || said.field === whole.field);

/** The only field that rows of a title have. */
function fieldOf(title: string, places: readonly Place[]): string {
  const fields = new Set(
    places.filter((one) => one.title === title && one.field !== "").map(({ field }) => field),
  );
  return title !== "" && fields.size === 1 ? [...fields][0]! : "";
}

/** Title and field of each row; what was cleared is that of the rows around, or it is said. */
function placesOf(rows: readonly IndicatorRow[]): Place[] {
  const said = rows.map(placeOf);
  return said.map((own, i) => {
    if (own.title !== "" && own.field !== "") return own;
    const above = said[i - 1];
    // below the last row is where more are added
    const below = said[i + 1] ?? above;
    if (above && below && same(above, below) && agrees(own, above)) return above;
    if (own.field !== "") return own;
    if (own.title === "" && above && (above.field !== "" || above.title !== ""))
      rows[i]!.row.fault("field", "上下两行不在同一领域，看不出这一行属于哪一个，请填写领域");
    return { ...own, field: fieldOf(own.title, said) };
  });
}

/**
 * Sections of a plan: as 次序 says, those that it does not name in the order in which they first appear.
 * @param order what 次序 says
 */
export function sectionsOf(rows: readonly IndicatorRow[], order: string): PlanFile["sections"] {
  const sections = new Map<string, Place & { rows: IndicatorRow[] }>();
  const sorted = inOrder(rows);
  for (const [i, place] of placesOf(sorted).entries()) {
    const isOptional = sorted[i]!.row.word("optional") === YES;
    const whole = {
      field: place.field,
      title: place.title || place.field,
      ...(isOptional && { optional: true as const }),
    };
    const key = JSON.stringify(whole);
    const section = sections.get(key) ?? { ...whole, rows: [] };
    section.rows.push(sorted[i]!);
    sections.set(key, section);
  }
  const titles = order.split(/[;；\n]+/).map(oneLine);
  const rank = ({ title }: Place): number => {
    const at = titles.indexOf(oneLine(title));
    return at < 0 ? titles.length : at;
  };
  const found = [...sections.values()];
  if (sorted === rows) found.sort((a, b) => rank(a) - rank(b));
  return found.map(({ rows: own, ...section }) => ({
    ...section,
    indicators: inOrder(own).map(({ file }) => file),
  }));
}
