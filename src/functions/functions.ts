import {
  assess,
  auditWords,
  baselineOf,
  crossFindings,
  expected,
  gap,
  gapOf,
  HEAD_WORDS,
  laggingRows,
  progressOf,
  readParameters,
  type Status,
  STATUSES,
  statusOf,
  soundNumber,
  targetOf,
  type Values,
} from "../assessment";
import {
  findBureau,
  findIndicator,
  type Indicator,
  indicatorsOf,
  indicatorsOfBureau,
  parsePeriod,
  type Plan,
  TARGET_TYPES,
  tasksOfBureau,
} from "../plan";
import { planInUse } from "../plan/in-use";
import { fold, isBlank } from "../text";
import {
  allBlank,
  figureOutput,
  figureRule,
  isSingle,
  mapActuals,
  mapIndicators,
  type Matrix,
  missing,
  nameOf,
  orThrow,
  plainValues,
  planError,
  single,
  unreadable,
} from "./cells";

/* Excel's help is made from these comments at build, so they are Chinese and each ends with an example that runs;
   {code} and the like are places for what examples.ts takes from the plan.
   Arguments are any[][] because one formula serves one cell or a whole range. */

const printed = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

/** 报告期 of an argument; an empty cell is none, also where it arrives as 0. */
const periodOf = (argument: Matrix) => parsePeriod(nameOf(argument), planInUse());

const judgedBy = (period: Matrix, tolerance?: Matrix, redline?: Matrix) => ({
  period: orThrow(periodOf(period)),
  parameters: orThrow(readParameters(single(tolerance), single(redline))),
});

/**
 * 差距：目标值减本期值（越低越好的指标相反），单位同指标，负数表示已超过目标；目标是区间的为到区间的距离。空单元格请写 IF(ISBLANK(H9),"",H9)，较早的 Excel 会把它当作 0。示例：=YIZHI.GAP("{code}",{value})
 * @customfunction GAP
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} actual 本期值：可为一个单元格或同样大小的区域
 * @param {any[][]} [otherwise] 算不出时：显示的内容，例如 "–"，省略为错误值
 * @returns {any[][]} 差距
 */
export function gapFunction(indicator: any[][], actual: any[][], otherwise?: any[][]): any[][] {
  return mapActuals(indicator, actual, (found) => figureRule(found, gapOf(found)), otherwise);
}

/**
 * 目标值：计划中目标的数值，不带比较符号；较基期变化的按基期算出，区间和文字没有。示例：=YIZHI.TARGET("{bounded}")
 * @customfunction TARGET
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} [otherwise] 算不出时：显示的内容，例如 "–"，省略为错误值
 * @returns {any[][]} 目标值
 */
export function targetFunction(indicator: any[][], otherwise?: any[][]): any[][] {
  return mapIndicators(indicator, (found) => figureOutput(targetOf(found)), otherwise);
}

/**
 * 基期值：计划中基期的数值，不带比较符号。示例：=YIZHI.BASELINE("{code}")
 * @customfunction BASELINE
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} [otherwise] 算不出时：显示的内容，例如 "–"，省略为错误值
 * @returns {any[][]} 基期值
 */
export function baselineFunction(indicator: any[][], otherwise?: any[][]): any[][] {
  return mapIndicators(indicator, (found) => figureOutput(baselineOf(found)), otherwise);
}

/**
 * 序时目标：按时间进度到报告期应达到的值；累计数从 0 算起，年均数为目标本身。示例：=YIZHI.EXPECTED("{code}","{year}年")
 * @customfunction EXPECTED
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} period 报告期：例如 {year}年、{year}年上半年、{year}Q1、{year}-06
 * @param {any[][]} [otherwise] 算不出时：显示的内容，例如 "–"，省略为错误值
 * @returns {any[][]} 序时目标
 */
export function expectedFunction(indicator: any[][], period: any[][], otherwise?: any[][]): any[][] {
  const when = periodOf(period);
  return mapIndicators(
    indicator,
    (found) => (when.ok ? figureOutput(expected(found, when.value, planInUse())) : planError(when.issue)),
    otherwise,
  );
}

