import assert from "node:assert/strict";
import { kindOf, targetComparator } from "../../src/assessment";
import { FUNCTIONS } from "../../src/functions/table";
import { indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { compare, ms, ratio, type Section } from "./section";

const ROWS = 100_000;

/** What a bare loop needs of the plan's growth indicators. */
const growth = indicatorsOf(plan)
  .filter((indicator) => kindOf(indicator) === "growth")
  .map((indicator) => {
    const { code, baseline, target, min = -Infinity, max = Infinity } = indicator;
    if (baseline.notation.kind !== "value" || target.notation.kind !== "value") throw new Error(code);
    return {
      code,
      baseline: baseline.notation.value,
      target: target.notation.value,
      strict: targetComparator(indicator) === ">",
      min,
      max,
    };
  });
const nth = <T>(list: readonly T[], i: number): T => list[i % list.length]!;
const codes = Array.from({ length: ROWS }, (_, i) => [nth(growth, i).code]);
const actuals = Array.from({ length: ROWS }, (_, i) => [nth(growth, i).baseline + (i % 70) / 2]);
const byCode = new Map(growth.map((g) => [g.code, g]));
const SHARE = 0.6;

/** The same arithmetic without the product: look the row's figures up, subtract. */
const bareGap = (): number[][] => codes.map(([code], i) => [byCode.get(code!)!.target - actuals[i]![0]!]);

/** Likewise: compare with bounds and target, then with the schedule. */
const bareStatus = (): string[][] =>
  codes.map(([code], i) => {
    const { baseline, target, strict, min, max } = byCode.get(code!)!;
    const actual = actuals[i]![0]!;
    if (actual < min || actual > max) return ["数据有误"];
    if (strict ? actual > target : actual >= target) return ["已达标"];
    const g = 100 * ((actual - baseline) / (target - baseline) - SHARE);
    return [g >= -1e-9 ? "达到序时" : g > -10 + 1e-9 ? "基本达到" : g >= -30 - 1e-9 ? "滞后" : "严重滞后"];
  });

const gap = (): unknown => FUNCTIONS.GAP(codes, actuals);
const status = (): unknown => FUNCTIONS.STATUS(codes, actuals, [["2023年"]]);

/** GAP and STATUS over one range of 100,000 rows, beside a bare loop that gives the same. */
export const throughput: Section = {
  title: `Custom functions over a range of ${ROWS.toLocaleString("en")} rows`,
  run: async () => {
    assert.deepEqual(gap(), bareGap());
    assert.deepEqual(status(), bareStatus());
    const [gapMs, gapLoop, statusMs, statusLoop] = await compare([gap, bareGap, status, bareStatus]);
    return [
      ["function", "ours", "bare loop", "ours / loop", "aim"],
      ["GAP", ms(gapMs!), ms(gapLoop!), ratio(gapMs!, gapLoop!), "2.00 ×"],
      ["STATUS", ms(statusMs!), ms(statusLoop!), ratio(statusMs!, statusLoop!), "3.00 ×"],
    ];
  },
};
