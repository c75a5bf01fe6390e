/** Excel's ids of the functions, known before the functions themselves are there. */
export const FUNCTION_IDS = [
  "GAP",
  "TARGET",
  "BASELINE",
  "EXPECTED",
  "PROGRESS",
  "STATUS",
  "REASON",
  "CHECK",
  "BUREAU",
  "INFO",
  "INDICATORS",
  "TASKS",
  "LAGGING",
] as const;
export type FunctionId = (typeof FUNCTION_IDS)[number];

/** What computes a function. */
export type Compute = (...args: any[]) => any[][];
