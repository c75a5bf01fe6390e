import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type ChartState, type ChartType } from "../../../src/grid";
import { ENCODINGS, ODDITIES, packed, textsOf } from "../oddities";
import { readXlsx } from "../../../src/xlsx/workbook";
import { opened } from "../workbook/made";
import { simple, written } from "./charts";

type Change = (xml: string) => string;

/** A file one part of which is changed; what has no effect is a mistake in the test. */
function edited(bytes: Uint8Array, path: string, change: Change): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[path]!);
  expect(change(xml)).not.toBe(xml);
  return zipSync({ ...parts, [path]: strToU8(change(xml)) });
}
const CHART = "xl/charts/chart1.xml";
const DRAWING = "xl/drawings/drawing1.xml";

const FULL: ChartState = {
  ...simple("BarStacked"),
  title: "状态",
  legend: "Bottom",
  values: { title: "项", min: 0, format: "0" },
  categories: { reversed: true },
};
const changed = async (change: Change, chart = FULL, path = CHART) =>
  opened(edited(await written(chart), path, change));
const chartsOf = async (...how: Parameters<typeof changed>): Promise<readonly ChartState[]> =>
  (await changed(...how)).workbook.sheets[0]!.state.charts;

const inside =
  (name: string, more: string): Change =>
  (xml) =>
    xml.replace(`</c:${name}>`, () => `${more}</c:${name}>`);
const before =
  (name: string, more: string): Change =>
  (xml) =>
    xml.replace(`<c:${name}`, () => `${more}<c:${name}`);

