import { type Fact, PAGES } from "./fact";

/** Titles, legends, axes, series and labels of charts. */
export const CHART_LOOKS: Fact[] = [
  {
    fact: "a title is hidden and shown",
    source: PAGES.chartTitle,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const { title } = sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns");
      title.text = "甲";
      title.visible = false;
      title.load("visible");
      await context.sync();
      return title.visible;
    },
    gives: false,
  },
  {
    fact: "a legend stands where it is put, or is hidden",
    source: PAGES.chartLegend,
    run: async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        [1, 2],
        [2, 3],
        [3, 4],
      ];
      const { legend } = sheet.charts.add("Line", sheet.getRange("A1:B3"), "Columns");
      legend.position = "Top";
      legend.load("position,visible");
      await context.sync();
      const before = [legend.position, legend.visible];
      legend.visible = false;
      legend.load("visible");
      await context.sync();
      return [...before, legend.visible];
    },
    gives: ["Top", true, false],
  },
  {
    fact: "axes have titles, formats and an order",
    source: PAGES.chartAxis,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const { categoryAxis, valueAxis } = sheet.charts.add(
        "BarClustered",
        sheet.getRange("A1:A3"),
        "Columns",
      ).axes;
      categoryAxis.title.text = "部门";
      categoryAxis.reversePlotOrder = true;
      valueAxis.numberFormat = "0%";
      categoryAxis.load("title/text,title/visible,reversePlotOrder,type");
      valueAxis.load("numberFormat,reversePlotOrder,type");
      await context.sync();
      return [
        ...[categoryAxis.title.text, categoryAxis.title.visible, categoryAxis.reversePlotOrder],
        ...[valueAxis.numberFormat, valueAxis.reversePlotOrder, categoryAxis.type, valueAxis.type],
      ] as unknown[];
    },
    gives: ["部门", true, true, "0%", false, "Category", "Value"],
  },
  {
    fact: "each bar has its name, away from bars of negative numbers",
    source: PAGES.chartAxis,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [-2], [3]];
      const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:A3"), "Columns");
      chart.axes.categoryAxis.set({ tickLabelPosition: "Low", tickLabelSpacing: 1 });
      chart.load("chartType");
      await context.sync();
      return chart.chartType;
    },
    gives: "BarClustered",
  },
  {
    fact: "limits of the value axis are numbers, also when an empty text leaves them to Excel",
    source: PAGES.chartAxis,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [30]];
      const { valueAxis } = sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns").axes;
      valueAxis.maximum = 50;
      valueAxis.minimum = 10;
      valueAxis.load("minimum,maximum");
      await context.sync();
      const before = [valueAxis.minimum, valueAxis.maximum] as unknown[];
      valueAxis.maximum = "";
      valueAxis.minimum = "";
      valueAxis.load("minimum,maximum");
      await context.sync();
      const { minimum, maximum } = valueAxis as { minimum: unknown; maximum: number };
      return [...before, minimum, maximum >= 30 && maximum < 50];
    },
    gives: [10, 50, 0, true],
  },
  {
    fact: "a series has a gap, an overlap and labels with their format",
    source: PAGES.chartSeries,
    run: async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        [1, 2],
        [2, 3],
        [3, 4],
      ];
      const { series } = sheet.charts.add("BarStacked", sheet.getRange("A1:B3"), "Columns");
      const [one, other] = [series.getItemAt(0), series.getItemAt(1)];
      one.set({ gapWidth: 40, overlap: 90 });
      one.hasDataLabels = true;
      one.dataLabels.numberFormat = "0;;";
      one.dataLabels.format.font.color = "#FFFFFF";
      one.load("gapWidth,overlap,hasDataLabels,dataLabels/numberFormat,dataLabels/format/font/color");
      other.load("hasDataLabels");
      await context.sync();
      const { numberFormat, format } = one.dataLabels;
      return [
        one.gapWidth,
        one.overlap,
        one.hasDataLabels,
        numberFormat,
        format.font.color,
        other.hasDataLabels,
      ];
    },
    gives: [40, 90, true, "0;;", "#FFFFFF", false],
  },
  {
    fact: "labels of a chart are those of all its series, of which one may look otherwise",
    source: PAGES.chartDataLabels,
    run: async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        [1, 2],
        [2, 3],
        [3, 4],
      ];
      const chart = sheet.charts.add("BarStacked", sheet.getRange("A1:B3"), "Columns");
      chart.dataLabels.showValue = true;
      chart.dataLabels.numberFormat = "0.0";
      chart.dataLabels.format.font.color = "#000000";
      chart.series.getItemAt(1).dataLabels.format.font.color = "#FFFFFF";
      const series = chart.series.load(
        "items/hasDataLabels,items/dataLabels/numberFormat,items/dataLabels/format/font/color",
      );
      await context.sync();
      return series.items.map(({ hasDataLabels, dataLabels }) => [
        ...[hasDataLabels, dataLabels.numberFormat, dataLabels.format.font.color],
      ]);
    },
    gives: [
      [true, "0.0", "#000000"],
      [true, "0.0", "#FFFFFF"],
    ],
  },
  {
    fact: "a line has no gap",
    source: PAGES.chartSeries,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns").series.getItemAt(0).gapWidth = 40;
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "an overlap is between -100 and 100",
    source: PAGES.chartSeries,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.charts.add("BarStacked", sheet.getRange("A1:A3"), "Columns").series.getItemAt(0).overlap = 101;
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "a series' name has at most 255 characters",
    source: PAGES.chartSeries,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const chart = sheet.charts.add("BarStacked", sheet.getRange("A1:A3"), "Columns");
      chart.series.getItemAt(0).name = "甲".repeat(256);
      await context.sync();
    },
    fails: "InvalidArgument",
  },
  {
    fact: "a line has a colour",
    source: PAGES.chartLine,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const series = sheet.charts.add("LineMarkers", sheet.getRange("A1:A3"), "Columns").series.getItemAt(0);
      series.format.line.color = "#C00000";
      series.load("format/line/color");
      await context.sync();
      return series.format.line.color;
    },
    gives: "#C00000",
  },
];
