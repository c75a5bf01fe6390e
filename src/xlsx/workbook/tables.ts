import { parseStructRef } from "@borgar/fx";
import { elements, type Parts, type SheetPart, xmlOf } from "..";
import { type Area, columnLetters, quoteSheet, readArea } from "../../grid";

/** A range of a file that is formatted as a table, by which formulas may name its columns. */
export interface TableInFile {
  name: string;
  sheet: string;
  area: Area;
  columns: string[];
  /** rows at its top and bottom that hold no data */
  headers: number;
  totals: number;
}

export const tablesOf = (parts: Parts, sheets: readonly SheetPart[]): TableInFile[] =>
  sheets.flatMap(({ name: sheet, related }) =>
    related
      .filter(({ type, path }) => type === "table" && parts[path])
      .flatMap(({ path }) => {
        const xml = xmlOf(parts, path);
        const [table] = elements(xml, "table");
        const area = readArea(table?.attribute("ref") ?? "");
        if (!table || !area) return [];
        return [
          {
            name: table.attribute("displayName") ?? table.attribute("name") ?? "",
            sheet,
            area,
            columns: elements(xml, "tableColumn").map(({ attribute }) => attribute("name") ?? ""),
            headers: Number(table.attribute("headerRowCount") ?? 1),
            totals: Number(table.attribute("totalsRowCount") ?? 0),
          },
        ];
      }),
  );

/** First row and number of rows of a table's part; the row where the formula stands is `own`. */
const SECTIONS: Record<string, (table: TableInFile, own: number) => [first: number, rows: number]> = {
  all: ({ area }) => [area.row, area.rows],
  headers: ({ area, headers }) => [area.row, headers],
  totals: ({ area, totals }) => [area.row + area.rows - totals, totals],
  data: ({ area, headers, totals }) => [area.row + headers, area.rows - headers - totals],
  "this row": (_, own) => [own, 1],
};

const isIn = ({ row, column, rows, columns }: Area, at: { row: number; column: number }): boolean =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;

const sameName = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

/** `上报[数]` → `$B$2:$B$4`; null for what is not there. */
export function areaOfStructure(
  reference: string,
  at: { row: number; column: number; sheet: string; tables: readonly TableInFile[] },
): string | null {
  const parsed = parseStructRef(reference);
  if (!parsed) return null;
  const table = at.tables.find(({ name, sheet, area }) =>
    parsed.table ? sameName(name, parsed.table) : sheet === at.sheet && isIn(area, at),
  );
  if (!table) return null;
  const spans = (parsed.sections?.length ? parsed.sections : ["data"]).map((section) =>
    SECTIONS[section.toLowerCase()]?.(table, at.row),
  );
  const indexes = (parsed.columns ?? []).map((name) =>
    table.columns.findIndex((column) => sameName(column, name)),
  );
  if (spans.some((span) => !span || span[1] < 1) || indexes.includes(-1)) return "#REF!";
  const known = spans as [number, number][];
  const [top, bottom] = [
    Math.min(...known.map(([first]) => first)),
    Math.max(...known.map(([first, rows]) => first + rows - 1)),
  ];
  const [left, right] = indexes.length
    ? [table.area.column + Math.min(...indexes), table.area.column + Math.max(...indexes)]
    : [table.area.column, table.area.column + table.area.columns - 1];
  const cell = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
  const text =
    top === bottom && left === right ? cell(top, left) : `${cell(top, left)}:${cell(bottom, right)}`;
  return table.sheet === at.sheet ? text : `${quoteSheet(table.sheet)}!${text}`;
}
