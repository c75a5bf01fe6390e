import fc from "fast-check";
import { indicatorsOf, type Plan, TARGET_TYPES, type TargetType } from "../../../src/plan";
import { openPlan } from "../../../src/plan/open";
import { openPlanSheets, planSheetIssueWords } from "../../../src/sheets/plan";
import { planGrids } from "./grids";

/* What a plan's file opens with must open from its sheets, however its targets are printed. */

interface Printed {
  target: string;
  baseline?: string;
  unit?: string;
  type?: TargetType;
  direction?: "higher" | "lower";
  within?: number;
}

/** Null where the file itself is refused. */
function planWith({ baseline = "50", unit = "%", ...said }: Printed): Plan | null {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  try {
    return openPlan({
      ...{ id: "jia", version: "1", name: "甲规划", place: "寿县", baselineYear: 2025, targetYear: 2030 },
      ...{ indicatorTable: { title: "甲", source: "甲" }, taskTable: { title: "甲", source: "甲" } },
      ...{ tasks: [], bureaus: [{ name: "县民政局" }] },
      sections: [
        {
          ...{ title: "养老", field: "养老" },
          indicators: [
            { code: "A01", label: "托育", unit, baseline, responsible: "县民政局", milestones: [], ...given },
          ],
        },
      ],
    });
  } catch {
    return null;
  }
}

function targetFromSheets(plan: Plan): unknown {
  const read = openPlanSheets(planGrids(plan));
  if (!read.ok) return read.issue.map(planSheetIssueWords);
  const [{ target, type, direction }] = indicatorsOf(read.value) as [ReturnType<typeof indicatorsOf>[0]];
  return { target, type, direction };
}
const targetOf = (plan: Plan): unknown => {
  const [{ target, type, direction }] = indicatorsOf(plan) as [ReturnType<typeof indicatorsOf>[0]];
  return { target, type, direction };
};

const ODD = [
  ...["1:1.25", "A档", "40%±1%", "分别增长7%、8%左右", "8%左右", "12,50", "#REF!", "6000（其中公办4000）"],
  ...[
    "2028年底",
    "突破千亿元",
    "≯55%",
    "55-60之间",
    "99.98%（城市）、99.9%（农村）",
    "倍增",
    "1.5E+03",
    "95.",
  ],
  ...[
    "+5",
    "二十家",
    "高于GDP增速0.5个百分点",
    "3.7、5.1",
    "五百多",
    "标准不低于3480元/年",
    "〔18〕",
    ">",
    "",
  ],
];

test.each(ODD.flatMap((target) => (["words", "none"] as const).map((type) => [target, type] as const)))(
  "“%s” that is %s opens, from its file and from its sheets",
  (target, type) => {
    const plan = planWith({ target, type });
    expect(plan && targetOf(plan)).toMatchObject({ type, target: { text: target } });
    expect(targetFromSheets(plan!)).toEqual(targetOf(plan!));
  },
);

const PARTS = [
  ...[
    "较2025年",
    "力争",
    "不低于",
    "达到",
    "年均",
    "累计",
    "增长",
    "下降",
    "提高",
    "左右",
    "以上",
    "以内",
    "约",
  ],
  ...[
    "≥",
    "<",
    "±",
    "%",
    "个百分点",
    "倍",
    "万",
    "元",
    "张",
    "-",
    "~",
    "—",
    "、",
    "，",
    "（",
    "）",
    "〔",
    "〕",
  ],
  ...["1", "5", "30", "60", "7.5", "1,000", "2030年", ".", ":", "+", "XX", "E", "二十", "其中", " "],
];
const damaged = fc.record({
  target: fc.oneof(
    fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")),
    fc.constantFrom(...ODD),
  ),
  baseline: fc.constantFrom("50", "-", "XX", "0", "12张", "1:3"),
  unit: fc.constantFrom("%", "", "元", "万元", "张/千人", "倍"),
  type: fc.constantFrom(undefined, ...(Object.keys(TARGET_TYPES) as TargetType[])),
  direction: fc.constantFrom(undefined, "higher" as const, "lower" as const),
  within: fc.constantFrom(undefined, undefined, 5),
});

test("every plan that opens from its file opens alike from its sheets", () => {
  fc.assert(
    fc.property(damaged, (printed) => {
      const plan = planWith(printed);
      if (plan) expect(targetFromSheets(plan)).toEqual(targetOf(plan));
    }),
    { numRuns: 1500 },
  );
});
