import {
  type Bureau,
  exampleYear,
  findBureau,
  type Indicator,
  indicatorsOfBureau,
  isPeriodDate,
  isWhole,
  offeredPeriods,
  PERIOD_DATE_FORMAT,
  type Plan,
} from "../plan";
import type { FormFormulas, TableOptions } from "./kind";
import { PLAN_LABELS } from "./plan/words";
import { FORM_WORDS } from "./table-words";
import { boundTo, ERROR_CELL, STATUSES, unitOf } from "../assessment";
import { asTyped, entryRule, oneMoreDecimal, printed, printedFormat, PROGRESS_FORMAT } from "./form-numbers";
import { highlights, noteOf } from "./form-status";
import type { ValidationSpec } from "../grid";
import type { At, Column, Slot, TableSheet, Version } from "../tables";

export const FORM_SHEET: string = FORM_WORDS.name;
/** What the form's versions after the first brought; headers and labels that changed are named, so that an older form reads as today's. */
const VERSIONS: readonly Version[] = [
  { version: 2, brought: "任务分工有自己的报告期和表样" },
  { version: 3, brought: "函数自己说明有什么不对，外面不再套 IFERROR" },
  { version: 4, brought: "审核提示也核对指标之间的关系" },
];
/** Stands in the workbook as YIZHI_TEMPLATE. */
export const FORM_VERSION = String(VERSIONS.at(-1)!.version);

/** Workbook names through which formulas and commands find the form's parameters. */
export const NAMES = {
  period: "YIZHI_PERIOD",
  bureau: "YIZHI_BUREAU",
  tolerance: "YIZHI_TOLERANCE",
  redline: "YIZHI_REDLINE",
  template: "YIZHI_TEMPLATE",
  scope: "YIZHI_SCOPE",
  tasks: "YIZHI_TASKS",
  tasksTemplate: "YIZHI_TASKS_TEMPLATE",
  tasksScope: "YIZHI_TASKS_SCOPE",
  tasksPeriod: "YIZHI_TASKS_PERIOD",
} as const;

/** An empty cell reaches a custom function as 0, so it is passed on as empty text; an error cell as words, so that it is judged as 数据有误. */
const typed = (cell: string): string => `IFERROR(IF(${cell}="","",${cell}),"${ERROR_CELL}")`;
/** What a figure's cell shows where the plan gives none. */
const NO_FIGURE = '"–"';

const given = (name: string): string => `IF(${name}="","",${name})`;
const parameters = `${NAMES.period},${given(NAMES.tolerance)},${given(NAMES.redline)}`;

const { missing, invalid } = STATUSES;

/**
 * What waits for 状态 shows the same waiting. What is no number, or out of bounds, has a schedule but no 差距 and 完成进度.
 * The functions say themselves what is wrong: IFERROR round them would hide that they are unknown, or still at work.
 */
const YIZHI_FORMULAS: FormFormulas = {
  expected: (at) =>
    `=IF(LEFT(${at("status")})="${missing.symbol}","",YIZHI.EXPECTED(${at("code")},${NAMES.period},${NO_FIGURE}))`,
  gap: (at) =>
    `=IF(OR(LEFT(${at("status")})={"${missing.symbol}","${invalid.symbol}"}),"",YIZHI.GAP(${at("code")},${at("actual")},${NO_FIGURE}))`,
  progress: (at) => `=IF(${at("gap")}="","",YIZHI.PROGRESS(${at("code")},${at("actual")},${NO_FIGURE}))`,
  status: (at) => {
    const judged = `YIZHI.STATUS(${at("code")},IFERROR(${at("actual")},"${ERROR_CELL}"),${parameters},TRUE)`;
    return `=IF(ISBLANK(${at("actual")}),"${missing.symbol} ${missing.word}",${judged})`;
  },
  check: (at, bound) =>
    `=YIZHI.CHECK(${[at("code"), typed(at("actual")), typed(at("previous")), ...othersOf(at, bound)].join()})`,
};

/** 本期值 of other rows as text, `TY03=20；TY05=1.6`, found by code: rows may be sorted, and one that is not there says nothing. */
function othersOf(at: At, codes: readonly string[]): string[] {
  const [code, actual] = [at("code"), at("actual")].map((cell) => cell.replace(/^(\$?[A-Z]+)\d+$/, "$1:$1"));
  const said = codes.map((one) => `"${one}="&IFERROR(INDEX(${actual!},MATCH("${one}",${code!},0)),"")`);
  return said.length > 0 ? [said.join(`&"；"&`)] : [];
}

