import type { Cell, ValidationSpec } from "../../grid";
import type { Slot, TableSheet } from "../../tables";
import { BUREAU_COLUMNS, otherHeaders, type PlanRow, tableColumns, TASK_COLUMNS } from "./columns";
import { PLAN_LABELS, type PlanSheetId, planSheetOf } from "./words";

type Columns = Parameters<typeof tableColumns>[0];

/** A labelled place of a head: label and value by their first and last columns. */
interface HeadPlace {
  id: string;
  label: string;
  at: [labels: [number, number], columns: [number, number]];
  number?: true;
  locked?: true;
  validation?: ValidationSpec;
}

const YEAR: ValidationSpec = {
  rule: { type: "whole", min: 1900, max: 2999 },
  prompt: { title: "年份", message: "请填四位年份，例如 2025。" },
  error: { title: "年份有误", message: "请填四位年份，例如 2025。" },
};

export const INDICATOR_HEAD: readonly HeadPlace[][] = [
  [
    {
      id: "name",
      label: "规划名称",
      at: [
        [0, 1],
        [2, 3],
      ],
    },
    {
      id: "place",
      label: "地区",
      at: [
        [4, 4],
        [5, 5],
      ],
    },
    {
      id: "stage",
      label: "阶段",
      at: [
        [6, 6],
        [7, 7],
      ],
    },
    {
      id: "version",
      label: "版本",
      at: [
        [8, 8],
        [9, 9],
      ],
    },
  ],
  [
    {
      id: "title",
      label: "填报表标题",
      at: [
        [0, 1],
        [2, 3],
      ],
    },
    {
      id: "baselineYear",
      label: "基期年",
      at: [
        [4, 4],
        [5, 5],
      ],
      number: true,
      validation: YEAR,
    },
    {
      id: "targetYear",
      label: "目标年",
      at: [
        [6, 6],
        [7, 7],
      ],
      number: true,
      validation: YEAR,
    },
    {
      id: "whole",
      label: "总称",
      at: [
        [8, 8],
        [9, 9],
      ],
    },
  ],
  [
    {
      id: "source",
      label: "出处",
      at: [
        [0, 1],
        [2, 3],
      ],
    },
    {
      id: "example",
      label: PLAN_LABELS.example,
      at: [
        [4, 4],
        [5, 5],
      ],
    },
    {
      id: "id",
      label: "代号",
      at: [
        [6, 6],
        [7, 7],
      ],
    },
  ],
];

const TASK_HEAD: readonly HeadPlace[][] = [
  [
    {
      id: "plan",
      label: "规划",
      at: [
        [0, 0],
        [1, 1],
      ],
      locked: true,
    },
    {
      id: "title",
      label: PLAN_LABELS.taskTitle,
      at: [
        [2, 2],
        [3, 3],
      ],
    },
  ],
  [
    {
      id: "source",
      label: "出处",
      at: [
        [2, 2],
        [3, 3],
      ],
    },
  ],
];

const BUREAU_HEAD: readonly HeadPlace[][] = [
  [
    {
      id: "plan",
      label: "规划",
      at: [
        [0, 0],
        [1, 1],
      ],
      locked: true,
    },
  ],
];

const slotOf =
  (values: Readonly<Record<string, Cell>>, marker: string, first: HeadPlace) =>
  (place: HeadPlace): Slot => ({
    id: place.id,
    label: `${place.label}：`,
    labelColumns: place.at[0],
    columns: place.at[1],
    value: values[place.id] ?? "",
    numberFormat: () => (place.number ? "General" : "@"),
    ...(place.number && { align: "Left" as const }),
    ...(place.locked && { locked: true }),
    ...(place.validation && { validation: place.validation }),
    ...(place === first && { name: marker }),
  });

const ADDING = "下方的浅黄色空行可以添加内容；不够时先撤销工作表保护（没有密码），再插入行。";
const NOTES: Record<PlanSheetId, string> = {
  indicators:
    "填写说明：1. 浅黄色单元格都可以修改，改后全部公式重新计算，填报表点“更新指标模板”更新。2. 基期和目标照规划原文填写，例如 55、≥60、〔18〕、2-3。" +
    `3. 方向、目标类型、下限、上限、取整、小数位已由加载项判断并填好，可以修改；清空则重新判断。4. ${ADDING}5. 要中间年份的目标，请撤销工作表保护，在目标列左侧插入一列，表头写“2023年(目标)”之类。`,
  tasks: `填写说明：责任单位用“、”隔开，须在“规划单位”表中。${ADDING}`,
  bureaus: `填写说明：别名用“、”隔开，填报文件上用哪个名称都认得。${ADDING}`,
};

function sheetOf(
  id: PlanSheetId,
  title: string,
  columns: Columns,
  head: readonly HeadPlace[][],
  values: Readonly<Record<string, Cell>>,
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
    note: NOTES[id],
    highlights: () => [],
    names: {},
    template: [marker],
    versions: [{ version: 1, brought: "", headers: otherHeaders(columns) }],
    givenTo: "",
  };
}

/** 规划指标 with the columns and rows given. */
export const indicatorSheet = (
  columns: Columns,
  values: Readonly<Record<string, Cell>> = {},
  records: PlanRow[] = [],
): TableSheet<PlanRow> => sheetOf("indicators", "规划指标", columns, INDICATOR_HEAD, values, records);

/** 规划任务 likewise. */
export const planTaskSheet = (
  values: Readonly<Record<string, Cell>> = {},
  records: PlanRow[] = [],
): TableSheet<PlanRow> => sheetOf("tasks", "规划任务", TASK_COLUMNS, TASK_HEAD, values, records);

/** 规划单位 likewise. */
export const bureauSheet = (
  values: Readonly<Record<string, Cell>> = {},
  records: PlanRow[] = [],
): TableSheet<PlanRow> => sheetOf("bureaus", "规划单位", BUREAU_COLUMNS, BUREAU_HEAD, values, records);
