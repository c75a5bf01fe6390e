import { type Check, checkText } from "./check";
import { type Bureau, type Indicator, indicatorsOf, type Plan, type Task } from "./plan";
import { TARGET_TYPES } from "./target-type";

const DIRECTIONS = { higher: "越高越好", lower: "越低越好" } as const;
const bound = (value: number | undefined): string => (value === undefined ? "无" : String(value));

/** What people see of an indicator, in words. */
const PARTS: readonly [what: string, of: (indicator: Indicator) => string][] = [
  ["名称", (i) => i.name],
  ["计量单位", (i) => i.unit],
  ["基期", (i) => i.baseline.text],
  ["目标", (i) => i.target.text],
  ["中间年份的目标", (i) => i.milestones.map(({ year, value }) => `${year}年 ${value}`).join("、")],
  ["目标类型", (i) => TARGET_TYPES[i.type]],
  ["方向", (i) => DIRECTIONS[i.direction]],
  ["责任部门", (i) => i.responsible],
  ["牵头部门", (i) => i.lead ?? ""],
  ["下限", (i) => bound(i.min)],
  ["上限", (i) => bound(i.max)],
  ["取整", (i) => (i.whole ? "是" : "否")],
  ["小数位", (i) => String(i.decimals)],
  ["领域", (i) => i.field],
  ["所属指标", (i) => i.partOf ?? ""],
  ["属性", (i) => i.attribute ?? ""],
];

const shown = (text: string): string => (text === "" ? "空" : `“${text}”`);

/** `YL07 护理型养老床位占比：目标由“55”改为“60”` */
function indicatorChange(before: Indicator, after: Indicator): string[] {
  const parts = PARTS.flatMap(([what, of]) =>
    of(before) === of(after) ? [] : [`${what}由${shown(of(before))}改为${shown(of(after))}`],
  );
  return parts.length > 0 ? [`${after.code} ${after.name}：${parts.join("，")}`] : [];
}

/** What came, went and changed among things of one kind. */
function changesOf<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  noun: string,
  name: (one: T) => string,
  changed: (before: T, after: T) => string[],
): string[] {
  const [old, now] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one])));
  const added = after.filter((one) => !old!.has(keyOf(one)));
  const removed = before.filter((one) => !now!.has(keyOf(one)));
  return [
    ...(added.length > 0 ? [`增加${noun}：${added.map(name).join("、")}`] : []),
    ...(removed.length > 0 ? [`减少${noun}：${removed.map(name).join("、")}`] : []),
    ...after.flatMap((one) => {
      const was = old!.get(keyOf(one));
      return was === undefined ? [] : changed(was, one);
    }),
  ];
}

const HEAD: readonly [what: string, of: (plan: Plan) => string][] = [
  ["规划名称", (p) => p.name],
  ["地区", (p) => p.place.name],
  ["阶段", (p) => p.stage ?? ""],
  ["基期年", (p) => String(p.baselineYear)],
  ["目标年", (p) => String(p.targetYear)],
];

const TASK_PARTS = [
  ["text", "内容"],
  ["responsible", "责任单位"],
  ["printed", "责任单位原文"],
  ["deadline", "完成时限"],
] as const;

function taskChange(before: Task, after: Task): string[] {
  const parts = TASK_PARTS.flatMap(([part, what]) => {
    const [was, is] = [before[part] ?? "", after[part] ?? ""];
    return was === is ? [] : [`${what}由${shown(was)}改为${shown(is)}`];
  });
  return parts.length > 0 ? [`任务 ${after.number}：${parts.join("，")}`] : [];
}

const namesOf = ({ name, aliases }: Bureau): string => [name, ...aliases].join("、");
const bureauChange = (before: Bureau, after: Bureau): string[] =>
  namesOf(before) === namesOf(after) ? [] : [`单位“${after.name}”的名称和别名改为：${namesOf(after)}`];

const checkChange = (before: Check, after: Check): string[] =>
  before.level === after.level && before.words === after.words
    ? []
    : [`校核“${checkText(after)}”的级别或提示改为：${after.level}${shown(after.words ?? "")}`];

/** What a plan has become, in words, one change a sentence; empty where nothing that people see has changed. */
export const planChanges = (before: Plan, after: Plan): string[] => [
  ...HEAD.flatMap(([what, of]) =>
    of(before) === of(after) ? [] : [`${what}由${shown(of(before))}改为${shown(of(after))}`],
  ),
  ...changesOf(
    indicatorsOf(before),
    indicatorsOf(after),
    ({ code }) => code,
    "指标",
    ({ code, name }) => `${code} ${name}`,
    indicatorChange,
  ),
  ...changesOf(
    before.tasks,
    after.tasks,
    ({ number }) => String(number),
    "任务",
    ({ number, text }) => `${number}“${text}”`,
    taskChange,
  ),
  ...changesOf(
    before.bureaus,
    after.bureaus,
    ({ name }) => name,
    "单位",
    ({ name }) => name,
    bureauChange,
  ),
  ...changesOf(before.checks ?? [], after.checks ?? [], checkText, "校核", checkText, checkChange),
];