/** The form's columns, left to right; found again by header, never by position. */
function formColumns(plan: Plan, formulas: FormFormulas): Column<Indicator>[] {
  const formula = (id: keyof FormFormulas) => (indicator: Indicator, at: At) => ({
    formula: formulas[id](at, id === "check" ? boundTo(indicator.code, plan) : []),
  });
  const { baselineHeader, targetHeader } = plan.indicatorTable;
  return [
    { id: "code", header: "指标代码", width: 8, align: "Center", cell: (i) => i.code },
    { id: "number", header: "序号", width: 8, align: "Center", cell: (i) => i.number },
    { id: "name", header: "指标名称", width: 26, align: "Left", cell: (i) => i.name },
    { id: "unit", header: "计量单位", width: 8, align: "Center", cell: unitOf },
    {
      id: "baseline",
      header: baselineHeader,
      elsewhere: /^\d{4}年$/,
      width: 9,
      align: "Right",
      cell: (i) => printed(i.baseline.text),
      numberFormat: (i) => printedFormat(i.baseline.text),
    },
    {
      id: "target",
      header: targetHeader,
      elsewhere: /^\d{4}年\(目标\)$/,
      width: 12,
      align: "Right",
      cell: (i) => printed(i.target.text),
      numberFormat: (i) => printedFormat(i.target.text),
    },
    {
      id: "previous",
      header: "上年同期",
      width: 9,
      align: "Right",
      entry: true,
      numberFormat: asTyped,
      validation: entryRule,
    },
    {
      id: "actual",
      header: "本期值",
      width: 9,
      align: "Right",
      entry: true,
      numberFormat: asTyped,
      validation: entryRule,
    },
    {
      id: "expected",
      header: "序时目标",
      width: 9,
      align: "Right",
      numberFormat: oneMoreDecimal,
      cell: formula("expected"),
    },
    { id: "gap", header: "差距", width: 9, align: "Right", numberFormat: asTyped, cell: formula("gap") },
    {
      id: "progress",
      header: "完成进度",
      width: 9,
      align: "Right",
      numberFormat: () => PROGRESS_FORMAT,
      cell: formula("progress"),
    },
    { id: "status", header: "状态", width: 12, align: "Left", cell: formula("status") },
    { id: "bureaus", header: "责任部门", width: 16, align: "Left", cell: (i) => i.responsible },
    { id: "check", header: "审核提示", width: 32, align: "Left", cell: formula("check") },
    { id: "explanation", header: "情况说明", width: 32, align: "Left", entry: true },
  ];
}

const PERIOD_LIST_LIMIT = 255; // Excel's limit for a list written into the rule

/** As many of the offered periods as Excel takes: quarters go first, then halves. */
function periodList(plan: Plan): string[] {
  const all = offeredPeriods(plan);
  const shorter = [all, all.filter((p) => !p.endsWith("季度")), all.filter((p) => p.endsWith("年"))];
  return shorter.find((list) => list.join(",").length <= PERIOD_LIST_LIMIT) ?? shorter.at(-1)!.slice(-20);
}

/** `《某规划（征求意见稿）》专栏1`; a source that only repeats the plan's name says no more. */
export const basis = ({ name, stage }: Plan, source: string): string =>
  `《${name}${stage ? `（${stage}）` : ""}》${source === name ? "" : source}`;

/** A cell for 报告期: a list that only helps, since every readable form is accepted. */
export function periodEntry(plan: Plan): ValidationSpec {
  const year = exampleYear(plan);
  return {
    rule: { type: "list", source: periodList(plan) },
    prompt: { title: "报告期", message: `可从列表选择，也可填 ${year}Q1、${year}年6月等。` },
  };
}

