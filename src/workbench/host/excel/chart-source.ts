import { type Area, area, type Chart } from "../../../grid";
import type { CellContent } from "../../engine/engine";
import { HostError } from "../errors";
import type { Cells, Sheet } from "../model";
import { asKind } from "../object";
import { oneOf } from "./arguments";
import { bounded } from "./cells";
import { areaOf } from "./places";

const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

const isBlank = ({ value }: CellContent): boolean => value === null || value === "";
const isName = (cell: CellContent): boolean =>
  isBlank(cell) || (typeof cell.value === "string" && !cell.error);

/** Whether the cells after the first name what stands beside them: they are texts, or the first leaves the corner to them. */
function areNames([corner, ...others]: CellContent[]): boolean {
  if (!corner || others.length === 0) return false;
  return isBlank(corner) || (others.every(isName) && !others.every(isBlank));
}

/** Of a table with a single row or column its first cell alone can be a name. */
const isNamed = (line: CellContent[]): boolean => line.length === 1 && !isBlank(line[0]!) && isName(line[0]!);

/** @throws HostError InvalidArgument for what is no range, ApiNotFound for one of another sheet */
function cellsOf(sheet: Sheet, source: unknown, member: string): Cells {
  const range = asKind(source, "Range");
  if (!range) throw new HostError("InvalidArgument", `${member} sourceData`);
  if (range.of.sheet !== sheet.sheet)
    throw new HostError("ApiNotFound", `${member} with cells of another sheet`);
  return range.of;
}

/**
 * What a chart of a range draws. "Auto" is the desktop's: the longer side of the table is the categories'.
 * @param member who asks, such as `ChartCollection.add`
 */
export function drawnFrom(
  sheet: Sheet,
  range: unknown,
  seriesBy: unknown,
  member: string,
): Pick<Chart, "source" | "seriesIn" | "series"> {
  const cells = cellsOf(sheet, range, member);
  const by = oneOf(seriesBy ?? "Auto", SERIES_BY, `${member} seriesBy`);
  const { row, column } = areaOf(cells);
  const source = bounded(cells, areaOf(cells)) ?? area(row, column);
  const { rows, columns } = source;
  const read = (part: Area): CellContent[] => sheet.book.engine.readCells(sheet.sheet, part).flat();
  const first = read({ ...source, rows: 1 });
  const side = read({ ...source, columns: 1 });
  const top = Number(rows > 1 && (areNames(first) || isNamed(first)));
  const left = Number(columns > 1 && (areNames(side) || isNamed(side)));
  const inRows = by === "Rows" || (by === "Auto" && columns > rows);
  const body = area(row + top, column + left, rows - top, columns - left);
  const values = (i: number): Area =>
    inRows ? { ...body, row: body.row + i, rows: 1 } : { ...body, column: body.column + i, columns: 1 };
  const count = inRows ? body.rows : body.columns;
  return {
    source,
    seriesIn: inRows ? "rows" : "columns",
    series: Array.from({ length: count }, (_, i) => ({ values: values(i) })),
  };
}
