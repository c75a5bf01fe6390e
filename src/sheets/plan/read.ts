import { bottomOf, cellAddress, folded, rightOf, valueAt } from "../../grid";
import {
  aroundOf,
  isCellSafe,
  LABEL,
  meaningsOf,
  nameAndUnit,
  parseNotation,
  planIdOf,
  planMessage,
  type PlanYears,
  readRetired,
  settled,
  versionOf,
} from "../../plan";
import type { IndicatorFile, PlanFile } from "../../plan/open";
import { fail, fold, ok, type Result } from "../../text";
import { given, type PlanSheet, type PlanSheetIssue, readNumber, readWhole, type RowCells } from "./cells";
import { checksOf } from "./checks";
import { AFTER_YEARS, BEFORE_YEARS, OPTIONAL, type PlanColumn, SOURCES, yearColumn } from "./columns";
import { findSheet, type FoundSheet, OWN_COLUMN, range, yearColumns } from "./find";
import { bureausOf, checkUnique, tasksOf } from "./lists";
import { type IndicatorRow, sectionsOf } from "./sections";
import { bureauSheet, checkSheet, indicatorSheet, planTaskSheet } from "./sheets";
import { NO, NONE, readDirection, readType, YES } from "./words";

/** The sheets of a plan as read; all but the first may be gone. */
export interface PlanSheetGrids {
  indicators: PlanSheet;
  tasks?: PlanSheet | null;
  bureaus?: PlanSheet | null;
  checks?: PlanSheet | null;
}

/** A plan's file as its sheets say it, and where each of its indicators stands. */
export interface PlanOnSheets {
  file: PlanFile;
  rows: ReadonlyMap<string, RowCells>;
}

const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];

const yearIn = (text: string): number | null =>
  readWhole(FIRST_YEAR, LAST_YEAR)(fold(text).replace(/^(\d+)年$/, "$1"));

/** Both years, or undefined and what is wrong with them. */
function yearsOf(sheet: PlanSheet, found: FoundSheet, issues: PlanSheetIssue[]): PlanYears | undefined {
  const fault = (id: string, words: string): undefined => {
    issues.push({ sheet: sheet.name, address: found.slotAddress(id), words });
  };
  /** From the other year, five apart as plans are. */
  const likely = (id: string): string => {
    const isBaseline = id === "baselineYear";
    const other = yearIn(found.slot(isBaseline ? "targetYear" : "baselineYear"));
    return other === null ? "" : `，例如 ${other + (isBaseline ? -5 : 5)}`;
  };
  const year = (id: "baselineYear" | "targetYear", label: string): number | undefined => {
    const text = fold(found.slot(id));
    const value = yearIn(text);
    return (
      value ?? fault(id, `${label}${text === "" ? "没有填" : `“${text}”不是年份`}，请填四位年份${likely(id)}`)
    );
  };
  const [baselineYear, targetYear] = [year("baselineYear", "基期年"), year("targetYear", "目标年")];
  if (baselineYear === undefined || targetYear === undefined) return undefined;
  if (targetYear > baselineYear) return { baselineYear, targetYear };
  return fault("targetYear", `目标年 ${targetYear} 不晚于基期年 ${baselineYear}，请改正其中一个`);
}

/** null: none; undefined: to be inferred */
const boundOf = (row: RowCells, id: "min" | "max"): number | null | undefined => {
  const read = row.read<number | typeof NONE>(
    id,
    (word) => (word === NONE ? NONE : readNumber(word)),
    `数，或者“${NONE}”`,
  );
  return read === NONE ? null : read;
};

/** Name and unit as the file has them: the unit stands in the label's last bracket, or by itself. */
function labelOf(row: RowCells): Pick<IndicatorFile, "label" | "unit"> {
  const label = row.text("label").trim();
  const unit = row.text("unit").trim();
  const [, , inLabel] = LABEL.exec(label) ?? [];
  if (unit === NONE) return { label, unit: "" };
  const isSaid = inLabel !== undefined && (unit === "" || fold(unit) === fold(inLabel));
  return isSaid ? { label } : { label, unit };
}

/** The sentences of 阶段目标出处, by year. */
const sourcesOf = (text: string): Map<number, string> =>
  new Map(
    [...text.matchAll(/^(\d{4})年：(.*)$/gm)].map(
      ([, year, source]) => [Number(year), source!.trim()] as const,
    ),
  );

function milestonesOf(row: RowCells, years: readonly number[], unit: string): IndicatorFile["milestones"] {
  const sources = sourcesOf(row.text("sources"));
  return years.flatMap((year) => {
    const id = `year ${year}`;
    const text = row.text(id);
    const read = parseNotation(text, unit);
    if (!read.ok) row.fault(id, planMessage(read.issue));
    else if (read.value.kind === "words")
      row.fault(id, `阶段目标“${text}”不是一个数，请改成数；要保留原文，请写在“备注”`);
    if (!read.ok || read.value.kind !== "value") return [];
    const { value } = read.value;
    const source = sources.get(year);
    const isPlain = text === String(value) && source !== undefined;
    return [{ year, value, ...(!isPlain && { text }), ...given("source", source) }];
  });
}

