/**
 * 目标类型: how a target is judged.
 *
 * - level: 本期值 reaches the target, on a schedule from the baseline
 * - range: 本期值 lies between two numbers
 * - cumulative: 本期值 is the sum since the plan began, on a schedule from 0
 * - average: 本期值 is the average growth since the baseline; no schedule
 * - change: 本期值 is a level where the baseline is a number, else the change since the baseline, on a schedule from 0
 * - words: 人工判断, the bureau states how it stands; never a number
 * - none: not assessed, in no denominator
 */
export const TARGET_TYPES = {
  level: "水平值",
  range: "区间",
  cumulative: "累计",
  average: "年均",
  change: "较基期变化",
  words: "人工判断",
  none: "不评价",
} as const;

export type TargetType = keyof typeof TARGET_TYPES;