describe("what a chart has beyond what the workbench knows is told", () => {
  test.each<[string, Change]>([
    ["a trend", before("cat>", '<c:trendline><c:trendlineType val="linear"/></c:trendline>')],
    [
      "a bar of another colour",
      before("cat>", '<c:dPt><c:idx val="1"/><c:spPr><a:noFill/></c:spPr></c:dPt>'),
    ],
    [
      "a logarithmic axis",
      (xml) => xml.replace(/<c:scaling>(?=<c:orientation val="minMax")/, '<c:scaling><c:logBase val="10"/>'),
    ],
    ["steps of its own", inside("valAx", '<c:majorUnit val="5"/>')],
    ["an axis that is not shown", (xml) => xml.replace('<c:delete val="0"/>', '<c:delete val="1"/>')],
    [
      "an axis on the other side",
      (xml) => xml.replace('<c:crosses val="autoZero"/>', '<c:crosses val="max"/>'),
    ],
    ["no lines across", (xml) => xml.replace(/<c:majorGridlines>.*?<\/c:majorGridlines>/, "")],
    ["a font", (xml) => xml.replace("<a:defRPr ", '<a:defRPr i="1" ')],
    [
      "a title in parts",
      (xml) => xml.replace("<a:t>状态</a:t></a:r>", "<a:t>状</a:t></a:r><a:r><a:t>态</a:t></a:r>"),
    ],
    ["a legend over the marks", (xml) => xml.replace(/(<c:legendPos [^>]*><c:overlay val=)"0"/, '$1"1"')],
    [
      "a table of data",
      (xml) => xml.replace("</c:valAx>", '</c:valAx><c:dTable><c:showKeys val="1"/></c:dTable>'),
    ],
    ["a pattern", before("invertIfNegative", "<c:spPr><a:pattFill prst='pct5'/></c:spPr>")],
    [
      "bars that change their colour",
      (xml) => xml.replace('<c:varyColors val="0"/>', '<c:varyColors val="1"/>'),
    ],
    ["hidden cells drawn too", (xml) => xml.replace('<c:plotVisOnly val="1"/>', '<c:plotVisOnly val="0"/>')],
    ["a name from elsewhere", (xml) => xml.replace("$D$3</c:f>", "$A$1</c:f>")],
    [
      "a series that a filter hides",
      inside(
        "chartSpace",
        '<c:extLst><c:ext uri="x"><c15:filteredBarSeries xmlns:c15="x"/></c:ext></c:extLst>',
      ),
    ],
  ])("%s", async (_, change) => {
    const { workbook, leftOut } = await changed(change);
    expect([workbook.sheets[0]!.state.charts.length, leftOut]).toEqual([
      1,
      ["图表的部分外观和设置 1 个图表"],
    ]);
  });

  test.each<[string, Change]>([
    ["a place between cells", (xml) => xml.replace("<xdr:colOff>0", "<xdr:colOff>300000")],
    [
      "a size that stays",
      (xml) => xml.replace("<xdr:twoCellAnchor>", '<xdr:twoCellAnchor editAs="oneCell">'),
    ],
    ["words of its own for who does not see it", (xml) => xml.replace(/descr="[^"]*"/, 'descr="别的"')],
    ["a link", (xml) => xml.replace(/(<xdr:cNvPr [^>]*)\/>/, '$1><a:hlinkClick r:id="rId9"/></xdr:cNvPr>')],
  ])("%s", async (_, change) => {
    const { workbook, leftOut } = await changed(change, FULL, DRAWING);
    expect([workbook.sheets[0]!.state.charts.length, leftOut]).toEqual([
      1,
      ["图表的部分外观和设置 1 个图表"],
    ]);
  });
});

test.each<[string, Change]>([
  [
    "languages and days",
    (xml) => xml.replace("<c:rounded", '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:rounded'),
  ],
  [
    "a style, as newer programs and as older ones have it",
    (xml) =>
      xml.replace(
        "<c:chart>",
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="c14"><c14:style xmlns:c14="x" val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent><c:chart>',
      ),
  ],
  [
    "a number of its own",
    inside("ser", '<c:extLst><c:ext uri="y"><c16:uniqueId xmlns:c16="x" val="{0}"/></c:ext></c:extLst>'),
  ],
  [
    "where labels are anyway",
    (xml) => xml.replace("<c:showLegendKey", '<c:dLblPos val="ctr"/><c:showLegendKey'),
  ],
  ["how it is printed", inside("chartSpace", "<c:printSettings><c:headerFooter/></c:printSettings>")],
  ["other prefixes", (xml) => xml.replace(/<(\/?)c:/g, "<$1").replace("xmlns:c=", "xmlns=")],
  ["a sheet's name without quotes it does not need", (xml) => xml.replace(/\$/g, "$$")],
])("a chart with %s is the same, and nothing is told", async (_, change) => {
  const chart = { ...FULL, series: FULL.series.map((one) => ({ ...one, labelFormat: "0" })) };
  const file = await written(chart);
  const same = (xml: string): string => (change(xml) === xml ? `${xml} ` : change(xml));
  const { workbook, leftOut } = await opened(edited(file, CHART, same));
  expect([workbook.sheets[0]!.state.charts, leftOut]).toEqual([[chart], []]);
});

const asPie: Change = (xml) => xml.replace(/barChart/g, "pieChart");
test.each<[string, Change]>([
  ["of another kind", asPie],
  ["of shares", (xml) => xml.replace('c:grouping val="stacked"', 'c:grouping val="percentStacked"')],
  [
    "of two kinds",
    (xml) =>
      xml.replace("</c:barChart>", '</c:barChart><c:lineChart><c:grouping val="standard"/></c:lineChart>'),
  ],
  ["with a third axis", (xml) => xml.replace("</c:valAx>", '</c:valAx><c:valAx><c:axId val="3"/></c:valAx>')],
  ["of another sheet", (xml) => xml.replaceAll("'看 板'!", "别表!")],
  ["of another file", (xml) => xml.replaceAll("'看 板'!", "'[1]看 板'!")],
  ["of a name", (xml) => xml.replace(/<c:numRef><c:f>[^<]*/, "<c:numRef><c:f>区域")],
  ["of cells that are gone", (xml) => xml.replace(/<c:numRef><c:f>[^<]*/, "<c:numRef><c:f>'看 板'!#REF!")],
  [
    "of numbers that stand nowhere",
    (xml) => xml.replace(/<c:numRef>.*?<\/c:numRef>/, "<c:numLit><c:ptCount val='0'/></c:numLit>"),
  ],
  ["of whole columns", (xml) => xml.replace(/<c:numRef><c:f>[^<]*/, "<c:numRef><c:f>'看 板'!$D:$D")],
  ["that is damaged", (xml) => xml.slice(0, -30)],
  ["that is something else", () => "<a/>"],
])("a chart %s is left out and told, the rest is read", async (_, change) => {
  const { workbook, leftOut } = await changed(change);
  expect([workbook.sheets[0]!.state.charts, leftOut]).toEqual([[], ["图表 1 个"]]);
  expect(workbook.sheets[0]!.cells[3]![3]).not.toBeNull();
});

test.each<[string, Change, Partial<ChartState>]>([
  [
    "a colour of the theme",
    (xml) =>
      xml.replace(
        "<c:invertIfNegative",
        '<c:spPr><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></c:spPr><c:invertIfNegative',
      ),
    { series: [{ ...FULL.series[0]!, color: "#ED7D31" }, FULL.series[1]!] },
  ],
  [
    "a lighter one",
    (xml) =>
      xml.replace(
        "<c:invertIfNegative",
        '<c:spPr><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr></a:solidFill></c:spPr><c:invertIfNegative',
      ),
    { series: [{ ...FULL.series[0]!, color: "#808080" }, FULL.series[1]!] },
  ],
  [
    "labels of all series",
    before("gapWidth", '<c:dLbls><c:showVal val="1"/></c:dLbls>'),
    { series: FULL.series.map((one) => ({ ...one, labelFormat: "0.0%" })) },
  ],
  [
    "a title from a cell",
    (xml) =>
      xml.replace(
        /<c:rich>.*?<\/c:rich>/,
        "<c:strRef><c:f>'看 板'!$A$1</c:f><c:strCache><c:ptCount val='1'/><c:pt idx='0'><c:v>单元格</c:v></c:pt></c:strCache></c:strRef>",
      ),
    { title: "单元格" },
  ],
  [
    "a legend in a corner",
    (xml) => xml.replace('legendPos val="b"', 'legendPos val="tr"'),
    { legend: "Right" },
  ],
  ["an axis of days", (xml) => xml.replace(/c:catAx>/g, "c:dateAx>"), {}],
])("%s is read as near as it can be", async (_, change, expected) => {
  const chart = { ...FULL, gapWidth: 150 };
  expect(await chartsOf(change, chart)).toEqual([{ ...chart, ...expected }]);
});

test("a single series names its chart, unless that was taken away", async () => {
  const one = { ...simple("Line"), series: [{ values: FULL.series[0]!.values }] };
  const titles = async (change: Change) => (await chartsOf(change, one)).map(({ title }) => title);
  expect(await titles((xml) => xml.replace('autoTitleDeleted val="1"', 'autoTitleDeleted val="0"'))).toEqual([
    "头2,3",
  ]);
  expect(await titles((xml) => `${xml} `)).toEqual([undefined]);
});

test("charts that are called alike have names of their own", async () => {
  const bytes = await written(FULL, { ...FULL, id: "chart-1" }, { ...FULL, id: "chart-2", name: "别的" });
  const { workbook } = await opened(bytes);
  expect(workbook.sheets[0]!.state.charts.map(({ name }) => name)).toEqual(["图表", "图表 2", "别的"]);
});

test.each<[string, string, object]>([
  [
    "from a cell on, so large",
    "<xdr:oneCellAnchor>$1<xdr:ext cx='2057400' cy='571500'/>$2</xdr:oneCellAnchor>",
    { row: 1, column: 4, rows: 3, columns: 3 },
  ],
  [
    "at a place on the sheet",
    "<xdr:absoluteAnchor><xdr:pos x='685800' y='190500'/><xdr:ext cx='685800' cy='190500'/>$2</xdr:absoluteAnchor>",
    { row: 1, column: 1, rows: 1, columns: 1 },
  ],
])("a chart %s lies over the cells that are there", async (_, anchor, position) => {
  const place =
    /<xdr:twoCellAnchor>(<xdr:from>.*?<\/xdr:from>)<xdr:to>.*?<\/xdr:to>(.*?)<\/xdr:twoCellAnchor>/;
  const [chart] = await chartsOf((xml) => xml.replace(place, anchor), FULL, DRAWING);
  expect(chart!.position).toEqual(position);
});

test("a chart that hides behind the last rows and columns is none", async () => {
  const far = await changed((xml) => xml.replace(/<xdr:row>1</, "<xdr:row>1048576<"), FULL, DRAWING);
  expect([far.workbook.sheets[0]!.state.charts, far.leftOut]).toEqual([[], ["图表 1 个"]]);
});

/** How other programs write the same file. */
describe("charts are the same", () => {
  test.each(Object.keys(ODDITIES).filter((name) => name !== "parts of nobody"))("with %s", async (name) => {
    const odd = packed(ODDITIES[name]!(textsOf(await written(FULL))));
    expect((await opened(odd)).workbook.sheets[0]!.state.charts).toEqual([FULL]);
  });
  test.each(Object.keys(ENCODINGS))("in %s", async (name) => {
    const bytes = packed(textsOf(await written(FULL)), ENCODINGS[name]);
    expect((await opened(bytes)).workbook.sheets[0]!.state.charts).toEqual([FULL]);
  });
});

/** Made with openpyxl 3.1.5: stacked bars, lines, a pie, and bars of another sheet. */
test("charts of openpyxl are read", async () => {
  const file = readFileSync(join(__dirname, "../workbook/fixtures/book-charts-openpyxl.xlsx"));
  const { workbook } = await opened(new Uint8Array(file));
  const [bars, lines] = workbook.sheets[0]!.state.charts;
  expect(workbook.sheets.map(({ state }) => state.charts.length)).toEqual([2, 0]);
  const source = { row: 0, column: 0, rows: 4, columns: 3 };
  expect(bars).toMatchObject({
    ...{ type: "BarStacked" satisfies ChartType, title: "状态", legend: "Right", source },
    categories: { reversed: true },
    values: { title: "项" },
    series: [
      { color: "#1F4E9E", values: { row: 1, column: 1, rows: 3, columns: 1 } },
      { values: { column: 2 } },
    ],
    position: { row: 0, column: 4 },
  });
  expect(lines).toMatchObject({ type: "Line", source, position: { row: 15, column: 4 } });
});

test("whatever stands in the parts of charts, the file is read", async () => {
  const texts = textsOf(await written(FULL, { ...simple("Line"), id: "chart-1", name: "二" }));
  const paths = Object.keys(texts).filter((path) => /charts|drawings/.test(path));
  const stranger = fc.constantFrom(
    "",
    "<",
    "</c:ser>",
    "<c:ser/>",
    "<c:val><c:numRef/></c:val>",
    "<c:f>-1</c:f>",
    "<xdr:row>-5</xdr:row>",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.array(fc.tuple(fc.nat(9999), fc.nat(3), stranger), { minLength: 1, maxLength: 4 }),
      async (path, changes) => {
        const pieces = texts[path]!.split(/(?=<)/);
        for (const [place, taken, put] of changes) pieces.splice(place % pieces.length, taken, put);
        const read = await readXlsx(packed({ ...texts, [path]: pieces.join("") }), "YIZHI");
        // as ever, a drawing or a list of relations that is no XML is a damaged file
        if (read.ok || path.includes("charts/"))
          expect(read.ok && read.value.workbook.sheets[0]!.cells.length).toBe(11);
      },
    ),
    { numRuns: 150 },
  );
});
