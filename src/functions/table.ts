import * as functions from "./functions";

/** Excel's function id → what computes it. Ids are those of the doc comments; a test compares both. */
export const FUNCTIONS = {
  GAP: functions.gapFunction,
  TARGET: functions.targetFunction,
  BASELINE: functions.baselineFunction,
  EXPECTED: functions.expectedFunction,
  PROGRESS: functions.progressFunction,
  STATUS: functions.statusFunction,
  REASON: functions.reasonFunction,
  CHECK: functions.checkFunction,
  BUREAU: functions.bureauFunction,
  INFO: functions.infoFunction,
  INDICATORS: functions.indicatorsFunction,
  TASKS: functions.tasksFunction,
  LAGGING: functions.laggingFunction,
};
