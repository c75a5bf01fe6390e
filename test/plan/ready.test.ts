import { readFileSync } from "fs";
import { type Indicator, indicatorsOf } from "../../src/plan";
import { openPlan } from "../../src/plan/open";
import { NATION_2030 } from "../../src/plan/ready";
import { openPlanSheets, planSheetIssueWords, planSheetLayouts } from "../../src/sheets/plan";

interface PrintedRow {
  section: string;
  number: number;
  label: string;
  baseline: string;
  /** the target year's cell, or that of 年均/累计 where it says none */
  target: string;
  attribute: string;
}

const printed = readFileSync("test/plan/printed-nation-2030.tsv", "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line): PrintedRow => {
    const [section, number, label, baseline, target, growth, attribute] = line.split("\t");
    const own = target === "" || target === "—" ? growth : target;
    return {
      section,
      number: Number(number),
      label,
      baseline,
      target: own || target,
      attribute,
    } as PrintedRow;
  });

const plan = async () => openPlan(await NATION_2030.load());

/** Rows of the table: indicators that are printed in one row are one. */
const rowsOf = (indicators: readonly Indicator[]): Indicator[][] => {
  const rows = new Map<number, Indicator[]>();
  for (const one of indicators) rows.set(one.number, [...(rows.get(one.number) ?? []), one]);
  return [...rows.values()];
};

test("国家“十五五”主要指标 has every printed cell of the table, to the letter", async () => {
  const opened = await plan();
  const rows = opened.sections.flatMap(({ field, indicators }) =>
    rowsOf(indicators).map((row): PrintedRow => ({
      section: field,
      number: row[0]!.number,
      // 每千人口拥有 stands once before both
      label: row.map(({ label }, i) => (i === 0 ? label : label.replace("每千人口拥有", ""))).join("、"),
      baseline: row[0]!.baseline.text,
      target: row.map(({ target }) => target.text).join("、"),
      attribute: row[0]!.attribute ?? "",
    })),
  );
  expect(rows).toEqual(printed);
});

test("its targets are judged as they are meant, and what was not seen is not judged", async () => {
  const indicators = indicatorsOf(await plan());
  const of = (type: Indicator["type"]): string[] =>
    indicators.filter((one) => one.type === type).map(({ code }) => code);
  expect(of("words")).toEqual(["JJ01", "MS08"]);
  expect(of("cumulative")).toEqual(["MS12", "LS14"]);
  expect(of("average")).toEqual(["CX04"]);
  expect(of("none")).toEqual(["JJ02"]);
  expect(indicators.filter(({ direction }) => direction === "lower").map(({ code }) => code)).toEqual([
    "MS07",
    "LS16",
  ]);
  const unseen = indicators.filter(({ type }) => type === "none");
  for (const { note } of unseen) expect(note).toContain("没有见到");
});

test("it says where it comes from", async () => {
  const { indicatorTable, place, baselineYear, targetYear } = await plan();
  expect([place.name, place.whole, baselineYear, targetYear]).toEqual(["全国", "全国", 2025, 2030]);
  expect(indicatorTable.source).toContain("据公开报道");
});

test("on a workbook's sheets it is the same plan", async () => {
  const opened = await plan();
  const grids = planSheetLayouts(opened).map(({ name, cells }) => {
    const values = cells.map((row) => row.map((cell) => cell ?? ""));
    return { name, grid: { row: 0, column: 0, values, formulas: values } };
  });
  const [indicators, tasks, bureaus] = grids;
  const read = openPlanSheets({ indicators: indicators!, tasks, bureaus });
  expect(read.ok ? read.value.sections : read.issue.map(planSheetIssueWords)).toEqual(opened.sections);
});