function headSlots(plan: Plan, options: TableOptions): Slot[][] {
  const points: ValidationSpec = {
    rule: { type: "decimal", min: 0 },
    prompt: {
      title: "百分点",
      message: "落后不足“容差”为基本达到；达到“容差”为滞后；超过“红线”为严重滞后。",
    },
    error: { title: "参数有误", message: "请填不小于 0 的数（百分点），红线不得小于容差。" },
  };
  return [
    [
      { id: "formNumber", label: "表号：", labelColumns: [0, 1], columns: [2, 2], value: "" },
      { id: "authority", label: "制定机关：", labelColumns: [3, 4], columns: [5, 7], value: "" },
      {
        id: "basis",
        label: "依据：",
        labelColumns: [8, 8],
        columns: [9, 14],
        elsewhere: /^《.+》/,
        value: basis(plan, plan.indicatorTable.source),
      },
    ],
    [
      {
        id: "bureau",
        label: "填报单位：",
        labelColumns: [0, 1],
        columns: [2, 2],
        value: options.bureau?.name ?? plan.place.whole,
        locked: true,
        name: NAMES.bureau,
      },
      {
        id: "period",
        label: "报告期：",
        labelColumns: [3, 4],
        columns: [5, 7],
        value: options.period ?? "",
        validation: periodEntry(plan),
        numberFormat: (content) => (isPeriodDate(content) ? PERIOD_DATE_FORMAT : "General"),
        name: NAMES.period,
      },
      {
        id: "tolerance",
        label: "容差：",
        labelColumns: [8, 8],
        columns: [9, 9],
        value: 10,
        align: "Center",
        validation: points,
        name: NAMES.tolerance,
      },
      {
        id: "redline",
        label: "红线：",
        labelColumns: [10, 10],
        columns: [11, 11],
        value: 30,
        align: "Center",
        validation: points,
        name: NAMES.redline,
      },
    ],
  ];
}

/** The signatures every statistical form ends with. */
export const footSlots = (
  places: [label: string, labels: [number, number], columns: [number, number]][],
): Slot[][] => [
  places.map(([label, labelColumns, columns]) => ({
    id: label,
    label: `${label}：`,
    labelColumns,
    columns,
    value: "",
  })),
];

/** Sections with the indicators of the bureau, and those to be kept; empty sections fall away. */
function groupsOf(plan: Plan, options: TableOptions): TableSheet<Indicator>["groups"] {
  const own = options.bureau && new Set(indicatorsOfBureau(options.bureau, plan).map((i) => i.code));
  const shown = (i: Indicator): boolean => !own || own.has(i.code) || (options.keep?.has(i.code) ?? false);
  return plan.sections
    .map(({ title, indicators }) => ({
      title: title === "" ? null : title,
      records: indicators.filter(shown),
    }))
    .filter((group) => group.records.length > 0);
}

/** The sheet 指标填报: one row per indicator of the city or of one bureau. */
export function formSheet(plan: Plan, options: TableOptions = {}): TableSheet<Indicator> {
  const columns = formColumns(plan, options.formulas ?? YIZHI_FORMULAS);
  return {
    name: FORM_SHEET,
    title: plan.indicatorTable.title,
    columns,
    key: "code",
    subject: "name",
    scope: "bureau",
    frozenColumns: 3,
    groups: groupsOf(plan, options),
    head: headSlots(plan, options),
    foot: footSlots([
      ["单位负责人", [0, 1], [2, 2]],
      ["统计负责人", [3, 4], [5, 6]],
      ["填表人", [7, 7], [8, 10]],
      ["联系电话", [11, 11], [12, 12]],
      ["报出日期", [13, 13], [14, 14]],
    ]),
    note: noteOf(plan),
    highlights: highlights(plan, columns),
    names: { [NAMES.template]: templateId(plan), [NAMES.scope]: options.bureau?.name ?? plan.place.whole },
    template: [NAMES.template],
    versions: VERSIONS,
    givenTo: NAMES.scope,
    unlike: PLAN_LABELS.example,
  };
}

/** Says which form and which plan a workbook was made from. */
export const templateId = ({ id, version }: Pick<Plan, "id" | "version">): string =>
  `form@${FORM_VERSION} ${id}@${version}`;

/** The bureau a form's 填报单位 cell names; undefined for the whole city or anything unknown. */
export function bureauOnForm(text: string, plan: Plan): Bureau | undefined {
  const found = findBureau(text, plan);
  return found.ok ? found.value : undefined;
}

/** True for what a form's 填报单位 may say: the whole city or one of the plan's bureaus, under any of its names. */
export const isBureau = (text: string, plan: Plan): boolean =>
  isWhole(text, plan) || findBureau(text, plan).ok;
