import { figureWords, progress, unitOf } from "../../assessment";
import type { CoursePoint } from "../../commands";
import { type Indicator, type Plan, readPeriod } from "../../plan";
import { percentages, shown } from "../../text";

/** `2023年上半年 45% → 2023年 48%，目标 55%，序时 49.8%，完成进度 46.2%`; what there is not is left out. */
export function courseWords(points: readonly CoursePoint[], indicator: Indicator, plan: Plan): string {
  const last = points.at(-1);
  const period = readPeriod(last?.period);
  if (!last || !period.ok) return "";
  const before = points.at(-2);
  const from = before ? `${before.period} ${shown(before.value)}${unitOf(indicator)} → ` : "";
  const { actual, target, expected } = figureWords(indicator, last.value, period.value, plan);
  const way = progress(indicator, last.value);
  return [
    `${from}${last.period} ${actual}`,
    ...(target === "" ? [] : [`目标 ${target}`]),
    ...(expected === null ? [] : [`序时 ${expected}`]),
    ...(way.ok ? [`完成进度 ${percentages([way.value])[0]!}`] : []),
  ].join("，");
}
