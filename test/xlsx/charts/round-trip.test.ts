import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { CHART_TYPES, seriesColor, type ChartState, type ChartType, usualOverlap } from "../../../src/grid";
import { writeWorkbook } from "../../../src/xlsx";
import { writeXlsx } from "../../../src/xlsx/workbook";
import { treeOf } from "../../../src/xlsx/workbook/charts/tree";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";
import { restore } from "../../../src/workbench/engine/restore";
import { takeSnapshot } from "../../../src/workbench/engine/snapshot";
import { mixedDashboard } from "../../dashboard/mixed";
import { opened, part } from "../workbook/made";
import { charts, headerText, SHEET, simple, written } from "./charts";
import { faults } from "./schema";

const partsOf = (bytes: Uint8Array, path: RegExp): string[] =>
  Object.entries(unzipSync(bytes)).flatMap(([name, bytesOf]) =>
    path.test(name) ? [strFromU8(bytesOf)] : [],
  );
const faultsIn = (bytes: Uint8Array): string[] =>
  partsOf(bytes, /xl\/(?:charts\/chart|drawings\/drawing)\d+\.xml$/).flatMap((xml) =>
    treeOf(xml).children.flatMap((root) => faults(root)),
  );
const readBack = async (bytes: Uint8Array): Promise<readonly ChartState[]> =>
  (await opened(bytes)).workbook.sheets[0]!.state.charts;

/** Charts with ids as they are read, and names that no other has. */
const apart = (all: readonly ChartState[]): ChartState[] =>
  all.map((one, i) => ({ ...one, id: `chart-${i}`, name: `${i} ${one.name}` }));

test("any charts are the same when their file is read again: nothing is left out, and the file is as the schemas say", () =>
  fc.assert(
    fc.asyncProperty(fc.array(charts, { minLength: 1, maxLength: 3 }), async (some) => {
      const all = apart(some);
      const bytes = await written(...all);
      expect(faultsIn(bytes)).toEqual([]);
      const { workbook, leftOut } = await opened(bytes);
      expect(workbook.sheets[0]!.state.charts).toEqual(all);
      expect(leftOut).toEqual([]);
    }),
    { numRuns: 60 },
  ));

test.each(CHART_TYPES.map((type) => [type]))(
  "%s of which nothing more is said comes back",
  async (type: ChartType) => {
    const chart = simple(type);
    expect(await readBack(await written(chart))).toEqual([chart]);
  },
);

test("a series that is named as its header goes on following it", async () => {
  const chart = simple("BarStacked");
  const [first, second] = chart.series;
  const named = [
    { ...first!, name: headerText(2, 3) },
    { ...second!, name: "别的" },
  ];
  const bytes = await written({ ...chart, series: named });
  const [xml] = partsOf(bytes, /charts\/chart1\.xml$/);
  expect(xml).toContain(`<c:tx><c:strRef><c:f>'${SHEET}'!$D$3</c:f>`);
  expect(xml).toContain("<c:tx><c:v>别的</c:v></c:tx>");
  expect((await readBack(bytes))[0]!.series).toEqual([first, { ...second!, name: "别的" }]);
});

test("what the cells held last stands beside the references, for programs that do not look there", async () => {
  const [xml] = partsOf(await written(simple("Line")), /charts\/chart1\.xml$/);
  expect(xml).toContain(`<c:ptCount val="3"/><c:pt idx="0"><c:v>${headerText(3, 2)}</c:v></c:pt>`);
  expect(xml).toContain(
    '<c:numCache><c:formatCode>0.0%</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>30.75</c:v></c:pt>',
  );
});

test("whoever does not see a chart reads what it is about and which table says the same", async () => {
  const bytes = await written({ ...simple("Line"), title: "进度" });
  expect(part(bytes, "xl/drawings/drawing1.xml")).toContain(`descr="图：进度，数据见'${SHEET}'!C3:E6"`);
});