/** Says what is wrong with the printed target beside what its columns say of it. */
function checkTarget(row: RowCells, file: IndicatorFile, years: PlanYears): void {
  const text = file.target;
  const ways = meaningsOf(text, aroundOf(file, years));
  // 人工判断 and 不评价 settle whatever is printed
  if (settled(ways, file).length > 0) return;
  if (ways.length === 0)
    row.fault(
      "target",
      `${planMessage({ code: "notation-unreadable", text })}；是文字目标的，请在“目标类型”选“人工判断”`,
    );
  else if (text.trim() === "")
    row.fault("target", "目标是空的，请填目标；不评价的，请把“目标类型”改为“不评价”");
  else row.fault("type", `目标“${text}”不能这样评价，请清空，或从列表另选`);
}

function indicatorOf(row: RowCells, between: readonly number[], years: PlanYears): IndicatorFile {
  const label = labelOf(row);
  const kind = row.read("type", readType, "列表中的一项，或区间±5%之类");
  const file: IndicatorFile = {
    code: row.word("code"),
    ...label,
    ...given("number", row.read("number", readWhole(1, Infinity), "正整数")),
    baseline: row.text("baseline"),
    target: row.text("target"),
    ...given("type", kind?.type),
    ...given("within", kind?.within),
    responsible: row.text("responsible").trim(),
    ...given("lead", row.text("lead").trim()),
    ...given("attribute", row.text("attribute").trim()),
    ...given("partOf", row.word("partOf")),
    ...given("note", row.text("note").trim()),
    ...given("direction", row.read("direction", readDirection, "“越高越好”或“越低越好”")),
    ...given("min", boundOf(row, "min")),
    ...given("max", boundOf(row, "max")),
    ...given(
      "whole",
      row.read("whole", (word) => (word === YES ? true : word === NO ? false : null), `“${YES}”或“${NO}”`),
    ),
    ...given("decimals", row.read("decimals", readWhole(0, 6), " 0 至 6 的整数")),
    milestones: milestonesOf(row, between, nameAndUnit(label).unit),
  };
  if (file.code === "") row.fault("code", "这一行没有指标代码，请填写，例如 A01；不要这一行的，请清空整行");
  else if (!isCellSafe(file.code))
    row.fault(
      "code",
      `指标代码“${file.code}”放进单元格会变样（像数、日期或公式），请加字母，例如 A01、指标1`,
    );
  if (label.label === "") row.fault("label", "这一行没有指标名称，请填写；不要这一行的，请清空整行");
  checkTarget(row, file, years);
  return file;
}

const SOURCE = /^\d{4}年：/m;

/** 阶段目标出处, which only some plans have: by its header, or by what stands in it. */
const hasSources = ({ grid }: PlanSheet, column: number, header: number): boolean =>
  folded(valueAt(grid, header, column)) === folded(SOURCES.header) ||
  range(header + 1, bottomOf(grid)).some((row) => SOURCE.test(String(valueAt(grid, row, column))));

/** The columns of 规划指标 as this one has them, with those of years and of sources under the headers that they bear. */
function columnsOn(read: PlanSheet, begin: FoundSheet, years: PlanYears): PlanColumn[] {
  const { grid } = read;
  const taken = new Set(begin.columns.values());
  const headerAt = (column: number): string => String(valueAt(grid, begin.header, column));
  const found = [...yearColumns(grid, begin.header, taken, years)].sort(([, a], [, b]) => a - b);
  const rest = range(grid.column, rightOf(grid)).filter((column) => !taken.has(column));
  const sources = rest.find((column) => hasSources(read, column, begin.header));
  const hasOptional = rest.some((column) => folded(headerAt(column)) === folded(OPTIONAL.header));
  return [
    ...BEFORE_YEARS,
    ...found.map(([id, column]) => yearColumn(id, headerAt(column))),
    ...AFTER_YEARS,
    ...(sources === undefined ? [] : [{ ...SOURCES, header: headerAt(sources) }]),
    ...(hasOptional ? [OPTIONAL] : []),
  ];
}

/** Says of columns between 指标名称 and 责任部门 that hold numbers but name no year; no header is there where one was written over. */
function checkYears(
  { name, grid }: PlanSheet,
  { header, columns }: FoundSheet,
  issues: PlanSheetIssue[],
): void {
  const [from, to] = [columns.get("label"), columns.get("responsible") ?? columns.get("lead")];
  if (from === undefined || to === undefined) return;
  const known = new Set(columns.values());
  const faulty = new Set(issues.map(({ address }) => address));
  const isNumber = (text: string): boolean => {
    const read = parseNotation(text);
    return read.ok && read.value.kind === "value";
  };
  for (const column of range(from + 1, to).filter((one) => !known.has(one))) {
    const address = cellAddress(header, column);
    const isYear = range(header + 1, bottomOf(grid)).some((row) =>
      isNumber(String(valueAt(grid, row, column))),
    );
    const is = String(valueAt(grid, header, column)).trim();
    const words = `这一列有数，${is === "" ? "没有表头" : `表头“${is}”看不出是哪一年`}，请写“2025年”或“2030年(目标)”之类；${OWN_COLUMN}`;
    if (isYear && !faulty.has(address)) issues.push({ sheet: name, address, words });
  }
}

