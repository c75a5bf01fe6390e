import { CHECK_COMPARISONS, LEVELS, TARGET_TYPES } from "../../plan";
import type { Cell, ValidationSpec } from "../../grid";
import type { Column } from "../../tables";
import {
  AFTER_YEAR_HEADERS,
  BEFORE_YEAR_HEADERS,
  BUREAU_HEADERS,
  CHECK_HEADERS,
  type PlanHeader,
  TASK_HEADERS,
} from "./headers";
import { DIRECTION_WORDS, NO, NONE, withinWords, YES } from "./words";

/** One row of a plan's sheet: what stands in its cells, by column id. */
export type PlanRow = Readonly<Record<string, Cell>>;

/** How a column looks, and what may be typed in it. */
interface Looks {
  width: number;
  align?: Column<PlanRow>["align"];
  /** holds a number; all else is text that stays as it is printed, `2-3` and `1:1` too */
  number?: true;
  validation?: ValidationSpec;
}

/** A column as all sheets of a plan have it: typed by people, so that any cell can be changed. */
export interface PlanColumn extends PlanHeader, Looks {}

const columns = <H extends PlanHeader>(
  headers: readonly H[],
  looks: Readonly<Record<H["id"], Looks>>,
): PlanColumn[] => headers.map((header) => ({ ...header, ...looks[header.id as H["id"]] }));

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
export const BEFORE_YEARS = columns(BEFORE_YEAR_HEADERS, {
  code: { width: 8, align: "Center" },
  number: { width: 5, align: "Center", number: true },
  field: { width: 10, align: "Center" },
  label: { width: 26 },
  unit: { width: 9, align: "Center" },
});
export const AFTER_YEARS = columns(AFTER_YEAR_HEADERS, {
  responsible: { width: 16 },
  lead: { width: 12 },
  direction: { width: 11, align: "Center", validation: DIRECTION },
  type: { width: 12, align: "Center", validation: TYPE },
  min: { width: 7, align: "Right", number: true, validation: bound("下限", "0") },
  max: {
    width: 7,
    align: "Right",
    number: true,
    validation: bound("上限", "100", "1000"),
  },
  whole: { width: 7, align: "Center", validation: WHOLE },
  decimals: { width: 7, align: "Center", number: true, validation: DECIMALS },
  partOf: { width: 9, align: "Center" },
  attribute: { width: 10, align: "Center" },
  title: { width: 13 },
  note: { width: 18 },
});
/** Where the plan has sentences for its years between. */
export const SOURCES: PlanColumn = { id: "sources", header: "阶段目标出处", width: 20 };

/** Where the plan has 补充指标. */
export const OPTIONAL: PlanColumn = {
  id: "optional",
  header: "补充指标",
  width: 9,
  align: "Center",
  validation: list("补充指标", [YES], `补充指标填“${YES}”：填报表勾选“含补充指标”才有这一行。其余的空着。`),
};

/** A column of a year: the baseline, the target, or one between. */
export const yearColumn = (id: string, header: string): PlanColumn => ({
  id,
  header,
  width: id === "baseline" ? 9 : 12,
  align: "Right",
});

export const TASK_COLUMNS = columns(TASK_HEADERS, {
  number: { width: 14, align: "Center", number: true },
  text: { width: 60 },
  responsible: { width: 36 },
  deadline: { width: 16, align: "Center" },
  printed: { width: 36 },
});

export const BUREAU_COLUMNS = columns(BUREAU_HEADERS, {
  name: { width: 28 },
  aliases: { width: 46 },
  contact: { width: 14, align: "Center" },
  phone: { width: 18, align: "Center" },
});

export const CHECK_COLUMNS = columns(CHECK_HEADERS, {
  left: { width: 22 },
  comparison: {
    width: 12,
    align: "Center",
    validation: list("比较", [...CHECK_COMPARISONS], "请从列表选择，也可写不大于、不小于等。", false),
  },
  right: { width: 22 },
  level: {
    width: 10,
    align: "Center",
    validation: list(
      "级别",
      [...LEVELS],
      "请从列表选择：强制（须改正）、核实（须写情况说明）、提示（供参考）。空着是核实。",
    ),
  },
  words: { width: 50 },
});

const TEXT_FORMAT = "@";

/** The columns as a table sheet has them. */
export const tableColumns = (all: readonly PlanColumn[]): Column<PlanRow>[] =>
  all.map(({ id, header, width, align = "Left", number, validation }) => ({
    id,
    header,
    width,
    align,
    entry: true,
    cell: (row) => row[id] ?? "",
    numberFormat: () => (number ? "General" : TEXT_FORMAT),
    ...(validation && { validation: () => validation }),
  }));
