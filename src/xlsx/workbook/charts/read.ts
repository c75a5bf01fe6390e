import {
  type Area,
  areaAddress,
  categoriesOf,
  type Chart,
  type ChartAxis,
  type ChartSeries,
  type ChartType,
  headerOf,
  type LegendPlace,
  readArea,
  readReference,
  usualOverlap,
} from "../../../grid";
import { CHART_KINDS, LEGENDS } from "../../write/charts/kinds";
import { type SeriesCells, type Source, SOURCE_URI, sourceAround } from "../../write/charts/source";
import { given } from "../../write/looks";
import type { Theme } from "../styles";
import { fillIn, themeColor } from "./colors";
import { at, attribute, childrenOf, type Node, valueAt, within } from "./tree";

/** The sheet on which a chart lies. */
export interface ChartSheet {
  name: string;
  theme: Theme | undefined;
  textAt: (row: number, column: number) => string;
}

/** What a chart's part says; its name and its place stand elsewhere. */
export type ChartContent = Omit<Chart, "name" | "position">;

/** What is read as a row of marks: more cells than a chart can show are a mistake. */
const MOST_VALUES = 100_000;

/** The cells of the chart's own sheet that a reference names; null for all others. */
function cellsAt(node: Node | undefined, { name }: ChartSheet): Area | null {
  const formula = at(node, "c:f")?.text.trim() ?? "";
  const area = readReference(`=${formula}`)?.sheet === name ? readArea(formula) : null;
  return area && area.rows * area.columns <= MOST_VALUES ? area : null;
}

const isLine = ({ rows, columns }: Area): boolean => rows === 1 || columns === 1;
const same = (a: Area | null, b: Area | null): boolean => (a && areaAddress(a)) === (b && areaAddress(b));

/** A header stands above or before its numbers, and the categories beside them. */
const isHeaderOf = (one: Area, { row, column }: Area): boolean =>
  one.rows * one.columns === 1 &&
  ((one.column === column && one.row < row) || (one.row === row && one.column < column));
const isBeside = (one: Area, { row, column, rows, columns }: Area): boolean =>
  isLine(one) &&
  ((one.row === row && one.rows === rows && one.column < column) ||
    (one.column === column && one.columns === columns && one.row < row));

const referenceIn = (node: Node | undefined): Node | undefined =>
  at(node, "c:strRef") ?? at(node, "c:numRef");

/** The cells that a series names; null where they are none that the workbench knows. */
function seriesCells(series: Node, sheet: ChartSheet): SeriesCells | null {
  const values = cellsAt(at(series, "c:val/c:numRef"), sheet);
  if (!values || !isLine(values)) return null;
  const header = cellsAt(at(series, "c:tx/c:strRef"), sheet);
  const named = at(series, "c:cat");
  const categories = cellsAt(referenceIn(named), sheet);
  if (named && !(categories && isBeside(categories, values))) return null;
  return { values, header: header && isHeaderOf(header, values) ? header : null, categories };
}

const contains = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** The table of a chart: as its series tell it, or as the workbench has written it where they cannot. */
function sourceOf(space: Node, series: readonly SeriesCells[]): Source | null {
  const told = sourceAround(series);
  const extension = childrenOf(at(space, "c:extLst"), "c:ext").find(
    (one) => attribute(one, "uri") === SOURCE_URI,
  );
  const [own] = extension?.children ?? [];
  const source = readArea(attribute(own, "ref") ?? "");
  if (!source || (told && !contains(source, told.source))) return told;
  return { source, seriesIn: attribute(own, "seriesIn") === "rows" ? "rows" : "columns" };
}

/** Texts in parts, or of a cell as it was last. */
const textOf = (node: Node | undefined): string | undefined => {
  const parts = [...within(at(node, "c:rich"), "a:t"), ...within(at(node, "c:strRef/c:strCache"), "c:v")];
  return parts.length > 0 ? parts.map(({ text }) => text).join("") : at(node, "c:v")?.text;
};

