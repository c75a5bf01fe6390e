import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openPlan } from "../../src/plan/open";
import { indicatorsOf, parsePeriod, type Plan, timeShare } from "../../src/plan";
import { progress } from "../../src/assessment";
import { decimalsOf, fixed } from "../../src/text";
import { MIDTERM, placesOf, SCHEDULE, type Summary, tallyOf, type Vocabulary } from "../../src/summary";
import { summaryWith } from "../summary/held";

/*
 * Bulletins as they were published: from the targets, results and counts that they print, what they print of rates, shares,
 * totals and places is reckoned again. Where both differ the case names what is right, and the test shows by multiplying
 * that what is printed is not. Adding a file adds a test.
 */

/** Targets to be reached within a year, with what is done of each and the rate that is printed. */
interface Rates {
  about: string;
  year: number;
  period: string;
  rates: [name: string, unit: string, target: number, actual: number, printed: string][];
  /** by name: the rate that is right where another is printed */
  wrong: Record<string, string>;
}

/** How many indicators are in each class, and the share that is printed. */
interface Counts {
  about: string;
  vocabulary: Vocabulary["id"];
  classes: [id: string, printed: number, share: string | null][];
  unjudged: number;
  missing: number;
  /** null: none is printed */
  total: number | null;
  /** of some classes together, where that is printed */
  sums?: [ids: string[], printed: number][];
  /** by class: the share or the count that is right where another is printed */
  wrong: Record<string, string | number>;
}

/** The places of those who are ranked by these numbers. */
interface Places {
  places: number[];
  printed: number[];
}

/** How much of a year's work is to be done by a period's end. */
interface Lines {
  lines: [period: string, printed: string][];
}

const FOLDER = join(__dirname, "bulletins");
const CASES = readdirSync(FOLDER).map(
  (file) =>
    [file, JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Rates | Counts | Places | Lines] as const,
);
const of = <T>(test: (one: object) => boolean): [string, T][] =>
  CASES.filter(([, one]) => test(one)) as unknown as [string, T][];

interface Row {
  code: string;
  label: string;
  baseline: string;
  target: string;
  type?: string;
  direction?: string;
}

const planOf = (rows: readonly Row[], baselineYear: number, targetYear: number): Plan =>
  openPlan({
    ...{ id: "bulletin", version: "1", name: "通报", baselineYear, targetYear },
    indicatorTable: { title: "指标", source: "通报" },
    taskTable: { title: "任务", source: "通报" },
    sections: [
      {
        ...{ title: "", field: "" },
        indicators: rows.map((row, i) => ({ ...row, number: i + 1, responsible: "某局" })),
      },
    ],
    tasks: [],
    bureaus: [{ name: "某局" }],
  });

/** The decimals of a printed percentage. */
const decimalsIn = (percent: string): number => /\.(\d+)%/.exec(percent)?.[1]!.length ?? 0;

/** Whether a part of a whole is so many percent, rounded half up to the decimals that are printed; in whole numbers. */
function isShare(part: number, whole: number, percent: string): boolean {
  const scale = 10 ** Math.max(decimalsOf(part), decimalsOf(whole));
  const [a, b] = [Math.round(part * scale), Math.round(whole * scale)];
  const unit = 10 ** decimalsIn(percent);
  const off = 2 * (a * 100 * unit - Math.round(Number(percent.slice(0, -1)) * unit) * b);
  return off >= -b && off < b;
}

test.each(of<Rates>((one) => "rates" in one))("rates of %s", (_, { year, period, rates, wrong }) => {
  const rows = rates.map(([name, unit, target], i): Row => ({
    code: `Z${i}`,
    label: `${name}（${unit}）`,
    ...{ baseline: "—", target: String(target), type: "cumulative", direction: "higher" },
  }));
  const plan = planOf(rows, year - 1, year);
  const form = Object.fromEntries(rates.map(([, , , actual], i) => [`Z${i}`, actual]));
  const { indicators } = summaryWith({ period, form }, plan);
  const found: Record<string, string> = {};
  rates.forEach(([name, , target, actual, printed], i) => {
    const indicator = indicatorsOf(plan)[i]!;
    const rate = progress(indicator, actual);
    const reckoned = rate.ok ? `${fixed(100 * rate.value, decimalsIn(printed))}%` : "";
    if (reckoned !== printed) found[name] = reckoned;
    expect([name, isShare(actual, target, printed)]).toEqual([name, reckoned === printed]);
    expect(isShare(actual, target, reckoned)).toBe(true);
    // what is done is reached, and nothing else
    expect(indicators![i]!.status === "met").toBe(actual >= target);
  });
  expect(found).toEqual(wrong);
});

