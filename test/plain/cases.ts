import fc from "fast-check";
import {
  assess,
  auditWords,
  basisOf,
  crossFindings,
  expected,
  gap,
  HEAD_WORDS,
  isNumber,
  outOfBounds,
  progress,
  readActual,
  readEntry,
  readParameters,
  soundNumber,
  STATUSES,
} from "../../src/assessment";
import { type Indicator, indicatorsOf, parsePeriod, type Plan } from "../../src/plan";
import { openPlan } from "../../src/plan/open";
import { isBlank } from "../../src/text";
import builtIn from "../../src/plan/built-in.json";

/** What the head of a form says, and what is typed into its rows. */
export interface Scenario {
  period: string | number;
  tolerance: string | number;
  redline: string | number;
  /** by indicator code */
  rows: Record<string, { actual: unknown; previous: unknown }>;
}

/** The five calculated columns of a row, as the form shows them. */
export interface Shown {
  expected: unknown;
  gap: unknown;
  progress: unknown;
  status: unknown;
  check: unknown;
}

/** The built-in plan with what it lacks: lower is better, milestones on the way, targets of zero, other comparators, ‰ with values below 0. */
export const variedPlan = (): Plan => {
  const raw = structuredClone(builtIn) as unknown as {
    sections: { indicators: Record<string, unknown>[] }[];
  };
  const change = (index: number, fields: Record<string, unknown>): void =>
    void Object.assign(raw.sections[0]!.indicators[index]!, fields);
  const milestone = (year: number, value: number) => ({ year, value, source: "测试" });
  change(1, { label: "某率 (‰)", min: -200, max: 800, baseline: "50", target: "60" });
  change(3, { milestones: [milestone(2022, 58), milestone(2023, 55)] });
  change(6, { direction: "lower", baseline: "55", target: "≤ 42" });
  change(7, { direction: "lower", baseline: "20", target: "< 0" });
  change(8, { direction: "lower", baseline: "30", target: "30" });
  change(10, { direction: "higher", baseline: "-", target: "0" });
  change(11, { direction: "lower", baseline: "XX", target: "10" });
  return openPlan(raw);
};

const NONE = "–";

const findInPlan = (code: string, plan: Plan): Indicator =>
  indicatorsOf(plan).find((indicator) => indicator.code === code)!;

/** What the assessment says of a row: the result a plain formula must give. */
export function assessed(indicator: Indicator, scenario: Scenario, plan: Plan): Shown {
  const { actual, previous } = scenario.rows[indicator.code]!;
  const reading = readActual(actual);
  const period = parsePeriod(scenario.period, plan);
  const parameters = readParameters(scenario.tolerance, scenario.redline);
  const values = (code: string): number =>
    soundNumber(findInPlan(code, plan), { value: scenario.rows[code]!.actual });
  const figure = (value: ReturnType<typeof gap> | null): unknown =>
    reading.kind === "blank" ? "" : value?.ok ? value.value : NONE;
  const valid = isNumber(actual) && !outOfBounds(indicator, actual) ? actual : null;
  const isStated = readEntry({ value: actual }, indicator).kind === "statement";
  const ofNumber = (rule: typeof gap): unknown => {
    if (indicator.type === "words") return isStated ? NONE : "";
    return valid === null ? "" : figure(rule(indicator, valid));
  };
  const status = (): string => {
    if (reading.kind === "blank") return "○ 未填报";
    if (!period.ok) return isBlank(scenario.period) ? HEAD_WORDS.missing : HEAD_WORDS.wrong;
    if (!parameters.ok) return HEAD_WORDS.wrong;
    const { symbol, word } = STATUSES[assess(indicator, actual, period.value, plan, parameters.value).status];
    return `${symbol} ${word}`;
  };
  return {
    expected: figure(period.ok ? expected(indicator, period.value, plan) : null),
    gap: ofNumber(gap),
    progress: ofNumber(progress),
    status: status(),
    check: auditWords(indicator, actual, previous, crossFindings(indicator.code, plan, values)),
  };
}

/** 人工判断 as people write it, surely and not. */
const STATED = [
  ...[
    "已达标",
    "推进中",
    "未达标",
    "已完成",
    " 正在推进",
    "未　完成",
    "基本达标",
    "达标了",
    "已达标。",
    "是",
  ],
];

const near = (x: number): fc.Arbitrary<number> =>
  fc.integer({ min: -8, max: 8 }).map((step) => Number((x + step / 8).toPrecision(12)));

const number = (indicator: Indicator): fc.Arbitrary<number> => {
  const { baseline, target, far } = basisOf(indicator);
  const figures = [baseline, target, far?.target ?? null].filter((one) => one !== null);
  const [from, to] = [Math.min(0, ...figures), Math.max(1, ...figures)];
  const between = fc
    .integer({ min: -300, max: 4000 })
    .map((n) => Number((from + ((to - from) * n) / 1000).toPrecision(12)));
  return fc.oneof(
    { weight: 6, arbitrary: between },
    ...figures.map((x) => ({ weight: 2, arbitrary: near(x) })),
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        0,
        -1,
        0.5,
        0.95,
        1,
        100,
        100.5,
        30.45,
        1.005,
        12345678.9,
        12.1 + 66.1 + 21.8,
      ),
    },
  );
};

