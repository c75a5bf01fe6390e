import type { Cell, ValidationSpec } from "../../grid";
import type { Slot, TableSheet } from "../../tables";
import { BUREAU_COLUMNS, CHECK_COLUMNS, type PlanRow, tableColumns, TASK_COLUMNS } from "./columns";
import { versionsOf } from "./headers";
import { PLAN_LABELS, type PlanSheetId, planSheetOf } from "./words";

type Columns = Parameters<typeof tableColumns>[0];

/** A labelled place of a head. */
interface HeadPlace {
  id: string;
  label: string;
  /** first and last columns of the label, and of the value */
  labels: [number, number];
  columns: [number, number];
  number?: true;
  locked?: true;
  validation?: ValidationSpec;
}

type More = Pick<HeadPlace, "number" | "locked" | "validation">;
const place = (
  id: string,
  label: string,
  at: [number, number, number, number],
  more: More = {},
): HeadPlace => ({
  id,
  label,
  labels: [at[0], at[1]],
  columns: [at[2], at[3]],
  ...more,
});

/** @param example the year as the plan in hand has it */
function year(example?: Cell): More {
  const message = `请填四位年份${example === undefined ? "" : `，例如 ${String(example)}`}。`;
  return {
    number: true,
    validation: {
      rule: { type: "whole", min: 1900, max: 2999 },
      prompt: { title: "年份", message },
      error: { title: "年份有误", message },
    },
  };
}

type Values = Readonly<Record<string, Cell>>;

const indicatorHead = ({ baselineYear, targetYear }: Values): readonly HeadPlace[][] => [
  [
    place("name", "规划名称", [0, 1, 2, 3]),
    place("place", "地区", [4, 4, 5, 5]),
    place("stage", "阶段", [6, 6, 7, 7]),
    place("version", "版本", [8, 8, 9, 9]),
    place("lastCodes", "代码编至", [10, 10, 11, 15], { locked: true }),
  ],
  [
    place("title", "填报表标题", [0, 1, 2, 3]),
    place("baselineYear", "基期年", [4, 4, 5, 5], year(baselineYear)),
    place("targetYear", "目标年", [6, 6, 7, 7], year(targetYear)),
    place("whole", "总称", [8, 8, 9, 9]),
    place("order", "次序", [10, 10, 11, 15]),
  ],
  [
    place("source", "出处", [0, 1, 2, 3]),
    place("example", PLAN_LABELS.example, [4, 4, 5, 5]),
    place("id", "代号", [6, 6, 7, 7]),
    place("retired", "停用代码", [8, 8, 9, 15], { locked: true }),
  ],
];

const ofPlan: HeadPlace = place("plan", "规划", [0, 0, 1, 1], { locked: true });
const TASK_HEAD: readonly HeadPlace[][] = [
  [ofPlan],
  [place("title", PLAN_LABELS.taskTitle, [0, 0, 1, 1])],
  [place("source", "出处", [0, 0, 1, 1])],
];
const BUREAU_HEAD: readonly HeadPlace[][] = [[ofPlan]];
const CHECK_HEAD: readonly HeadPlace[][] = [[ofPlan]];

const slotOf =
  (values: Readonly<Record<string, Cell>>, marker: string, first: HeadPlace) =>
  (one: HeadPlace): Slot => ({
    id: one.id,
    label: `${one.label}：`,
    labelColumns: one.labels,
    columns: one.columns,
    value: values[one.id] ?? "",
    numberFormat: () => (one.number ? "General" : "@"),
    ...(one.locked && { locked: true }),
    ...(one.validation && { validation: one.validation }),
    ...(one === first && { name: marker }),
  });

const ADDING =
  "下方的浅黄色空行可以添加内容；不够时先撤销工作表保护（没有密码），再插入行。空行不打印，添加后要打印的，请在“页面布局”中重设打印区域。";
/** 要中间年份的目标: as its header would be called. */
const yearBetween = ({ baselineYear, targetYear }: Values): string =>
  typeof baselineYear === "number" && typeof targetYear === "number" && targetYear - baselineYear > 1
    ? `表头写“${Math.floor((baselineYear + targetYear) / 2)}年(目标)”之类`
    : "表头写年份和“(目标)”";
const indicatorNote = (values: Values): string =>
  "填写说明：1. 浅黄色单元格都可以修改，改后全部公式重新计算，填报表点“更新指标模板”更新。2. 基期和目标照规划原文填写，例如 55、≥60、〔18〕、2-3。" +
  `3. 方向、目标类型、下限、上限、取整、小数位已由加载项判断并填好，可以修改；清空则重新判断。4. ${ADDING}5. 要中间年份的目标，请撤销工作表保护，在目标列左侧插入一列，${yearBetween(values)}。`;

const TASK_NOTE = `填写说明：责任单位用“、”隔开，须在“规划单位”表中。${ADDING}`;
const BUREAU_NOTE = `填写说明：别名用“、”隔开，填报文件上用哪个名称都认得。${ADDING}`;

const CHECK_NOTE =
  "填写说明：1. 一行一条规则，不成立的在审核和填报表的“审核提示”中写明；所列指标有没填的，这一条不核对。2. 左式、右式写指标代码、数和 + - × ÷ ( )，例如 A01÷A02×100；“=”的右式末尾可写 ±，例如 A03±0.5。也可以把整条规则写在左式，例如 A02<=A01。" +
  `3. 改后填报表点“更新指标模板”。4. ${ADDING}`;

function sheetOf(
  id: PlanSheetId,
  title: string,
  columns: Columns,
  head: readonly HeadPlace[][],
  note: string,
  values: Values,
  records: PlanRow[],
): TableSheet<PlanRow> {
  const { name, marker } = planSheetOf(id);
  const [key, subject] = [
    columns[0]!,
    columns.find(({ id: one }) => ["label", "text"].includes(one)) ?? columns[0]!,
  ];
  return {
    name,
    title,
    columns: tableColumns(columns),
    key: key.id,
    subject: subject.id,
    scope: "",
    frozenColumns: columns.indexOf(subject) + 1,
    groups: [{ title: null, records }],
    head: head.map((row) => row.map(slotOf(values, marker, head[0]![0]!))),
    foot: [],
    note,
    highlights: () => [],
    names: {},
    template: [marker],
    versions: versionsOf(columns),
    givenTo: "",
  };
}

/** 规划指标 with the columns and rows given. */
export const indicatorSheet = (
  columns: Columns,
  values: Values = {},
  records: PlanRow[] = [],
): TableSheet<PlanRow> =>
  sheetOf("indicators", "规划指标", columns, indicatorHead(values), indicatorNote(values), values, records);

/** 规划任务 likewise. */
export const planTaskSheet = (values: Values = {}, records: PlanRow[] = []): TableSheet<PlanRow> =>
  sheetOf("tasks", "规划任务", TASK_COLUMNS, TASK_HEAD, TASK_NOTE, values, records);

/** 规划单位 likewise. */
export const bureauSheet = (values: Values = {}, records: PlanRow[] = []): TableSheet<PlanRow> =>
  sheetOf("bureaus", "规划单位", BUREAU_COLUMNS, BUREAU_HEAD, BUREAU_NOTE, values, records);

/** 规划校核 likewise. */
export const checkSheet = (values: Values = {}, records: PlanRow[] = []): TableSheet<PlanRow> =>
  sheetOf("checks", "规划校核", CHECK_COLUMNS, CHECK_HEAD, CHECK_NOTE, values, records);