/** What is typed at three fifths of the way from 0 to 100, for each class. */
const TYPED: Readonly<Record<string, number>> = {
  ...{ met: 100, onSchedule: 60, nearly: 55, lagging: 40, severe: 10 },
  ...{ early: 100, faster: 75, asExpected: 58, behind: 40 },
};

/** A form on which so many indicators stand so. */
function standing(
  counts: readonly (readonly [string, number])[],
  unjudged: number,
  missing: number,
): Summary {
  const values: unknown[] = [
    ...counts.flatMap(([id, count]) => Array<number>(count).fill(TYPED[id]!)),
    ...Array<number>(unjudged).fill(5),
    ...Array<string>(missing).fill(""),
  ];
  const judged = values.length - unjudged - missing;
  const rows = values.map((__, i): Row => ({
    code: `Z${i}`,
    label: `指标${i}（个）`,
    baseline: "0",
    target: i >= judged && i < judged + unjudged ? "XX" : "100",
  }));
  const form = Object.fromEntries(values.map((value, i) => [`Z${i}`, value]));
  return summaryWith({ period: "2018年", form }, planOf(rows, 2015, 2020));
}

test.each(of<Counts>((one) => "classes" in one))("counts of %s", (_, one) => {
  const { vocabulary, classes, unjudged, missing, total, wrong } = one;
  const right = classes.map(([id, printed]) => {
    const correct = wrong[id];
    return [id, typeof correct === "number" ? correct : printed] as const;
  });
  const { indicators, final } = standing(right, unjudged, missing);
  const tally = tallyOf(indicators!, vocabulary === "midterm" ? MIDTERM : SCHEDULE, final);
  const found: Counts["wrong"] = {};
  classes.forEach(([id, printed, share]) => {
    const own = tally.classes.find((alike) => alike.id === id)!;
    if (own.items.length !== printed) found[id] = own.items.length;
    if (share === null) return;
    const reckoned = `${fixed((100 * own.items.length) / tally.judged.length, decimalsIn(share))}%`;
    if (reckoned !== share) found[id] = reckoned;
    expect(isShare(own.items.length, tally.judged.length, share)).toBe(reckoned === share);
    // as the product prints it, to one decimal
    expect(isShare(own.items.length, tally.judged.length, `${own.share.percent}%`)).toBe(true);
  });
  expect(found).toEqual(wrong);
  for (const [ids, printed] of one.sums ?? [])
    expect(tally.classes.filter(({ id }) => ids.includes(id)).flatMap(({ items }) => items)).toHaveLength(
      printed,
    );
  if (total === null) return;
  expect(tally.all).toHaveLength(total);
  // what is printed adds up just where nothing of it is wrong
  const sum = classes.reduce((all, [, printed]) => all + printed, unjudged + missing);
  expect(sum === total).toBe(Object.values(wrong).every((correct) => typeof correct !== "number"));
});

test.each(of<Places>((one) => "places" in one))("places of %s", (_, { places, printed }) =>
  expect(placesOf(places)).toEqual(printed),
);

test.each(of<Lines>((one) => "lines" in one))("schedules of %s", (_, { lines }) => {
  for (const [text, printed] of lines) {
    const year = Number(text.slice(0, 4));
    const row = { code: "Z0", label: "任务（项）", baseline: "—", target: "100", direction: "higher" };
    const plan = planOf([row], year - 1, year);
    const period = parsePeriod(text, plan);
    expect([
      text,
      period.ok && `${fixed(100 * timeShare(period.value, plan), decimalsIn(printed))}%`,
    ]).toEqual([text, printed]);
  }
});

test("there are bulletins of each kind, and printed ones that are wrong", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(18);
  const wrong = CASES.flatMap(([, one]) => ("wrong" in one ? Object.keys(one.wrong) : []));
  expect(wrong.length).toBeGreaterThanOrEqual(10);
});
