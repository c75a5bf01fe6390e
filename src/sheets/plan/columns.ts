import { TARGET_TYPES } from "../../plan";
import type { Cell, ValidationSpec } from "../../grid";
import type { Column } from "../../tables";
import { DIRECTION_WORDS, NO, NONE, withinWords, YES } from "./words";

/** One row of a plan's sheet: what stands in its cells, by column id. */
export type PlanRow = Readonly<Record<string, Cell>>;

/** A column as all three sheets have it: typed by people, so that any cell can be changed. */
export interface PlanColumn {
  id: string;
  header: string;
  width: number;
  align?: Column<PlanRow>["align"];
  /** holds a number; all else is text that stays as it is printed, `2-3` and `1:1` too */
  number?: true;
  validation?: ValidationSpec;
  /** what the column is called elsewhere */
  also?: readonly string[];
}

const list = (title: string, source: string[], message: string, strict = true): ValidationSpec => ({
  rule: { type: "list", source },
  prompt: { title, message },
  ...(strict && { error: { title: `${title}有误`, message } }),
});

const DIRECTION = list(
  "方向",
  Object.values(DIRECTION_WORDS),
  "请从列表选择：越高越好、越低越好。空着由加载项按名称和数值判断。",
);
const TYPES = [...Object.values(TARGET_TYPES), withinWords(5)];
const TYPE = list(
  "目标类型",
  TYPES,
  `请从列表选择。${withinWords(5)}表示上下 5% 以内为已达标，可改成别的数。空着由加载项按目标的写法判断。`,
  false,
);
const WHOLE = list("取整", [YES, NO], "请从列表选择：是（只能填整数）、否。空着由加载项按计量单位判断。");
const bound = (title: string, ...usual: string[]): ValidationSpec =>
  list(title, [NONE, ...usual], `请填数；没有${title}填“${NONE}”。空着由加载项按计量单位和名称判断。`, false);
const DECIMALS: ValidationSpec = {
  rule: { type: "whole", min: 0, max: 6 },
  prompt: { title: "小数位", message: "请填 0 至 6 的整数。空着由加载项按印出的数判断。" },
  error: { title: "小数位有误", message: "请填 0 至 6 的整数，或者空着。" },
};

/** 规划指标 before its columns of years, and after them: no wider than a page takes in print that can be read. */
export const BEFORE_YEARS: readonly PlanColumn[] = [
  { id: "code", header: "指标代码", width: 8, align: "Center", also: ["代码"] },
  { id: "number", header: "序号", width: 5, align: "Center", number: true },
  { id: "field", header: "领域", width: 10, align: "Center", also: ["类别"] },
  { id: "label", header: "指标名称", width: 26, also: ["指标"] },
  { id: "unit", header: "计量单位", width: 9, align: "Center", also: ["单位"] },
];
export const AFTER_YEARS: readonly PlanColumn[] = [
  { id: "responsible", header: "责任部门", width: 16, also: ["责任单位"] },
  { id: "lead", header: "牵头部门", width: 12, also: ["牵头单位"] },
  { id: "direction", header: "方向", width: 11, align: "Center", validation: DIRECTION },
  { id: "type", header: "目标类型", width: 12, align: "Center", validation: TYPE },
  { id: "min", header: "下限", width: 7, align: "Right", number: true, validation: bound("下限", "0") },
  {
    id: "max",
    header: "上限",
    width: 7,
    align: "Right",
    number: true,
    validation: bound("上限", "100", "1000"),
  },
  { id: "whole", header: "取整", width: 7, align: "Center", validation: WHOLE },
  { id: "decimals", header: "小数位", width: 7, align: "Center", number: true, validation: DECIMALS },
  { id: "partOf", header: "所属指标(其中)", width: 9, align: "Center", also: ["所属指标"] },
  { id: "attribute", header: "属性(约束性/预期性)", width: 10, align: "Center", also: ["属性"] },
  { id: "title", header: "填报表小标题", width: 13 },
  { id: "note", header: "备注", width: 18, also: ["说明"] },
];
/** Where the plan has sentences for its years between. */
export const SOURCES: PlanColumn = { id: "sources", header: "阶段目标出处", width: 20 };

/** A column of a year: the baseline, the target, or one between. */
export const yearColumn = (id: string, header: string): PlanColumn => ({
  id,
  header,
  width: id === "baseline" ? 9 : 12,
  align: "Right",
});

export const TASK_COLUMNS: readonly PlanColumn[] = [
  { id: "number", header: "序号", width: 14, align: "Center", number: true },
  { id: "text", header: "重点任务", width: 60, also: ["任务"] },
  { id: "responsible", header: "责任单位", width: 36, also: ["责任部门"] },
  { id: "deadline", header: "完成时限", width: 16, align: "Center", also: ["时限"] },
  { id: "printed", header: "责任单位（原文）", width: 36, also: ["责任单位原文"] },
];

export const BUREAU_COLUMNS: readonly PlanColumn[] = [
  { id: "name", header: "单位", width: 28, also: ["单位名称"] },
  { id: "aliases", header: "别名", width: 46, also: ["简称"] },
  { id: "contact", header: "联系人", width: 14, align: "Center" },
  { id: "phone", header: "电话", width: 18, align: "Center", also: ["联系电话"] },
];

const TEXT_FORMAT = "@";

/** The columns as a table sheet has them. */
export const tableColumns = (columns: readonly PlanColumn[]): Column<PlanRow>[] =>
  columns.map(({ id, header, width, align = "Left", number, validation }) => ({
    id,
    header,
    width,
    align,
    entry: true,
    cell: (row) => row[id] ?? "",
    numberFormat: () => (number ? "General" : TEXT_FORMAT),
    ...(validation && { validation: () => validation }),
  }));

/** What the columns are called elsewhere → id. */
export const otherHeaders = (columns: readonly PlanColumn[]): Record<string, string> =>
  Object.fromEntries(columns.flatMap(({ id, also = [] }) => also.map((header) => [header, id] as const)));
