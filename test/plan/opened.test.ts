import {
  canonicalName,
  findBureau,
  indicatorsOf,
  indicatorsOfBureau,
  isWhole,
  tasksOfBureau,
} from "../../src/plan";
import printed from "../../src/plan/built-in.json";
import { openPlan } from "../../src/plan/open";

type Fields = Record<string, unknown>;
type Draft = Fields & { sections: { indicators: Fields[] }[]; tasks: Fields[] };

/** The built-in plan with three indicators, opened anew after a change. */
const opened = (change: (draft: Draft) => void = () => undefined) => {
  const draft = structuredClone(printed) as unknown as Draft;
  delete draft.example;
  delete draft.checks;
  draft.sections = draft.sections.slice(0, 1);
  draft.sections[0]!.indicators = draft.sections[0]!.indicators.slice(0, 3);
  change(draft);
  return openPlan(draft);
};
const indicator = (fields: Fields) => (draft: Draft) =>
  void Object.assign(draft.sections[0]!.indicators[0]!, fields);
const first = (fields: Fields) => indicatorsOf(opened(indicator(fields)))[0]!;

const bureaus = (draft: Draft): void => {
  draft.place = "寿县";
  draft.bureaus = [
    { name: "县教体局", aliases: ["县教育体育局"] },
    { name: "县民政局" },
    { name: "信访局" },
    { name: "县信访局" },
  ];
  draft.tasks = [
    { number: 1, text: "一", responsible: "县民政局、县教育体育局" },
    { number: 2, text: "二", responsible: "县教育体育局、县教体局" },
  ];
  const [one, two, three] = draft.sections[0]!.indicators;
  Object.assign(one!, { responsible: "县民政局" });
  Object.assign(two!, { responsible: "县教育体育局、县民政局" });
  Object.assign(three!, { responsible: "县教体局" });
};

test.each([
  ["县教体局", "县教体局"],
  ["县教育体育局", "县教体局"],
  ["寿县教育体育局", "县教体局"],
  ["教体局", "县教体局"],
  [" 寿县 民政局 ", "县民政局"],
  // each by its own name, though either could be called so
  ["信访局", "信访局"],
  ["县信访局", "县信访局"],
  // and what both could be called is neither
  ["寿县信访局", "寿县信访局"],
  ["县气象局", "县气象局"],
])("in a county's plan %j is %s", (name, canonical) =>
  expect(canonicalName(name, opened(bureaus))).toBe(canonical),
);

test("a bureau has what it answers for, under whichever of its names, once each; another has nothing", () => {
  const plan = opened(bureaus);
  const of = (name: string) => {
    const found = findBureau(name, plan);
    if (!found.ok) throw new Error(name);
    return [
      indicatorsOfBureau(found.value, plan).map((i) => i.code),
      tasksOfBureau(found.value, plan).map((t) => t.number),
    ];
  };
  expect(of("县教体局")).toEqual([
    ["YL02", "YL03"],
    [1, 2],
  ]);
  expect(of("县民政局")).toEqual([["YL01", "YL02"], [1]]);
  expect(of("信访局")).toEqual([[], []]);
});

test("全县 stands for all of a county, and no bureau does", () => {
  const plan = opened(bureaus);
  expect(["全县", " 全 县", "全市", "县民政局", ""].map((text) => isWhole(text, plan))).toEqual([
    ...[true, true, false, false, false],
  ]);
});

test.each<[string, (draft: Draft) => void, string]>([
  [
    "the first that has a way to go",
    (d) => Object.assign(d.sections[0]!.indicators[2]!, { baseline: "5", target: "8" }),
    "YL03",
  ],
  ["the first of all where none has", () => undefined, "YL01"],
  ["not one without a baseline", indicator({ baseline: "-" }), "YL01"],
  [
    "not one without a target",
    (d) => {
      const [one, two] = d.sections[0]!.indicators;
      Object.assign(one!, { baseline: "50", target: "XX" });
      Object.assign(two!, { baseline: "50", target: "60" });
    },
    "YL02",
  ],
  [
    "not one without a baseline where another has a way to go",
    (d) => {
      const [one, two] = d.sections[0]!.indicators;
      Object.assign(one!, { baseline: "-", target: "60" });
      Object.assign(two!, { baseline: "50", target: "60" });
    },
    "YL02",
  ],
  ["the one that is stated", (d) => (d.example = "YL02"), "YL02"],
])("examples are made of %s", (_, change, code) => expect(opened(change).example.code).toBe(code));

test("heads are the years where the file has none of its own", () => {
  const table = { title: "甲", source: "乙" };
  expect(opened((d) => (d.indicatorTable = table)).indicatorTable).toEqual({
    ...table,
    baselineHeader: "2020年",
    targetHeader: "2025年(目标)",
  });
  const own = { ...table, baselineHeader: "现状", targetHeader: "目标" };
  expect(opened((d) => (d.indicatorTable = own)).indicatorTable).toEqual(own);
});

test("a stage is there only where it is printed", () => {
  expect(opened().stage).toBe("征求意见稿");
  expect(opened((d) => delete d.stage)).not.toHaveProperty("stage");
});

test.each<[string, Fields, Fields]>([
  ["inferred of a rate", {}, { min: 0, max: 100 }],
  ["stated", { min: -5, max: 120 }, { min: -5, max: 120 }],
])("bounds are as %s", (_, fields, bounds) => expect(first(fields)).toMatchObject(bounds));

test("a bound stated as none is none", () => {
  expect(first({ min: null })).not.toHaveProperty("min");
  expect(first({ max: null })).not.toHaveProperty("max");
});

test.each<[string, (draft: Draft) => void, string]>([
  ["bounds that leave nothing", indicator({ min: 100 }), "YL01 的下限 100 不小于上限 100"],
  ["bounds the wrong way round", indicator({ min: 5, max: 3 }), "YL01 的下限 5 不小于上限 3"],
  ["a part of what is not there", indicator({ partOf: "YL99" }), "YL01 所属的指标 YL99 不在计划中"],
  ["an example that is not there", (d) => (d.example = "YL99"), "举例的指标 YL99 不在计划中"],
])("%s: the plan does not open", (_, change, fault) => expect(() => opened(change)).toThrow(fault));

test("a part of another indicator is one", () => expect(first({ partOf: "YL02" }).partOf).toBe("YL02"));

test("an opened plan is not to be changed, however deep", () => {
  const plan = opened();
  const one = indicatorsOf(plan)[0]!;
  for (const part of [plan, plan.sections, one, one.bureaus, one.target.notation, plan.bureaus[0]])
    expect(Object.isFrozen(part)).toBe(true);
});