/**
 * Reads a plan's sheets, wherever on them tables and labels stand, in whatever order their rows and columns are.
 * @returns the plan's file, or all that is wrong on the sheets
 */
export function readPlanSheets(sheets: PlanSheetGrids): Result<PlanOnSheets, readonly PlanSheetIssue[]> {
  const issues: PlanSheetIssue[] = [];
  const { indicators } = sheets;
  const whole = (words: string) => ({ sheet: indicators.name, address: "", words });
  const begin = findSheet(indicators, indicatorSheet([...BEFORE_YEARS, ...AFTER_YEARS]), []);
  if (!begin) return fail([whole("没有找到表头，请改回“指标代码”“指标名称”等表头，或重新采用规划")]);
  const years = yearsOf(indicators, begin, issues);
  if (!years) return fail(issues);
  const found = findSheet(indicators, indicatorSheet(columnsOn(indicators, begin, years)), issues)!;
  checkYears(indicators, found, issues);
  if (issues.length > 0) return fail(issues);
  for (const [id, words] of [
    ["code", "“指标代码”列"],
    ["label", "“指标名称”列"],
    ["target", `目标列（表头为“${years.targetYear}年(目标)”之类）`],
  ] as const)
    if (!found.columns.has(id)) issues.push(whole(`没有${words}，请把表头改回来，或重新采用规划`));
  if (found.rows.length === 0) issues.push(whole("没有一行指标，请填写，或点“恢复内置规划”"));
  if (issues.length > 0) return fail(issues);
  const between = [...found.columns.keys()]
    .filter((id) => id.startsWith("year "))
    .map((id) => Number(id.slice("year ".length)))
    .sort();
  const rows = found.rows.map((row): IndicatorRow => ({ row, file: indicatorOf(row, between, years) }));
  checkUnique(found.rows, "code", "指标代码");
  const part = (
    id: "tasks" | "bureaus" | "checks",
    table: Parameters<typeof findSheet>[1],
  ): FoundSheet | null => {
    const sheet = sheets[id];
    const there = sheet ? findSheet(sheet, table, issues) : null;
    if (sheet && !there)
      issues.push({ sheet: sheet.name, address: "", words: "没有找到表头，请把表头改回来，或重新采用规划" });
    return there;
  };
  const [taskTable, bureauTable] = [part("tasks", planTaskSheet()), part("bureaus", bureauSheet())];
  const tasks = tasksOf(taskTable);
  const bureaus = bureausOf(bureauTable, [...found.rows, ...(taskTable?.rows ?? [])]);
  const codes = new Set(rows.map(({ file }) => file.code));
  const checkTable = part("checks", checkSheet());
  const checks = checkTable && checksOf(checkTable, [...codes]);
  const sections = sectionsOf(rows, found.slot("order"));
  if (issues.length > 0) return fail(issues);
  const content = {
    ...headOf(found, taskTable, years),
    indicatorTable: indicatorTableOf(indicators, found, years),
    sections,
    tasks,
    bureaus,
    ...(checks && { checks }),
  };
  const example = found.slot("example");
  const [left, last] = ["retired", "lastCodes"]
    .map((id) => found.slot(id))
    .map((words) => (words === NONE ? "" : words));
  const retired = readRetired(left!, last!, [...codes]);
  return ok({
    file: {
      ...content,
      ...(codes.has(example) && { example }),
      ...(retired.length > 0 && { retired }),
      version: versionOf(found.slot("version") || "1", content),
    },
    rows: new Map(rows.map(({ row, file }) => [file.code, row])),
  });
}

const DEFAULT_NAME = "规划";

function headOf(found: FoundSheet, tasks: FoundSheet | null, years: PlanYears) {
  const name = found.slot("name") || DEFAULT_NAME;
  const place = found.slot("place");
  return {
    id: /^[a-z0-9-]+$/.test(found.slot("id")) ? found.slot("id") : planIdOf(place, name),
    ...given("place", place),
    ...given("whole", found.slot("whole")),
    name,
    ...given("stage", found.slot("stage")),
    ...years,
    taskTable: {
      title: tasks?.slot("title") || `${name}重点任务分工`,
      source: tasks?.slot("source") || name,
    },
  };
}

/** Titles, and the headers of the years as they stand. */
function indicatorTableOf({ grid }: PlanSheet, found: FoundSheet, { baselineYear, targetYear }: PlanYears) {
  const headerOf = (id: string): string => {
    const column = found.columns.get(id);
    return column === undefined ? "" : String(valueAt(grid, found.header, column)).trim();
  };
  const [baseline, target] = [headerOf("baseline"), headerOf("target")];
  const name = found.slot("name") || DEFAULT_NAME;
  return {
    title: found.slot("title") || `${name}指标填报表`,
    source: found.slot("source") || name,
    ...(baseline !== `${baselineYear}年` && given("baselineHeader", baseline)),
    ...(target !== `${targetYear}年(目标)` && given("targetHeader", target)),
  };
}
