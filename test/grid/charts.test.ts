import { areaAddress, categoriesOf, type Chart, headerOf, readArea, seriesColor } from "../../src/grid";

const chart = (source: string, values: string[], seriesIn?: "rows"): Chart => ({
  name: "看板",
  type: "BarStacked",
  source: readArea(source)!,
  series: values.map((address) => ({ values: readArea(address)! })),
  position: readArea("H1:K9")!,
  ...(seriesIn && { seriesIn }),
});

test.each<[what: string, one: Chart, headers: (string | null)[], categories: string | null]>([
  ["columns with names above and left", chart("A2:C5", ["B3:B5", "C3:C5"]), ["B2", "C2"], "A3:A5"],
  ["some columns of a table", chart("A2:D5", ["B3:B5", "D3:D5"]), ["B2", "D2"], "A3:A5"],
  ["columns without names above", chart("A3:C5", ["B3:B5", "C3:C5"]), [null, null], "A3:A5"],
  ["columns without names left", chart("B2:C5", ["B3:B5", "C3:C5"]), ["B2", "C2"], null],
  ["rows", chart("A2:C4", ["B3:C3", "B4:C4"], "rows"), ["A3", "A4"], "B2:C2"],
  ["rows without names", chart("B3:C4", ["B3:C3", "B4:C4"], "rows"), [null, null], null],
  ["nothing left", chart("A1:C1", []), [], null],
])("series and categories are named by the cells beside them: %s", (_, one, headers, categories) => {
  const address = (area: ReturnType<typeof headerOf>): string | null => area && areaAddress(area);
  expect(one.series.map((series) => address(headerOf(one, series)))).toEqual(headers);
  expect(address(categoriesOf(one))).toBe(categories);
});

test("series without a colour have one each, and again from the first", () => {
  expect(seriesColor({ color: "#C00000" }, 3)).toBe("#C00000");
  expect(seriesColor({}, 6)).toBe(seriesColor({}, 0));
  expect(seriesColor({}, 1)).not.toBe(seriesColor({}, 0));
});
