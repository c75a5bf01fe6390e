/** A sheet that only grows, as it is found in a workbook: where its workbook name points, else by its own name. */
export interface KeptList {
  name: string;
  marker?: string;
  /** some of its cells are written again, and so must be known with their formulas */
  changes?: true;
}

/** What was archived of each table, what 汇总 wrote, and the matters that are pressed. */
export const KEPT_LISTS = {
  form: { name: "历史数据", marker: "YIZHI_HISTORY" },
  tasks: { name: "任务历史", marker: "YIZHI_TASK_HISTORY" },
  records: { name: "汇总记录" },
  book: { name: "督办台账", marker: "YIZHI_SUPERVISION", changes: true },
} as const satisfies Record<string, KeptList>;

export type KeptId = keyof typeof KEPT_LISTS;
export const KEPT_IDS = Object.keys(KEPT_LISTS) as KeptId[];