/**
 * 完成进度：增长型指标为已完成的路程占基期到目标的比例，其他为本期值与目标之比；1 表示 100%。空单元格请写 IF(ISBLANK(H9),"",H9)，较早的 Excel 会把它当作 0。示例：=YIZHI.PROGRESS("{code}",{value})
 * @customfunction PROGRESS
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} actual 本期值：可为一个单元格或同样大小的区域
 * @param {any[][]} [otherwise] 算不出时：显示的内容，例如 "–"，省略为错误值
 * @returns {any[][]} 完成进度
 */
export function progressFunction(indicator: any[][], actual: any[][], otherwise?: any[][]): any[][] {
  return mapActuals(indicator, actual, (found) => figureRule(found, progressOf(found)), otherwise);
}

const inWords = (say: (status: (typeof STATUSES)[Status]) => string): Record<Status, string> =>
  Object.fromEntries(Object.entries(STATUSES).map(([id, status]) => [id, say(status)])) as Record<
    Status,
    string
  >;
const WORDS = inWords(({ word }) => word);
/** `▲ 滞后` */
const MARKED = inWords(({ symbol, word }) => `${symbol} ${word}`);

/** What 状态 says on the form where 报告期, 容差 or 红线 let nothing be judged; null where they do. */
function headWords(period: Matrix, tolerance?: Matrix, redline?: Matrix): string | null {
  if (nameOf(period) === "") return HEAD_WORDS.missing;
  const readable = periodOf(period).ok && readParameters(single(tolerance), single(redline)).ok;
  return readable ? null : HEAD_WORDS.wrong;
}

/**
 * 状态：已达标、达到序时、基本达到、滞后、严重滞后、无基期、不评价、未填报或数据有误；目标为文字的填已达标、推进中或未达标。空单元格请写 IF(ISBLANK(H9),"",H9)，较早的 Excel 会把它当作 0。示例：=YIZHI.STATUS("{code}",{value},"{year}年")
 * @customfunction STATUS
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} actual 本期值：可为一个单元格或同样大小的区域
 * @param {any[][]} period 报告期：例如 {year}年、{year}年上半年、{year}Q1、{year}-06
 * @param {any[][]} [tolerance] 容差：百分点，落后不到它为基本达到，省略为 10
 * @param {any[][]} [redline] 红线：百分点，落后超过它为严重滞后，省略为 30
 * @param {any[][]} [symbol] 带符号：TRUE 表示同指标模板一样显示，状态前加符号，报告期、容差或红线有误时写明；省略为 FALSE
 * @returns {any[][]} 状态
 */
export function statusFunction(
  indicator: any[][],
  actual: any[][],
  period: any[][],
  tolerance?: any[][],
  redline?: any[][],
  symbol?: any[][],
): any[][] {
  const asOnForm = single(symbol) === true || single(symbol) === 1;
  const words = asOnForm ? MARKED : WORDS;
  const head = asOnForm ? headWords(period, tolerance, redline) : null;
  if (head !== null || allBlank(actual))
    return mapActuals(indicator, actual, () => (input) => (isBlank(input) ? words.missing : head!));
  const { period: when, parameters } = judgedBy(period, tolerance, redline);
  return mapActuals(indicator, actual, (found) => {
    const status = statusOf(found, when, planInUse(), parameters);
    return (input) => words[status(input)];
  });
}

/**
 * 理由：用一句话说明状态从何而来。空单元格请写 IF(ISBLANK(H9),"",H9)，较早的 Excel 会把它当作 0。示例：=YIZHI.REASON("{code}",{value},"{year}年")
 * @customfunction REASON
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} actual 本期值：可为一个单元格或同样大小的区域
 * @param {any[][]} period 报告期：例如 {year}年、{year}年上半年、{year}Q1、{year}-06
 * @param {any[][]} [tolerance] 容差：百分点，省略为 10
 * @param {any[][]} [redline] 红线：百分点，省略为 30
 * @returns {any[][]} 理由
 */