/** Text as people paste it: with units, words, full width, stray spaces, and traps. */
export const TEXTS = [
  ...[
    "95%",
    "９５％",
    "约95",
    " 48 ",
    "1,234",
    "１，２３４．５",
    "12,34",
    "1,234,567人",
    "超过60%",
    "大约 3.4 万元",
  ],
  ...["≥60", ">=60", "近百", "未统计", "  ", "\u3000", "-", "－5", "+7", "95%左右", "95多万", "9约5", "1E5"],
  ...[
    "2023-06",
    "1.2.3",
    ".5",
    "5.",
    "95.10",
    "007",
    "12345678901234567890",
    "=1+1",
    "0,123",
    "95 ％ 以上",
    "七",
  ],
  ...["1234,567", "3/4", "*", "?", '"', "九十五"],
  // units, footnote marks, what shows nothing, words for no data
  ...[
    "2万",
    "2万元",
    "3000000元",
    "￥300万元",
    "2亿元",
    "5千",
    "5千元",
    "95‰",
    "百分之95",
    "12名",
    "2万人",
    "1.2万余家",
  ],
  ...[
    "48¹",
    "6①",
    "6①家",
    "48[1]",
    "48（注1）",
    "48(12)",
    "(5)",
    "（48）",
    "*48",
    "※48",
    "48^",
    "48^1",
    "4①8",
    "①",
    "48%⑴",
    "48₁₂",
  ],
  ...["48\u200b", "\ufeff4\u00ad8\u202c", "\u200b", "\u2063\u00a0", "1.23456万", "-5%", "−5", "负5", "120%"],
  ...[
    "无",
    "／",
    "Ｎ／Ａ",
    "n/a",
    "见附注1",
    "详见附件",
    "暂无",
    "未统计2",
    "不适用",
    "…",
    "——",
    "xx",
    "Ⅳ",
    "½",
  ],
];

const entry = (indicator: Indicator): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: indicator.type === "words" ? 40 : 0, arbitrary: fc.constantFrom(...STATED) },
    { weight: 12, arbitrary: number(indicator) },
    { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.boolean() },
  );

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
/** What stands after the year; some are no period. */
export const FORMS = [
  ...[
    "",
    "年",
    "年度",
    "全年",
    "年全年",
    "年上半年",
    "上半年",
    "H1",
    "h2",
    "年下半年",
    "年一季度",
    "年第2季度",
  ],
  ...[
    "第三季",
    "年4季",
    "Q1",
    "年Q2",
    "-Q3",
    "年6月",
    "年1-9月",
    "年1月至11月",
    "年1~8月",
    "年6月30日",
    "-06",
    "/6/30",
  ],
  ...[
    ".12.31",
    "06",
    "年13月",
    "-13",
    "/6/",
    "度",
    "年1-",
    "*",
    "年?",
    "H3",
    "Q5",
    "年第五季度",
    "年6月3",
    "６",
    "－６",
  ],
  ...[
    "年前三季度",
    "年前两个季度",
    "年1-9月份",
    "年1—9月",
    "年1月份到9月",
    "年底",
    "年年末",
    "年终",
    "年六月",
    "年一至九月",
    "年元月",
    "年元月份",
    "年元-9月",
    "年元月份至九月",
    "年元季度",
    "年1O月",
  ],
  ...[
    "年一季度-三季度",
    "Q1-Q3",
    "年前9个月",
    "年前十一个月",
    "年度上半年",
    "年半年度",
    "年中",
    "年上半年末",
    "年下半年度",
  ],
  ...[
    "年6月底",
    "年6月末",
    "年6月份底",
    "年6月30号",
    "年十三月",
    ".1-9",
    "/6-30",
    "年⑥月",
    "①",
    "²",
    "年6月\u200b",
    "\u00a0年\ufeff",
  ],
];
export const ODD_PERIODS = [
  "",
  " ",
  "本年",
  "２０２３年上半年",
  "2023 年 6 月",
  "45107",
  "6/30",
  "1899年",
  "2E+3",
  "202306",
  "2023.1",
  "2023.10",
  "二〇二三年",
  "二○二三年6月",
  "二零二三Q1",
  "二O二三年",
  "二o二三年6月",
  "二Ｏ二三年上半年",
  "二◯二三年",
  "二〇二三年十二月",
  "截至2023年6月底",
  "截止到2023年6月30日止",
  "\u200b",
  "2052年",
];
const period = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.tuple(fc.constantFrom(...YEARS), fc.constantFrom(...FORMS)).map(([y, f]) => `${y}${f}`),
  },
  { weight: 2, arbitrary: fc.constantFrom(...YEARS) },
  { weight: 1, arbitrary: fc.integer({ min: 43000, max: 46500 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...ODD_PERIODS),
  },
);
const parameter = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<string | number>(0, 5, 10, 12.5, 30, 45) },
  { weight: 1, arbitrary: fc.constantFrom<string | number>("", "十", -5, " ") },
);

/** How many statements may stand for a number of last year; none of numbers. */
const also = ({ type }: Indicator): number => (type === "words" ? STATED.length : 0);

/** A whole form filled at random. */
export const scenarios = (indicators: readonly Indicator[]): fc.Arbitrary<Scenario> =>
  fc.record({
    period,
    tolerance: fc.oneof({ weight: 2, arbitrary: fc.constant<string | number>(10) }, parameter),
    redline: fc.oneof({ weight: 2, arbitrary: fc.constant<string | number>(30) }, parameter),
    rows: fc.record(
      Object.fromEntries(
        indicators.map((i) => [
          i.code,
          fc.record({
            actual: entry(i),
            previous: fc.oneof(
              number(i),
              fc.constantFrom<unknown>(
                null,
                "无",
                0,
                420,
                "43%",
                "\u200b",
                "12名",
                -3,
                ...STATED.slice(0, also(i)),
              ),
            ),
          }),
        ]),
      ),
    ),
  });

/** Equal, or the same number but for the last digits of its binary. */
export function same(found: unknown, wanted: unknown): boolean {
  if (typeof found === "number" && typeof wanted === "number")
    return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  return found === wanted;
}
