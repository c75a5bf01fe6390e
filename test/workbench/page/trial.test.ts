import * as fc from "fast-check";
import { audit, LEVELS, STATUSES, type Status, statusOf, TRIAL_MARK } from "../../../src/assessment";
import { type Indicator, indicatorsOf, parsePeriod, type Plan } from "../../../src/plan";
import { builtInPlan as plan } from "../../../src/plan/built-in";
import builtIn from "../../../src/plan/built-in.json";
import { openPlan } from "../../../src/plan/open";
import { NATION_2030 } from "../../../src/plan/ready";
import { trialEntries } from "../../../src/workbench/page/trial";

/** What the entries give on the form, row by row. */
function shown(of: Plan, given?: string): { indicator: Indicator; status: Status; levels: string[] }[] {
  const { period, entries } = trialEntries(of, undefined, given);
  const read = parsePeriod(period, of);
  if (!read.ok) throw new Error(period);
  return indicatorsOf(of).map((indicator) => {
    const entry = entries.get(indicator.code);
    return {
      indicator,
      status: statusOf(indicator, read.value, of)(entry?.actual),
      levels: audit(indicator, entry?.actual, entry?.previous).map(({ level }) => level),
    };
  });
}

// the built-in plan has no target in words
const OF_NUMBERS = Object.keys(STATUSES).filter((status) => !["inProgress", "notMet"].includes(status));

test.each(OF_NUMBERS)("the built-in plan's trial shows %s", (status) => {
  expect(shown(plan).map((row) => row.status)).toContain(status);
});

test.each(LEVELS)("the built-in plan's trial has a few findings of level %s", (level) => {
  const count = shown(plan).flatMap(({ levels }) => levels.filter((one) => one === level)).length;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(6);
});

test("a joint indicator lags", () => {
  const lagging = shown(plan).filter(({ status }) => STATUSES[status].lagging);
  expect(lagging.some(({ indicator }) => indicator.bureaus.length > 1)).toBe(true);
});

test("every row that is filled says that it is a trial, and the same comes out every time", () => {
  const { entries } = trialEntries(plan);
  for (const { explanation } of entries.values()) expect(explanation).toBe(TRIAL_MARK);
  expect(trialEntries(plan)).toEqual(trialEntries(plan));
});

test("a 报告期 that stands there is kept; one that cannot be read counts as none", () => {
  expect(trialEntries(plan, undefined, "2022年上半年").period).toBe("2022年上半年");
  expect(trialEntries(plan, undefined, "去年").period).toBe(trialEntries(plan).period);
});

/** Plans of other numbers, directions and years. */
const other = fc
  .record({
    lower: fc.boolean(),
    years: fc.integer({ min: 1, max: 10 }),
    figures: fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 })), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ lower, years, figures }): Plan => {
    const value = (number: number) => ({
      text: String(number),
      notation: { kind: "value" as const, comparator: null, value: number },
    });
    const [model] = indicatorsOf(plan);
    const indicators = figures.map(([baseline, target], i): Indicator => ({
      ...model!,
      code: `AA${String(i).padStart(2, "0")}`,
      baseline: value(baseline),
      target: value(target),
      direction: lower ? "lower" : "higher",
      max: undefined,
      milestones: [],
    }));
    const [section] = plan.sections;
    return { ...plan, targetYear: plan.baselineYear + years, sections: [{ ...section!, indicators }] };
  });

test("any plan: each indicator has the status meant for it or another that it can have, within its bounds", () => {
  fc.assert(
    fc.property(other, (of) => {
      const rows = shown(of);
      const typed = trialEntries(of).entries;
      for (const { indicator, status } of rows) {
        const actual = typed.get(indicator.code)?.actual;
        if (typeof actual === "number") expect(status).not.toBe("invalid");
        expect(actual === undefined).toBe(status === "missing");
      }
    }),
  );
});

const NO_SUCH = { bureaus: [], tasks: [], checks: [], stage: undefined, example: undefined };
/** A plan with targets of every type, each thrice, for three statuses of each. */
const everyType = openPlan({
  ...builtIn,
  ...NO_SUCH,
  id: "every-type",
  sections: [
    {
      title: "",
      field: "",
      indicators: [
        { name: "床位数", unit: "张", baseline: "100", target: "200" },
        { name: "死亡率", unit: "‰", baseline: "9", target: "6" },
        { name: "配比", unit: "个", baseline: "1", target: "2-3" },
        { name: "水质", unit: "分", baseline: "20", target: "15左右", type: "range", within: 5 },
        { name: "五年累计新增", unit: "万人", baseline: "-", target: "〔18〕" },
        { name: "产值年均增速", unit: "%", baseline: "5", target: "年均增长7%" },
        { name: "能耗", unit: "万吨", baseline: "80", target: "较2020年下降30%" },
        { name: "排放量下降", unit: "%", baseline: "-", target: "〔17〕" },
        { name: "入户率", unit: "%", baseline: "", target: "85" },
        { name: "服务水平", unit: "", baseline: "", target: "持续提高" },
        { name: "未公布", unit: "%", baseline: "XX", target: "XX" },
      ].flatMap(({ name, ...rest }, i) =>
        ["甲", "乙", "丙"].map((part, j) => ({ code: `ZB${3 * i + j}`, label: name + part, ...rest })),
      ),
    },
  ],
});

test("targets of every type are filled in, as their statuses can be, and nothing is refused but what is meant to be", () => {
  const rows = shown(everyType);
  const statuses = new Set(rows.map(({ status }) => status));
  expect([...statuses].sort()).toEqual(Object.keys(STATUSES).sort());
  const typed = trialEntries(everyType).entries;
  for (const { indicator, status, levels } of rows) {
    const { actual } = typed.get(indicator.code) ?? {};
    if (status !== "invalid") expect([indicator.code, ...levels]).not.toContain("强制");
    if (indicator.type === "words") expect(["已达标", "推进中", "未达标"]).toContain(actual);
  }
});

test("国家“十五五”主要指标 shows what is met, what is under way and what lags, and its words as words", async () => {
  const nation = openPlan(await NATION_2030.load());
  const rows = shown(nation);
  expect(trialEntries(nation).period).toBe("2028年");
  const words = (status: Status): string => STATUSES[status].word;
  expect([...new Set(rows.map(({ status }) => words(status)))]).toEqual(
    expect.arrayContaining(["已达标", "达到序时", "基本达到", "滞后", "推进中", "无基期", "不评价"]),
  );
});