export function reasonFunction(
  indicator: any[][],
  actual: any[][],
  period: any[][],
  tolerance?: any[][],
  redline?: any[][],
): any[][] {
  if (allBlank(actual)) return mapActuals(indicator, actual, () => () => "");
  const { period: when, parameters } = judgedBy(period, tolerance, redline);
  return mapActuals(
    indicator,
    actual,
    (found) => (input) => assess(found, input, when, planInUse(), parameters).reason,
  );
}

/**
 * 审核提示：强制、核实、提示三级，多条用“；”隔开，没有问题时为空。空单元格请写 IF(ISBLANK(H9),"",H9)，较早的 Excel 会把它当作 0。示例：=YIZHI.CHECK("{code}",{value},{previous})
 * @customfunction CHECK
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} actual 本期值：可为一个单元格或同样大小的区域
 * @param {any[][]} [previous] 上年同期：大小同本期值，省略则不与上年比较
 * @param {any[][]} [others] 其他指标：规划校核涉及的其他指标的本期值，写成 "{code}={value}"，多项用“；”隔开，省略则不作指标之间的校核
 * @returns {any[][]} 审核提示
 */
export function checkFunction(
  indicator: any[][],
  actual: any[][],
  previous?: any[][],
  others?: any[][],
): any[][] {
  const before = plainValues(previous ?? [[""]]);
  const one = isSingle(before);
  if (!one && (before.length !== actual.length || before[0]!.length !== actual[0]!.length))
    throw unreadable("“上年同期”与“本期值”的区域大小须相同");
  const plan = planInUse();
  const told = valuesTold(single(others), plan);
  return mapActuals(indicator, actual, (found) => (input, row, column) => {
    const values: Values = (code) =>
      code === found.code ? soundNumber(found, { value: input }) : told(code);
    const cross = crossFindings(found.code, plan, values);
    return auditWords(found, input, before[one ? 0 : row]![one ? 0 : column], cross);
  });
}

/** 本期值 of other indicators, `TY03=20；TY05=1.6`. */
function valuesTold(text: unknown, plan: Plan): Values {
  const parts = fold(String(text ?? ""))
    .toUpperCase()
    .split(";");
  const told = new Map(parts.map((part) => part.split("=") as [string, string]));
  return (code) => {
    const found = findIndicator(code, plan);
    const value = told.get(code.toUpperCase()) ?? "";
    return found.ok && value !== "" ? soundNumber(found.value, { value: Number(value) }) : NaN;
  };
}

/**
 * 责任部门：按计划所列，多个用“、”隔开。示例：=YIZHI.BUREAU("{joint}")
 * @customfunction BUREAU
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @returns {any[][]} 责任部门
 */
export function bureauFunction(indicator: any[][]): any[][] {
  return mapIndicators(indicator, (found) => found.bureaus.join("、"));
}

const FIELDS = new Map<string, (indicator: Indicator) => string | number>([
  ["名称", (i) => i.name],
  ["单位", (i) => i.unit],
  ["领域", (i) => i.field],
  ["基期", (i) => printed(i.baseline.text)],
  ["目标", (i) => printed(i.target.text)],
  ["责任部门", (i) => i.responsible],
  ["牵头", (i) => i.lead ?? ""],
  ["属性", (i) => i.attribute ?? ""],
  ["目标类型", (i) => TARGET_TYPES[i.type]],
]);

/**
 * 计划内容：按计划原样给出指标的名称、单位、领域、基期、目标、责任部门、牵头、属性，或给出目标类型。示例：=YIZHI.INFO("{code}","单位")
 * @customfunction INFO
 * @param {any[][]} indicator 指标：代码或名称，可为一个单元格或一个区域
 * @param {any[][]} field 项目：名称、单位、领域、基期、目标、责任部门、牵头、属性、目标类型之一
 * @returns {any[][]} 计划内容
 */
