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

/** Charts of a sheet: what they draw, how they are found, where they lie. */
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
