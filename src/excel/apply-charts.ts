import { areaAddress, type ChartSpec } from "../grid";

/** Excel stacks bars over each other without being told. */
const WHOLLY = 100;

const isLine = ({ type }: ChartSpec): boolean => type.startsWith("Line");

/** A line is drawn, a bar is filled; marks of a line have its colour. */
function applyColor(series: Excel.ChartSeries, spec: ChartSpec, color: string): void {
  if (!isLine(spec)) return series.format.fill.setSolidColor(color);
  series.format.line.color = color;
  if (spec.type === "LineMarkers") series.set({ markerBackgroundColor: color, markerForegroundColor: color });
}

function mostFrequent<T>(values: readonly T[]): T {
  const count = (value: T): number => values.filter((other) => other === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best));
}

/** What most series have is said of the chart, then what others have of each: far fewer actions. */
function applyLabels(chart: Excel.Chart, all: readonly Excel.ChartSeries[], { series }: ChartSpec): void {
  const format = mostFrequent(series.map(({ labelFormat }) => labelFormat));
  const color = mostFrequent(series.map(({ labelColor }) => labelColor));
  chart.dataLabels.showValue = true;
  chart.dataLabels.numberFormat = format;
  chart.dataLabels.format.font.color = color;
  series.forEach(({ labelFormat, labelColor }, i) => {
    // whatever is named is asked for
    if (labelFormat !== format) all[i]!.dataLabels.numberFormat = labelFormat;
    if (labelColor !== color) all[i]!.dataLabels.format.font.color = labelColor;
  });
}

function applyAxes(
  { axes: { categoryAxis, valueAxis } }: Excel.Chart,
  { type, categories, values }: ChartSpec,
): void {
  categoryAxis.title.text = categories.title;
  categoryAxis.set({
    ...(categories.reversed && { reversePlotOrder: true }),
    // each bar that lies has its name, and not over the bars of negative numbers
    ...(type.startsWith("Bar") && { tickLabelPosition: "Low", tickLabelSpacing: 1 }),
  });
  valueAxis.title.text = values.title;
  valueAxis.set({
    ...(values.min !== undefined && { minimum: values.min }),
    ...(values.max !== undefined && { maximum: values.max }),
    ...(values.format !== undefined && { numberFormat: values.format }),
    ...(values.reversed && { reversePlotOrder: true }),
  });
}

function applyChart(sheet: Excel.Worksheet, spec: ChartSpec): void {
  // "Auto" is another thing on the web, and series that are added one by one lose their names
  const chart = sheet.charts.add(spec.type, sheet.getRange(areaAddress(spec.source)), "Columns");
  const [first, last = first] = areaAddress(spec.position).split(":");
  chart.name = spec.name;
  chart.setPosition(first!, last);
  chart.title.text = spec.title;
  chart.legend.position = spec.legend;
  applyAxes(chart, spec);
  const all = spec.series.map((_, i) => chart.series.getItemAt(i));
  all.forEach((series, i) => applyColor(series, spec, spec.series[i]!.color));
  // what is said of one series' bars holds for all of the chart
  const { gapWidth, overlap } = spec;
  const isUsual = overlap === WHOLLY && spec.type.endsWith("Stacked");
  if (!isLine(spec)) all[0]!.set({ gapWidth, ...(!isUsual && { overlap }) });
  applyLabels(chart, all, spec);
}

/** Queues charts; what they draw is in the cells by then. */
export const applyCharts = (sheet: Excel.Worksheet, charts: readonly ChartSpec[]): void =>
  charts.forEach((spec) => applyChart(sheet, spec));
