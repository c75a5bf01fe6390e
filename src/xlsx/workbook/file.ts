import type { Worksheet } from "@cj-tech-master/excelts";
import {
  elements,
  type OpenedSheet,
  type OpenedXlsx,
  type Parts,
  relationsOf,
  type SheetPart,
  unescapeXml,
  workbookPath,
  xmlOf,
} from "..";
import { tokenize } from "@borgar/fx";
import { isMany } from "./arrays";
import { type Area, readArea } from "../../grid";
import { type FileCell, fileCells } from "./cells";
import { textIn } from "./values";
import type { Theme } from "./styles";
import { themeOf } from "./theme";
import { chartsOf, type FileChart } from "./charts";
import { columnWidth, type Letters, pointsPerWidth, rowHeight } from "./sizes";
import { numberFormats } from "./number-formats";
import { type TableInFile, tablesOf } from "./tables";

/** A sheet of a file: as the library has read it, and as it is written, for the library does not read everything. */
export interface FileSheet {
  name: string;
  sheet: Worksheet;
  xml: string;
  /** what the extensions of newer programs say, apart from the rest */
  extensions: string;
  related: SheetPart["related"];
  cells: FileCell[];
  merges: Area[];
  charts: FileChart[];
}

/** A file as the workbench reads it. */
export interface XlsxFile {
  parts: Parts;
  /** the part that lists sheets and names */
  book: string;
  styles: string;
  /** texts that cells share */
  texts: string;
  /** one of them by its number; empty for none */
  sharedText: (number: number) => string;
  /** by the number of a look */
  formats: string[];
  tables: TableInFile[];
  /** the file's own colours */
  theme: Theme | undefined;
  /** the default font, where it is not the library's */
  font: Letters;
  /** names in capitals that stand for more than a cell */
  areaNames: ReadonlySet<string>;
  /** days are counted from 1904, as on old Macs */
  from1904: boolean;
  sheets: FileSheet[];
}

function fileSheet(
  sheet: Worksheet,
  { name, path, related, merges }: OpenedSheet,
  { parts, theme, font }: Pick<XlsxFile, "parts" | "theme" | "font">,
): FileSheet {
  const whole = xmlOf(parts, path);
  const at = whole.indexOf("<extLst", whole.lastIndexOf("</sheetData>"));
  const [xml, extensions] = at < 0 ? [whole, ""] : [whole.slice(0, at), whole.slice(at)];
  return {
    name,
    sheet,
    xml,
    extensions,
    related,
    cells: fileCells(xml),
    merges: merges.flatMap((area) => readArea(area) ?? []),
    charts: chartsOf(
      parts,
      related,
      { name, theme, textAt: (row, column) => sheet.findCell(row + 1, column + 1)?.text ?? "" },
      {
        width: (column) => columnWidth(sheet, column, pointsPerWidth(font)),
        height: (row) => rowHeight(sheet, row),
      },
    ),
  };
}

/** The first of the fonts counts for cells without a look, and for widths. */
function defaultFont(styles: string): Letters {
  const [fonts] = elements(styles, "fonts");
  const [font] = elements(fonts?.content ?? "", "font");
  const value = (name: string): string | undefined =>
    elements(font?.content ?? "", name)[0]?.attribute("val");
  const [name, size] = [value("name"), Number(value("sz") ?? NaN)];
  if (name === "Calibri" && size === 11) return {};
  return { ...(name && { name }), ...(size > 0 && { size }) };
}

/** Of the workbook and of its sheets. */
const areaNames = (book: string): ReadonlySet<string> =>
  new Set(
    elements(book, "definedName").flatMap(({ attribute, content }) => {
      const [token, ...more] = tokenize(unescapeXml(content));
      return token && more.length === 0 && isMany(token) ? [(attribute("name") ?? "").toUpperCase()] : [];
    }),
  );

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

export function xlsxFile({ workbook, parts, sheets }: OpenedXlsx): XlsxFile {
  const path = workbookPath(parts) ?? "";
  const relations = relationsOf(parts, path);
  const related = (wanted: string): string =>
    xmlOf(parts, relations.find(({ type }) => type === wanted)?.path ?? "");
  const book = xmlOf(parts, path);
  const styles = related("styles");
  const texts = related("sharedStrings");
  let each: string[] | undefined;
  const [theme, font] = [themeOf(related("theme")), defaultFont(styles)];
  return {
    parts,
    book,
    styles,
    texts,
    sharedText: (number) =>
      (each ??= elements(texts, "si").map(({ content }) => textIn(content)))[number] ?? "",
    formats: numberFormats(styles),
    tables: tablesOf(parts, sheets),
    theme,
    font,
    areaNames: areaNames(book),
    from1904: elements(book, "workbookPr").some(({ attribute }) => isOn(attribute("date1904"))),
    sheets: workbook.worksheets.map((sheet, i) => fileSheet(sheet, sheets[i]!, { parts, theme, font })),
  };
}
