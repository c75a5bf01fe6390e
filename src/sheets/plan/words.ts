import { TARGET_TYPES, type Direction, type TargetType } from "../../plan";

/* What the sheets of a plan say, and what is understood of it: names, headers and words stand here once. */

export type PlanSheetId = "indicators" | "tasks" | "bureaus" | "checks";

/** The sheets that hold a workbook's plan: their names, and the workbook names that point at them. */
export const PLAN_SHEETS = [
  { id: "indicators", name: "规划指标", marker: "YIZHI_INDICATORS" },
  { id: "tasks", name: "规划任务", marker: "YIZHI_PLAN_TASKS" },
  { id: "bureaus", name: "规划单位", marker: "YIZHI_BUREAUS" },
  // only where a plan has it
  { id: "checks", name: "规划校核", marker: "YIZHI_CHECKS" },
] as const satisfies readonly { id: PlanSheetId; name: string; marker: string }[];

/** Labels that no other sheet of ours has, so that none is taken for one of the plan's. */
export const PLAN_LABELS = { example: "举例指标", taskTitle: "分工表标题" } as const;

export const planSheetOf = (id: PlanSheetId): (typeof PLAN_SHEETS)[number] =>
  PLAN_SHEETS.find((sheet) => sheet.id === id)!;

export const DIRECTION_WORDS: Record<Direction, string> = { higher: "越高越好", lower: "越低越好" };
export const YES = "是";
export const NO = "否";
/** What an empty cell cannot say, since it means that the add-in infers. */
export const NONE = "无";

/** `区间±5%` */
export const withinWords = (within: number): string => `${TARGET_TYPES.range}±${within}%`;

/** 目标类型 as a cell says it; null for what it does not take. */
export function readType(text: string): { type: TargetType; within?: number } | null {
  const [, word, within] = /^(.*?)(?:±(\d+(?:\.\d+)?)%?)?$/.exec(text) ?? [];
  const type = (Object.keys(TARGET_TYPES) as TargetType[]).find((one) => TARGET_TYPES[one] === word);
  if (type === undefined || (within !== undefined && (type !== "range" || Number(within) <= 0))) return null;
  return { type, ...(within !== undefined && { within: Number(within) }) };
}

const DIRECTIONS: Record<Direction, readonly string[]> = {
  higher: [DIRECTION_WORDS.higher, "越大越好", "正向", "正指标", "越高", "高"],
  lower: [DIRECTION_WORDS.lower, "越小越好", "逆向", "逆指标", "越低", "低"],
};
/** 方向 likewise. */
export const readDirection = (text: string): Direction | null =>
  (Object.keys(DIRECTIONS) as Direction[]).find((one) => DIRECTIONS[one].includes(text)) ?? null;
