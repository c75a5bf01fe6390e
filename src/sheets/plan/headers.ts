/* By what the sheets of a plan are known; how their columns look comes with what writes and reads them. */

/** A column by its header, and what it is called elsewhere. */
export interface PlanHeader {
  id: string;
  header: string;
  also?: readonly string[];
}

export const BEFORE_YEAR_HEADERS = [
  { id: "code", header: "指标代码", also: ["代码"] },
  { id: "number", header: "序号" },
  { id: "field", header: "领域", also: ["类别"] },
  { id: "label", header: "指标名称", also: ["指标"] },
  { id: "unit", header: "计量单位", also: ["单位"] },
] as const satisfies readonly PlanHeader[];

export const AFTER_YEAR_HEADERS = [
  { id: "responsible", header: "责任部门", also: ["责任单位"] },
  { id: "lead", header: "牵头部门", also: ["牵头单位"] },
  { id: "direction", header: "方向" },
  { id: "type", header: "目标类型" },
  { id: "min", header: "下限" },
  { id: "max", header: "上限" },
  { id: "whole", header: "取整" },
  { id: "decimals", header: "小数位" },
  { id: "partOf", header: "所属指标(其中)", also: ["所属指标"] },
  { id: "attribute", header: "属性(约束性/预期性)", also: ["属性"] },
  { id: "title", header: "填报表小标题" },
  { id: "note", header: "备注", also: ["说明"] },
] as const satisfies readonly PlanHeader[];

export const TASK_HEADERS = [
  { id: "number", header: "序号" },
  { id: "text", header: "重点任务", also: ["任务"] },
  { id: "responsible", header: "责任单位", also: ["责任部门"] },
  { id: "deadline", header: "完成时限", also: ["时限"] },
  { id: "printed", header: "责任单位（原文）", also: ["责任单位原文"] },
] as const satisfies readonly PlanHeader[];

export const BUREAU_HEADERS = [
  { id: "name", header: "单位", also: ["单位名称"] },
  { id: "aliases", header: "别名", also: ["简称"] },
  { id: "contact", header: "联系人" },
  { id: "phone", header: "电话", also: ["联系电话"] },
] as const satisfies readonly PlanHeader[];

export const CHECK_HEADERS = [
  { id: "left", header: "左式" },
  { id: "comparison", header: "比较" },
  { id: "right", header: "右式" },
  { id: "level", header: "级别" },
  { id: "words", header: "提示", also: ["说明"] },
] as const satisfies readonly PlanHeader[];

/** What the columns are called elsewhere, as an earlier version of a sheet names them. */
export const versionsOf = (headers: readonly PlanHeader[]) => [
  {
    version: 1,
    brought: "",
    headers: Object.fromEntries(
      headers.flatMap(({ id, also = [] }) => also.map((header) => [header, id] as const)),
    ),
  },
];
