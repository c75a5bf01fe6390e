import { bureauIndex, type Indicator, indicatorIndex, type Plan } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { change, meant, range, value, words } from "../assessment/samples";

/** The built-in plan with targets of every other type in place of its own. */
export const typedPlan = (): Plan => {
  const [first] = plan.sections;
  const lower = { direction: "lower" } as const;
  const typed: Indicator[] = [
    meant("4.5%至5%", "range", range(4.5, 5), { unit: "%", attribute: "约束性", lead: "市发展改革委" }),
    meant("4.5%至5%", "range", range(4.5, 5), { baseline: "3.9", unit: "%" }),
    meant("4.5至5", "range", range(4.5, 5), { baseline: "6", max: 40 }),
    meant("0至5", "range", range(0, 5), {
      baseline: "-8",
      milestones: [{ year: 2023, value: -2 }],
    }),
    meant("-3至0", "range", range(-3, 0), { baseline: "-1" }),
    meant("〔17〕", "cumulative", value(17), { unit: "%", min: 0 }),
    meant("〔-6〕", "cumulative", value(-6), { ...lower, milestones: [{ year: 2022, value: -5 }] }),
    meant("≤500", "cumulative", value(500, "≤"), { baseline: "700", ...lower }),
    meant(">7", "average", value(7, ">"), { baseline: "9.1", unit: "%" }),
    meant("0", "average", value(0), { baseline: "0.1", ...lower }),
    meant("下降18%", "change", change(-18, "percent"), { baseline: "14.1", ...lower }),
    meant("提高6个百分点", "change", change(6, "unit"), { baseline: "68", unit: "%" }),
    meant("1.3倍以内", "change", change(1.3, "times", "≤"), { baseline: "100", ...lower }),
    meant("下降30%", "change", change(-30, "percent"), { unit: "吨", ...lower }),
    meant("提高6个百分点", "change", change(6, "unit"), { unit: "百分点" }),
    meant("1.3倍以内", "change", change(1.3, "times", "≤"), { unit: "吨", ...lower }),
    meant("2万元以上，力争2.2万元", "level", value(20000, "≥", 22000), { baseline: "10874", unit: "元" }),
    meant("100", "level", value(100), { baseline: "119.6", unit: "万吨" }),
    meant("1.7", "level", value(1.7), {
      unit: "万张",
      milestones: [
        { year: 2022, value: 1.2 },
        { year: 2023, value: 1.35 },
      ],
    }),
    meant("0", "level", value(0), { ...lower, milestones: [{ year: 2022, value: 9 }] }),
    meant("5", "level", value(5), { baseline: "≥ 2", milestones: [{ year: 2023, value: 0 }] }),
    meant("持续提高", "words", words, { unit: "" }),
    meant("完成国家下达任务", "words", words, { unit: "", baseline: "3" }),
    meant("无任务", "none", { kind: "none" }),
  ].map((indicator, i) => ({
    ...indicator,
    code: `LX${i + 1}`,
    name: `某数${i + 1}`,
    label: `某数${i + 1}`,
  }));
  return {
    ...plan,
    sections: [{ ...first!, indicators: typed }],
    example: typed[5]!,
    index: {
      indicators: indicatorIndex(typed),
      ...bureauIndex(plan.bureaus, plan.place, typed, plan.tasks),
    },
  };
};
