import type { CellValue } from "@cj-tech-master/excelts";
import { seriesColor } from "../../../grid";
import type { WritableSheet } from "../sheet";
import type { Step } from "../with-parts";
import { chartXml } from "./chart";
import { drawingXml, relationId } from "./drawing";
import { element } from "./element";
import type { ChartCells } from "./series";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = {
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
};
type Kind = keyof typeof TYPES;

/** A cell as a chart draws it: a formula as what it gave last. */
function plain(value: CellValue | undefined): string | number | null {
  if (typeof value === "object" && value !== null && "result" in value) return plain(value.result);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" || typeof value === "number" ? value : null;
}

const cellsOf = ({ name, styles, looks, valueAt }: WritableSheet): ChartCells => ({
  sheet: name,
  valueAt: (row, column) => (styles[row]?.[column] === undefined ? null : plain(valueAt(row, column))),
  formatAt: (row, column) => looks[styles[row]?.[column] ?? -1]?.numberFormat ?? "",
});

const relation = (id: string, kind: Kind, target: string): string =>
  element("Relationship", { Id: id, Type: `${OFFICE}/${kind}`, Target: target });
const relations = (...all: string[]): string => HEAD + element("Relationships", { xmlns: PACKAGE }, ...all);

/** The library writes no relations of a sheet that has nothing beside its cells. */
const withRelation = (xml: string | undefined, one: string): string =>
  xml ? xml.replace("</Relationships>", () => `${one}</Relationships>`) : relations(one);

const DRAWING_ID = "rIdCharts";
/** What follows the drawing in the order of the schema. */
const AFTER =
  /(?:<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[ />][^]*)?<\/worksheet>\s*$/;

/** A sheet's part with its drawing. */
const withDrawing = (xml: string): string =>
  xml.replace(AFTER, (rest) => element("drawing", { "xmlns:r": OFFICE, "r:id": DRAWING_ID }) + rest);

/** Says of each part what it is. */
const LIST = "[Content_Types].xml";
const withTypes = (xml: string, made: readonly [path: string, kind: Kind][]): string =>
  xml.replace(
    "</Types>",
    () =>
      `${made
        .map(([path, kind]) => element("Override", { PartName: `/${path}`, ContentType: TYPES[kind] }))
        .join("")}</Types>`,
  );

const THEME = "xl/theme/theme1.xml";
const ACCENTS = 6;
/** Series without a colour of their own have those of the theme, one after another; the library's are older ones. */
const withSeriesColors = (xml: string): string =>
  Array.from({ length: ACCENTS }, (_, i) => seriesColor({}, i).slice(1)).reduce(
    (theme, color, i) =>
      theme.replace(
        new RegExp(`(<a:accent${i + 1}>\\s*<a:srgbClr val=")\\w+`),
        (_, start: string) => start + color,
      ),
    xml,
  );

/** What is to be done with a file for the charts of its sheets, in their order: the library knows none. */
export const chartSteps = (sheets: readonly WritableSheet[]): Step[] =>
  sheets.some(({ state }) => state.charts.length > 0) ? [(part) => chartParts(sheets, part)] : [];

function chartParts(sheets: readonly WritableSheet[], part: Parameters<Step>[0]): ReturnType<Step> {
  const parts: Record<string, string> = {};
  const made: [path: string, kind: Kind][] = [];
  const add = (path: string, kind: Kind, xml: string): void => {
    made.push([path, kind]);
    parts[path] = HEAD + xml;
  };
  let charts = 0;
  sheets.forEach((sheet, i) => {
    const { state, name } = sheet;
    if (state.charts.length === 0) return;
    const own = `xl/worksheets/sheet${i + 1}.xml`;
    const rels = `xl/worksheets/_rels/sheet${i + 1}.xml.rels`;
    const drawing = `drawing${i + 1}.xml`;
    parts[own] = withDrawing(part(own)!);
    parts[rels] = withRelation(part(rels), relation(DRAWING_ID, "drawing", `../drawings/${drawing}`));
    add(`xl/drawings/${drawing}`, "drawing", drawingXml(state.charts, name));
    const cells = cellsOf(sheet);
    const targets = state.charts.map((chart, place) => {
      const file = `chart${++charts}.xml`;
      add(`xl/charts/${file}`, "chart", chartXml(chart, cells));
      return relation(relationId(place), "chart", `../charts/${file}`);
    });
    parts[`xl/drawings/_rels/${drawing}.rels`] = relations(...targets);
  });
  return { ...parts, [LIST]: withTypes(part(LIST)!, made), [THEME]: withSeriesColors(part(THEME)!) };
}