export function infoFunction(indicator: any[][], field: any[][]): any[][] {
  const name = fold(String(nameOf(field)));
  const read = FIELDS.get(name);
  const known = [...FIELDS.keys()].join("、");
  if (!read) throw unreadable(`${name === "" ? "项目为空" : `没有“${name}”这一项`}，请填：${known}`);
  return mapIndicators(indicator, read);
}

/** The rows of the whole place, or of one bureau under any of its names. */
function ofBureau<T>(
  argument: any[][] | undefined,
  all: readonly T[],
  own: typeof indicatorsOfBureau | typeof tasksOfBureau,
): readonly T[] {
  const name = nameOf(argument);
  if (all.length === 0) throw missing("计划中没有重点任务");
  if (name === "") return all;
  const bureau = orThrow(findBureau(String(name), planInUse()));
  const rows = own(bureau, planInUse()) as readonly T[];
  if (rows.length === 0) throw missing(`计划中没有由“${bureau.name}”负责的内容`);
  return rows;
}

/**
 * 指标清单：指标代码、指标名称、计量单位、基期、目标、责任部门，不带表头。示例：=YIZHI.INDICATORS("{bureau}")
 * @customfunction INDICATORS
 * @param {any[][]} [bureau] 责任部门：任一名称均可，省略为{whole}
 * @returns {any[][]} 指标清单
 */
export function indicatorsFunction(bureau?: any[][]): any[][] {
  return ofBureau(bureau, indicatorsOf(planInUse()), indicatorsOfBureau).map((i) => [
    i.code,
    i.name,
    i.unit,
    printed(i.baseline.text),
    printed(i.target.text),
    i.responsible,
  ]);
}

/**
 * 任务清单：序号、重点任务、责任单位，不带表头。示例：=YIZHI.TASKS("{taskBureau}")
 * @customfunction TASKS
 * @param {any[][]} [bureau] 责任单位：任一名称均可，省略为全部
 * @returns {any[][]} 任务清单
 */
export function tasksFunction(bureau?: any[][]): any[][] {
  return ofBureau(bureau, planInUse().tasks, tasksOfBureau).map((t) => [t.number, t.text, t.responsible]);
}

/**
 * 滞后清单：指标代码、指标名称、状态、差距、责任部门，最严重的在前；没有滞后时为一行“无滞后指标”。空单元格请写 IF(ISBLANK(H9:H40),"",H9:H40)，较早的 Excel 会把它当作 0。示例：=YIZHI.LAGGING({codes},{values},"{year}年")
 * @customfunction LAGGING
 * @param {any[][]} indicators 指标：代码或名称的区域
 * @param {any[][]} actuals 本期值：区域，大小同指标
 * @param {any[][]} period 报告期：例如 {year}年、{year}年上半年、{year}Q1、{year}-06
 * @param {any[][]} [bureau] 责任部门：任一名称均可，省略为{whole}
 * @returns {any[][]} 滞后清单
 */
export function laggingFunction(
  indicators: any[][],
  actuals: any[][],
  period: any[][],
  bureau?: any[][],
): any[][] {
  const { period: when, parameters } = judgedBy(period);
  const rows: { indicator: Indicator; actual: unknown }[] = [];
  mapActuals(indicators, actuals, (indicator) => (actual) => {
    rows.push({ indicator, actual });
    return "";
  });
  const own = new Set(ofBureau(bureau, indicatorsOf(planInUse()), indicatorsOfBureau));
  const lagging = laggingRows(
    rows.filter((row) => own.has(row.indicator)),
    when,
    planInUse(),
    parameters,
  );
  if (lagging.length === 0) return [["无滞后指标", "", "", "", ""]];
  return lagging.map(({ row, indicator, assessment }) => [
    indicator.code,
    indicator.name,
    STATUSES[assessment.status].word,
    indicator.type === "words" ? "–" : figureOutput(gap(indicator, row.actual as number)),
    indicator.responsible,
  ]);
}