test("the file lists the parts of its charts, and the sheet refers to them where the schema has it", async () => {
  const bytes = await written(simple("Line"), { ...simple("BarStacked"), id: "chart-1", name: "二" });
  const types = part(bytes, "[Content_Types].xml");
  for (const path of ["drawings/drawing1", "charts/chart1", "charts/chart2"])
    expect(types).toContain(`PartName="/xl/${path}.xml"`);
  expect(part(bytes, "xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="../drawings/drawing1.xml"');
  const [worksheet] = treeOf(part(bytes, "xl/worksheets/sheet1.xml")).children;
  const order = worksheet!.children.map(({ name }) => name);
  expect(order.slice(order.indexOf("sheetData") + 1).join()).toMatch(/pageSetup(,headerFooter)?,drawing$/);
});

test("series without a colour of their own have in the file the colours of the workbench", async () => {
  const theme = part(await written(simple("Line")), "xl/theme/theme1.xml");
  const accents = [...theme.matchAll(/<a:accent\d>\s*<a:srgbClr val="(\w+)"\/>/g)].map(
    ([, color]) => `#${color}`,
  );
  expect(accents).toEqual([0, 1, 2, 3, 4, 5].map((i) => seriesColor({}, i)));
});

test("a workbook without charts has no part of them", async () => {
  expect(Object.keys(unzipSync(await written())).filter((path) => /drawing|chart/.test(path))).toEqual([]);
});

test("the dashboard's file has its charts as the layout says them", async () => {
  const layout = mixedDashboard();
  const properties = { title: "", subject: "", keywords: "", description: "" };
  const bytes = await writeWorkbook({ sheets: [layout], properties, created: new Date(0) });
  expect(faultsIn(bytes)).toEqual([]);
  // a name that is the header's is none of its own, and stacked bars lie over each other without being told
  const named = layout.charts!.map(({ series, overlap, ...chart }, i) => ({
    ...chart,
    ...(overlap !== usualOverlap(chart.type) || overlap === 0 ? { overlap } : {}),
    id: `chart-${i}`,
    seriesIn: "columns",
    series: series.map(({ name: _name, ...one }) => one),
  }));
  const { workbook, leftOut } = await opened(bytes);
  expect(workbook.sheets[0]!.state.charts).toEqual(named);
  expect(leftOut).toEqual([]);
});

test("charts of an opened file stand in the workbench and in what is exported from there", async () => {
  const all = apart([simple("BarClustered"), simple("LineMarkers")]);
  const { workbook } = await opened(await written(...all));
  const engine = createHeadlessEngine();
  restore(engine, takeSnapshot(engine), workbook);
  const shown = takeSnapshot(engine);
  const unnumbered = (charts: readonly ChartState[]) => charts.map(({ id: _id, ...chart }) => chart);
  const ofSheet = shown.sheets.find(({ name }) => name === SHEET)!.state.charts;
  expect(unnumbered(ofSheet)).toEqual(unnumbered(all));
  expect(await readBack(await writeXlsx(shown, "YIZHI"))).toEqual(all);
});

describe("the table of the schemas", () => {
  const xml = async (): Promise<string> =>
    partsOf(await written(simple("BarStacked")), /charts\/chart1\.xml$/)[0]!;
  const faultsOf = (changed: string): string[] => treeOf(changed).children.flatMap((root) => faults(root));

  test.each([
    ["elements in another order", (text: string) => text.replace(/(<c:idx [^>]*>)(<c:order [^>]*>)/, "$2$1")],
    ["an element that is not known", (text: string) => text.replace("<c:layout/>", "<c:layout/><c:colour/>")],
    ["an element that is lost", (text: string) => text.replace(/<c:barDir [^>]*>/, "")],
    ["a value that is none", (text: string) => text.replace('c:barDir val="bar"', 'c:barDir val="lying"')],
  ])("finds %s", async (_, change) => {
    const whole = await xml();
    expect(change(whole)).not.toBe(whole);
    expect([faultsOf(whole), faultsOf(change(whole)).length]).toEqual([[], 1]);
  });
});
