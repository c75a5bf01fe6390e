import * as functions from "./functions";
import { requiring } from "./required";

/**
 * Excel's function id → what computes it, with the example and the required arguments of its help. A test compares all of
 * it with the doc comments.
 */
export const FUNCTIONS = {
  GAP: requiring(functions.gapFunction, '=YIZHI.GAP("YL07",48)', "指标", "本期值"),
  TARGET: requiring(functions.targetFunction, '=YIZHI.TARGET("YL01")', "指标"),
  BASELINE: requiring(functions.baselineFunction, '=YIZHI.BASELINE("YL07")', "指标"),
  EXPECTED: requiring(functions.expectedFunction, '=YIZHI.EXPECTED("YL07","2023年")', "指标", "报告期"),
  PROGRESS: requiring(functions.progressFunction, '=YIZHI.PROGRESS("YL07",48)', "指标", "本期值"),
  STATUS: requiring(
    functions.statusFunction,
    '=YIZHI.STATUS("YL07",48,"2023年")',
    "指标",
    "本期值",
    "报告期",
  ),
  REASON: requiring(
    functions.reasonFunction,
    '=YIZHI.REASON("YL07",48,"2023年")',
    "指标",
    "本期值",
    "报告期",
  ),
  CHECK: requiring(functions.checkFunction, '=YIZHI.CHECK("YL07",60,43)', "指标", "本期值"),
  BUREAU: requiring(functions.bureauFunction, '=YIZHI.BUREAU("YL06")', "指标"),
  INFO: requiring(functions.infoFunction, '=YIZHI.INFO("YL07","单位")', "指标", "项目"),
  INDICATORS: functions.indicatorsFunction,
  TASKS: functions.tasksFunction,
  LAGGING: requiring(
    functions.laggingFunction,
    '=YIZHI.LAGGING({"YL07";"YL08"},{48;66},"2023年")',
    "指标",
    "本期值",
    "报告期",
  ),
};
