import { byBureau, DEFAULT_PARAMETERS, laggingRows } from "../../src/assessment";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { indicator, period } from "./samples";

const entry = (code: string, actual: unknown) => ({ code, indicator: indicator(code), actual });
const lagging = (entries: ReturnType<typeof entry>[], parameters = DEFAULT_PARAMETERS): string[] =>
  laggingRows(entries, period("2023年"), plan, parameters).map(({ row, indicator, assessment }) => {
    expect(indicator).toBe(row.indicator);
    return `${row.code} ${assessment.status}`;
  });

test("what lags is listed worst first: severe ones, then by points behind, then as given", () => {
  expect(
    lagging([
      entry("YL05", 99), // 1 % short of what is to be held
      entry("YL07", 48), // 13.8 points behind
      entry("YL08", 50), // 60 points behind
      entry("YL17", 89), // 60 points behind
      entry("YL18", 20.5), // 55 points behind
      entry("YL10", 50), // half of what is to be held
      entry("YL06", 99), // 1 % short
    ]),
  ).toEqual([
    "YL08 severe",
    "YL17 severe",
    "YL18 severe",
    "YL10 severe",
    "YL07 lagging",
    "YL05 lagging",
    "YL06 lagging",
  ]);
});

test("what is met, on schedule, nearly so, not judged, wrong or not reported does not lag", () => {
  const others = [
    ...[entry("YL07", 55), entry("YL07", 49.8), entry("YL07", 49.7), entry("YL16", 0.1)],
    ...[entry("YL03", 1), entry("YL07", "约48"), entry("YL07", 101), entry("YL07", "")],
  ];
  expect(lagging(others)).toEqual([]);
});

test("tolerance and red line as given decide", () => {
  expect(lagging([entry("YL07", 48)], { tolerance: 20, redline: 30 })).toEqual([]);
  expect(lagging([entry("YL07", 48)], { tolerance: 5, redline: 13 })).toEqual(["YL07 severe"]);
});

test("entries are grouped by bureau under its one name, a joint indicator under each of its bureaus", () => {
  const of = (id: string, ...bureaus: string[]) => ({ id, indicator: { bureaus } });
  const rows = [
    of("a", "市教育体育局", "市卫健委"),
    of("b", "市民政局"),
    of("c", "市教体局", "市教育体育局"),
    of("d", "市气象局"),
    of("e", "市卫健委"),
  ];
  expect(byBureau(rows, plan).map(({ bureau, rows }) => [bureau, rows.map(({ id }) => id)])).toEqual([
    ["市教体局", ["a", "c"]],
    ["市卫健委", ["a", "e"]],
    ["市民政局", ["b"]],
    ["市气象局", ["d"]],
  ]);
  expect(byBureau([], plan)).toEqual([]);
});
