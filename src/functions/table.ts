import * as functions from "./functions";
import type { Compute, FunctionId } from "./ids";
import { requiring } from "./required";

/**
 * Excel's function id → what computes it, with the example and the required arguments of its help. A test compares all of
 * it with the doc comments.
 */
export const FUNCTIONS = {
  GAP: requiring(functions.gapFunction, '=YIZHI.GAP("{code}",{value})', "指标", "本期值"),
  TARGET: requiring(functions.targetFunction, '=YIZHI.TARGET("{bounded}")', "指标"),
  BASELINE: requiring(functions.baselineFunction, '=YIZHI.BASELINE("{code}")', "指标"),
  EXPECTED: requiring(functions.expectedFunction, '=YIZHI.EXPECTED("{code}","{year}年")', "指标", "报告期"),
  PROGRESS: requiring(functions.progressFunction, '=YIZHI.PROGRESS("{code}",{value})', "指标", "本期值"),
  STATUS: requiring(
    functions.statusFunction,
    '=YIZHI.STATUS("{code}",{value},"{year}年")',
    "指标",
    "本期值",
    "报告期",
  ),
  REASON: requiring(
    functions.reasonFunction,
    '=YIZHI.REASON("{code}",{value},"{year}年")',
    "指标",
    "本期值",
    "报告期",
  ),
  CHECK: requiring(functions.checkFunction, '=YIZHI.CHECK("{code}",{value},{previous})', "指标", "本期值"),
  BUREAU: requiring(functions.bureauFunction, '=YIZHI.BUREAU("{joint}")', "指标"),
  INFO: requiring(functions.infoFunction, '=YIZHI.INFO("{code}","单位")', "指标", "项目"),
  INDICATORS: functions.indicatorsFunction,
  TASKS: functions.tasksFunction,
  LAGGING: requiring(
    functions.laggingFunction,
    '=YIZHI.LAGGING({codes},{values},"{year}年")',
    "指标",
    "本期值",
    "报告期",
  ),
} satisfies Record<FunctionId, Compute>;
