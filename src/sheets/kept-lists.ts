/** A sheet that only grows, as it is found in a workbook: where its workbook name points, else by its own name. */
export interface KeptList {
  name: string;
  marker?: string;
}

/** What was archived of each table, and what 汇总 wrote. */
export const KEPT_LISTS = {
  form: { name: "历史数据", marker: "YIZHI_HISTORY" },
  tasks: { name: "任务历史", marker: "YIZHI_TASK_HISTORY" },
  records: { name: "汇总记录" },
} as const satisfies Record<string, KeptList>;

export type KeptId = keyof typeof KEPT_LISTS;
export const KEPT_IDS = Object.keys(KEPT_LISTS) as KeptId[];