function typeOf(group: Node): ChartType | undefined {
  const [name, direction] = [group.name.replace("c:", ""), valueAt(group, "c:barDir")];
  const grouping = valueAt(group, "c:grouping");
  const types = (Object.keys(CHART_KINDS) as ChartType[]).filter((type) => {
    const kind = CHART_KINDS[type];
    const usual = kind.direction ? "clustered" : "standard";
    return (
      kind.element === name &&
      (kind.direction === undefined || kind.direction === (direction ?? "col")) &&
      kind.grouping === (grouping ?? usual)
    );
  });
  if (name !== "lineChart") return types[0];
  const symbols = childrenOf(group, "c:ser").map((series) => valueAt(series, "c:marker/c:symbol"));
  const bare =
    symbols.length > 0 ? symbols.every((symbol) => symbol === "none") : valueAt(group, "c:marker") === "0";
  return types.find((type) => type === (bare ? "Line" : "LineMarkers"));
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

/** The numbers beside the marks, of a series or else of all. */
function labelsOf(
  series: Node,
  group: Node,
  theme: Theme | undefined,
): Pick<ChartSeries, "labelFormat" | "labelColor"> {
  const labels = at(series, "c:dLbls") ?? at(group, "c:dLbls");
  if (!isOn(valueAt(labels, "c:showVal"))) return {};
  const format = at(labels, "c:numFmt");
  const linked = !format || isOn(attribute(format, "sourceLinked"));
  const ofCells = at(series, "c:val/c:numRef/c:numCache/c:formatCode")?.text;
  return given({
    labelFormat: (linked ? ofCells : attribute(format, "formatCode")) ?? "General",
    labelColor: fillIn(at(labels, "c:txPr/a:p/a:pPr/a:defRPr"), theme),
  });
}

/** What belongs to a series beside its own element. */
interface Around {
  /** the element of all series */
  group: Node;
  cells: SeriesCells;
  /** the cell that names it unless it says otherwise */
  header: Area | null;
  index: number;
}

function readSeries(node: Node, { group, cells, header, index }: Around, { theme }: ChartSheet): ChartSeries {
  const look = at(node, "c:spPr");
  return given({
    name: cells.header && same(cells.header, header) ? undefined : textOf(at(node, "c:tx")) || undefined,
    values: cells.values,
    color: fillIn(group.name === "c:lineChart" ? at(look, "a:ln") : look, theme) ?? themeColor(index, theme),
    ...labelsOf(node, group, theme),
  });
}

const numberAt = (node: Node | undefined, path: string): number | undefined => {
  const value = valueAt(node, path);
  return value === undefined || !Number.isFinite(parseFloat(value)) ? undefined : parseFloat(value);
};

/** A format that is the cells' own is none of the axis. */
function readAxis(node: Node): ChartAxis | undefined {
  const format = at(node, "c:numFmt");
  const code = attribute(format, "formatCode");
  const axis = given({
    title: textOf(at(node, "c:title/c:tx")),
    min: numberAt(node, "c:scaling/c:min"),
    max: numberAt(node, "c:scaling/c:max"),
    format: isOn(attribute(format, "sourceLinked")) && code === "General" ? undefined : code,
    reversed: valueAt(node, "c:scaling/c:orientation") === "maxMin" || undefined,
  });
  return Object.keys(axis).length > 0 ? axis : undefined;
}

/** An axis of categories has no limits. */
function categoryAxis(node: Node): Chart["categories"] {
  const { min: _min, max: _max, ...axis } = readAxis(node) ?? {};
  return Object.keys(axis).length > 0 ? axis : undefined;
}

function legendOf(chart: Node): LegendPlace | undefined {
  const legend = at(chart, "c:legend");
  const place = valueAt(legend, "c:legendPos");
  const known = (Object.keys(LEGENDS) as LegendPlace[]).find((name) => LEGENDS[name] === place);
  return legend && (known ?? "Right");
}

/** A chart of one series that has no title of its own is called as the series, unless that was taken away. */
function titleOf(chart: Node, content: ChartContent, sheet: ChartSheet): string | undefined {
  const own = textOf(at(chart, "c:title/c:tx"));
  const [series, ...more] = content.series;
  if (own || !series || more.length > 0 || isOn(valueAt(chart, "c:autoTitleDeleted")))
    return own || undefined;
  const header = headerOf({ name: "", position: content.source, ...content }, series);
  return series.name ?? ((header && sheet.textAt(header.row, header.column)) || undefined);
}

/** Stacked bars lie over each other without being told. */
function overlapOf(group: Node, type: ChartType): number | undefined {
  const overlap = numberAt(group, "c:overlap");
  return type.endsWith("Stacked") && overlap === usualOverlap(type) ? undefined : overlap;
}

/** A chart as its part says; null for one of a kind, or of cells, that the workbench does not draw. */
export function readChart(root: Node, sheet: ChartSheet): ChartContent | null {
  const space = at(root, "c:chartSpace");
  const chart = at(space, "c:chart");
  const parts = at(chart, "c:plotArea")?.children ?? [];
  const [group, ...groups] = parts.filter(({ name }) => name.endsWith("Chart"));
  const axes = parts.filter(({ name }) => name.endsWith("Ax"));
  const categories = axes.find(({ name }) => name === "c:catAx" || name === "c:dateAx");
  const values = axes.find(({ name }) => name === "c:valAx");
  const type = group && typeOf(group);
  if (!space || !chart || !type || groups.length > 0 || !categories || !values || axes.length > 2)
    return null;
  const nodes = childrenOf(group, "c:ser");
  const cells = nodes.flatMap((node) => seriesCells(node, sheet) ?? []);
  const table = sourceOf(space, cells);
  if (!table || cells.length < nodes.length) return null;
  const bare: Chart = {
    name: "",
    type,
    position: table.source,
    ...table,
    series: cells.map((one) => ({ values: one.values })),
  };
  if (!same(categoriesOf(bare), cells[0]?.categories ?? null)) return null;
  const { name: _name, position: _position, ...content } = bare;
  const read: ChartContent = given({
    ...content,
    series: nodes.map((node, i) =>
      readSeries(node, { group, cells: cells[i]!, header: headerOf(bare, bare.series[i]!), index: i }, sheet),
    ),
    categories: categoryAxis(categories),
    values: readAxis(values),
    legend: legendOf(chart),
    gapWidth: numberAt(group, "c:gapWidth"),
    overlap: overlapOf(group, type),
  });
  return given({ ...read, title: titleOf(chart, read, sheet) });
}
