import { FUNCTIONS } from "../../src/functions/table";
import { indicatorsOf, plan } from "../../src/plan";
import { compare, ms, ratio, type Section } from "./section";

const ROWS = 100_000;

const growth = indicatorsOf(plan).flatMap(({ code, baseline, target }) =>
  baseline.notation.kind === "value" && target.notation.kind === "value"
    ? [{ code, baseline: baseline.notation.value, target: target.notation.value }]
    : [],
);
const codes = Array.from({ length: ROWS }, (_, i) => [growth[i % growth.length]!.code]);
const actuals = Array.from({ length: ROWS }, (_, i) => [growth[i % growth.length]!.baseline + (i % 7) / 10]);
const byCode = new Map(growth.map((g) => [g.code, g]));
const SHARE = 0.6;

/** The same arithmetic without the product: look the row's figures up, subtract. */
const bareGap = (): number[][] => codes.map(([code], i) => [byCode.get(code!)!.target - actuals[i]![0]!]);

const bareStatus = (): string[][] =>
  codes.map(([code], i) => {
    const { baseline, target } = byCode.get(code!)!;
    const actual = actuals[i]![0]!;
    if (actual >= target) return ["已达标"];
    const g = 100 * ((actual - baseline) / (target - baseline) - SHARE);
    return [g >= 0 ? "达到序时" : g > -10 ? "基本达到" : g >= -30 ? "滞后" : "严重滞后"];
  });

/** GAP and STATUS over one range of 100,000 rows, beside a bare loop. */
export const throughput: Section = {
  title: `Custom functions over a range of ${ROWS.toLocaleString("en")} rows`,
  run: async () => {
    const [gap, gapLoop, status, statusLoop] = await compare([
      () => FUNCTIONS.GAP(codes, actuals),
      bareGap,
      () => FUNCTIONS.STATUS(codes, actuals, [["2023年"]]),
      bareStatus,
    ]);
    return [
      ["function", "ours", "bare loop", "ours / loop (aim 3)"],
      ["GAP", ms(gap!), ms(gapLoop!), ratio(gap!, gapLoop!)],
      ["STATUS", ms(status!), ms(statusLoop!), ratio(status!, statusLoop!)],
    ];
  },
};
