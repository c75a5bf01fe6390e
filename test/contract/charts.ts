import { type Fact, PAGES, type Run } from "./fact";

interface Given {
  /** of a table in A1 and on */
  table?: unknown[][];
  source?: string;
  by?: "Auto" | "Columns" | "Rows";
}

const TABLE = [
  ["责任部门", "已达标", "滞后"],
  ["市民政局", 3, 1],
  ["市教育局", 0, 2],
  ["市医保局", 5, 0],
];

/** The names of the series of a chart of a table. */
const seriesOf: Run = async (sheet, context, { table = [], source = "A1:C4", by }: Given, act) => {
  sheet.getRangeByIndexes(0, 0, table.length, table[0]!.length).values = table;
  const { series } = sheet.charts.add("ColumnClustered", sheet.getRange(source), by);
  act();
  series.load("items/name,count");
  await context.sync();
  return [series.count, ...series.items.map(({ name }) => name)];
};

/** Where a chart over C3:E6 of A1:B2 lies, counted in the sheet's usual rows and columns. */
const placeAfter: Run = async (sheet, context, _given, act) => {
  sheet.getRange("A1:B2").values = [
    ["甲", 1],
    ["乙", 2],
  ];
  const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B2"), "Columns");
  chart.setPosition("C3", "E6");
  act();
  chart.load("top,left,width,height");
  const cell = sheet.getRange("Z99").load("format/columnWidth,format/rowHeight");
  await context.sync();
  const { columnWidth, rowHeight } = cell.format;
  return [
    chart.left / columnWidth,
    chart.top / rowHeight,
    chart.width / columnWidth,
    chart.height / rowHeight,
  ];
};

/** Charts of a sheet: what they draw, how they are called and look, where they lie. */
export const CHARTS: Fact[] = [
  {
    fact: "a chart takes the first row of its table for the names of its series",
    source: PAGES.charts,
    run: seriesOf,
    given: { table: TABLE, by: "Columns" } satisfies Given,
    gives: [2, "已达标", "滞后"],
  },
  {
    fact: "or the first column, where its series are rows",
    source: PAGES.chartSeriesBy,
    run: seriesOf,
    given: { table: TABLE, by: "Rows" } satisfies Given,
    gives: [3, "市民政局", "市教育局", "市医保局"],
  },
  {
    fact: "unless told, the desktop looks at the table's shape: the longer side is the categories'",
    source: PAGES.chartSeriesBy,
    run: seriesOf,
    given: { table: TABLE } satisfies Given,
    gives: [2, "已达标", "滞后"],
  },
  {
    fact: "a wide table has its series in rows then",
    source: PAGES.chartSeriesBy,
    run: seriesOf,
    given: {
      table: [
        ["", "2021年", "2022年", "2023年"],
        ["达标率", 0.2, 0.4, 0.5],
      ],
      source: "A1:D2",
      by: "Auto",
    } satisfies Given,
    gives: [1, "达标率"],
  },
  {
    fact: "a series' name follows its cell",
    source: PAGES.charts,
    run: async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        ["部门", "已填"],
        ["市民政局", 3],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
      sheet.getRange("B1").values = [["已达标"]];
      const series = chart.series.getItemAt(0).load("name");
      await context.sync();
      return series.name;
    },
    gives: "已达标",
  },
  {
    fact: "a chart is found by its name, by its place among the charts, or not at all",
    source: PAGES.chartCollection,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      for (const name of ["甲", "乙"])
        sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns").name = name;
      const found = sheet.charts.getItem("乙").load("name,id");
      const second = sheet.charts.getItemAt(1).load("name,id");
      const none = sheet.charts.getItemOrNullObject("丙");
      const count = sheet.charts.getCount();
      const charts = sheet.charts.load("count,items/name");
      await context.sync();
      return [
        ...[found.name, second.name, found.id === second.id, none.isNullObject, count.value],
        ...[charts.count, charts.items.map(({ name }) => name).join()],
      ] as unknown[];
    },
    gives: ["乙", "乙", true, true, 2, 2, "甲,乙"],
  },
  {
    fact: "getItem of a chart that is not there fails",
    source: PAGES.errors,
    run: async (sheet, context) => {
      sheet.charts.getItem("没有").load("name");
      await context.sync();
    },
    fails: "ItemNotFound",
  },
  {
    fact: "a chart that got another name in one batch is the same in the next",
    source: PAGES.chart,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:A3"), "Columns");
      await context.sync();
      chart.name = "看板";
      await context.sync();
      chart.title.text = "各部门";
      chart.load("name,chartType,title/text,title/visible");
      await context.sync();
      return [chart.name, chart.chartType, chart.title.text, chart.title.visible];
    },
    gives: ["看板", "ColumnStacked", "各部门", true],
  },
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
  {
    fact: "other data make other series",
    source: PAGES.chart,
    run: async (sheet, context) => {
      sheet.getRange("A1:C2").values = [
        ["部门", "甲", "乙"],
        ["市民政局", 3, 4],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
      chart.setData(sheet.getRange("A1:C2"), "Columns");
      const series = chart.series.load("items/name");
      await context.sync();
      return series.items.map(({ name }) => name);
    },
    gives: ["甲", "乙"],
  },
  {
    fact: "a chart covers the cells from its first to its last",
    source: PAGES.chart,
    run: placeAfter,
    gives: [2, 2, 3, 4],
  },
  {
    fact: "it moves with its cells, and grows with those that come among them",
    source: PAGES.insertDelete,
    run: placeAfter,
    acts: ["insert 1:1 Down", "insert D:D Right"],
    gives: [2, 3, 4, 4],
  },
  {
    fact: "it becomes smaller where cells under it go",
    source: PAGES.insertDelete,
    run: placeAfter,
    acts: ["delete 4:5 Up", "delete A:A Left"],
    gives: [1, 2, 3, 2],
  },
  {
    fact: "a series whose cells are deleted is drawn no more",
    source: PAGES.insertDelete,
    run: seriesOf,
    given: { table: TABLE, by: "Columns" } satisfies Given,
    acts: ["delete B:B Left"],
    gives: [1, "滞后"],
  },
  {
    fact: "what a chart draws moves with the cells that are drawn",
    source: PAGES.insertDelete,
    run: seriesOf,
    given: { table: TABLE, by: "Columns" } satisfies Given,
    acts: ["insert 1:2 Down", "insert A:A Right", "insert D:D Right"],
    gives: [2, "已达标", "滞后"],
  },
  {
    fact: "a copy of a sheet has its charts, which draw the copy's cells",
    source: PAGES.worksheets,
    run: async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        ["部门", "甲"],
        ["市民政局", 3],
      ];
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns").name = "看板";
      const copy = sheet.copy("End");
      copy.getRange("B1").values = [["乙"]];
      const names = [sheet, copy].map(({ charts }) => charts.getItem("看板").series.load("items/name"));
      await context.sync();
      return names.map(({ items }) => items[0]!.name);
    },
    gives: ["甲", "乙"],
  },
  {
    fact: "a chart that is deleted is gone",
    source: PAGES.chart,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      for (const name of ["甲", "乙"])
        sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns").name = name;
      sheet.charts.getItem("甲").delete();
      const charts = sheet.charts.load("items/name");
      await context.sync();
      return charts.items.map(({ name }) => name);
    },
    gives: ["乙"],
  },
  {
    fact: "a protected sheet refuses charts",
    source: PAGES.protectionOptions,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.protection.protect({});
      sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns");
      await context.sync();
    },
    fails: "AccessDenied",
  },
  {
    fact: "unless it allows objects to be edited",
    source: PAGES.protectionOptions,
    run: async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.protection.protect({ allowEditObjects: true });
      sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns");
      const count = sheet.charts.getCount();
      await context.sync();
      return count.value;
    },
    gives: 1,
  },
];
