import {
  gap,
  gapWords,
  isNumber,
  type Parameters,
  type Status,
  statusOf,
  STATUSES,
  unitOf,
} from "../assessment";
import { shown } from "../text";
import { findIndicator, type Indicator, parsePeriod, type Period, type Plan, timeShare } from "../plan";
import type { Scalar } from "../grid";
import { stateOf, type TableId } from "../sheets";
import { periodsBefore, valuesOf } from "./before";
import type { Current, Figure } from "./figures";
import { type Ledgers, monthsOf } from "./ledger";

/** How a figure stands: by its 状态, or a task by its 进展状态. */
type Level = Status | "未启动" | "推进中" | "已完成" | "滞后";

/** 人工判断 has 未达标 for what is behind and 推进中 for what is on its way. */
const BEHIND: readonly Level[] = ["severe", "lagging", "notMet"];
const ON_WAY: readonly Level[] = ["nearly", "onSchedule", "inProgress"];
const TASK_BEFORE: readonly Level[] = ["未启动", "推进中"];

interface Turn {
  /** the word a bulletin has for it */
  word: string;
  from: readonly Level[];
  to: readonly Level[];
  /** true: before the plan's end only; false: at its end only */
  early?: boolean;
  /** `{name}由{was}转为{is}`; figures stand in brackets behind it */
  says: string;
}

/** What can have changed since the last period, the best first. What is in none of these has not changed. */
export const TURNS: readonly Turn[] = [
  {
    word: "提前",
    from: [...BEHIND, ...ON_WAY, "noBaseline"],
    to: ["met"],
    early: true,
    says: "{name}提前达到目标",
  },
  {
    word: "达标",
    from: [...BEHIND, ...ON_WAY, "noBaseline"],
    to: ["met"],
    early: false,
    says: "{name}达到目标",
  },
  { word: "追上", from: BEHIND, to: ON_WAY, says: "{name}由{was}转为{is}" },
  { word: "加快", from: ["nearly"], to: ["onSchedule"], says: "{name}由{was}转为{is}" },
  { word: "缓解", from: ["severe"], to: ["lagging"], says: "{name}由{was}转为{is}，仍未赶上序时" },
  { word: "放缓", from: ["onSchedule"], to: ["nearly"], says: "{name}由{was}转为{is}" },
  { word: "回落", from: ["met"], to: ON_WAY, says: "{name}由{was}退为{is}" },
  { word: "落后", from: ["met", "noBaseline", ...ON_WAY], to: BEHIND, says: "{name}由{was}转为{is}" },
  { word: "加重", from: ["lagging"], to: ["severe"], says: "{name}由{was}加重为{is}" },
  { word: "完成", from: [...TASK_BEFORE, "滞后"], to: ["已完成"], says: "{name}已完成" },
  { word: "追上", from: ["滞后"], to: TASK_BEFORE, says: "{name}由{was}转为{is}" },
  { word: "启动", from: ["未启动"], to: ["推进中"], says: "{name}已启动" },
  { word: "落后", from: [...TASK_BEFORE, "已完成"], to: ["滞后"], says: "{name}由{was}转为{is}" },
];

/** One indicator or task that stands otherwise than in its last period. */
export interface Change {
  table: TableId;
  key: string;
  word: string;
  /** the period it is compared with */
  since: string;
  /** a sentence without its stop */
  text: string;
}

const wordOf = (level: Level): string => (level in STATUSES ? STATUSES[level as Status].word : level);

interface Two {
  name: string;
  was: Level;
  is: Level;
  /** what stands in brackets */
  figures: string;
}

/** `上期47%，本期48%，差距7个百分点` */
function figuresIn(indicator: Indicator, before: number, value: number): string {
  const unit = unitOf(indicator);
  const missing = gap(indicator, value);
  const parts = [`上期${shown(before)}${unit}`, `本期${shown(value)}${unit}`];
  return [
    ...parts,
    ...(missing.ok && missing.value > 0 ? [`差距${gapWords(missing.value, indicator)}`] : []),
  ].join("，");
}

function indicatorTurn(
  { key, value }: Figure,
  before: { period: Period; value: Scalar },
  period: Period,
  parameters: Parameters,
  plan: Plan,
): Two | null {
  const found = findIndicator(key, plan);
  if (!found.ok) return null;
  const indicator = found.value;
  const level = (at: Period, of: Scalar): Status => statusOf(indicator, at, plan, parameters)(of);
  return {
    name: indicator.name,
    was: level(before.period, before.value),
    is: level(period, value),
    figures: isNumber(value) && isNumber(before.value) ? figuresIn(indicator, before.value, value) : "",
  };
}

function taskTurn({ key, value }: Figure, before: unknown, plan: Plan): Two | null {
  const task = plan.tasks.find(({ number }) => String(number) === key);
  const [was, is] = [stateOf(before), stateOf(value)];
  return task && was && is ? { name: `任务${key}“${task.text}”`, was, is, figures: "" } : null;
}

function sentence({ says }: Turn, { name, was, is, figures }: Two): string {
  const parts: Readonly<Record<string, string>> = { name, was: wordOf(was), is: wordOf(is) };
  const words = says.replace(/\{(\w+)\}/g, (_, part: string) => parts[part]!);
  return figures === "" ? words : `${words}（${figures}）`;
}

/** What changed since each record's last period, as `TURNS` has it, the best first; judged by the plan as it is now. */
export function changesOf(current: Current, ledgers: Ledgers, parameters: Parameters, plan: Plan): Change[] {
  const read = parsePeriod(current.period, plan);
  if (!read.ok) return [];
  const period = read.value;
  const final = timeShare(period, plan) >= 1;
  const periods = periodsBefore(ledgers, monthsOf(period)).filter(({ year }) => year > plan.baselineYear);
  const changes = current.figures.flatMap((figure): { rank: number; change: Change }[] => {
    if (figure.words === null || figure.value === "") return [];
    const { table, key } = figure;
    const before = valuesOf(ledgers[table], key, periods).at(-1);
    if (!before) return [];
    const two =
      table === "form"
        ? indicatorTurn(figure, before, period, parameters, plan)
        : taskTurn(figure, before.value, plan);
    const isTurn = ({ from, to, early }: Turn): boolean =>
      two !== null &&
      from.includes(two.was) &&
      to.includes(two.is) &&
      (early === undefined || early !== final);
    const rank = TURNS.findIndex(isTurn);
    const turn = TURNS[rank];
    if (!two || !turn) return [];
    return [{ rank, change: { table, key, word: turn.word, since: before.text, text: sentence(turn, two) } }];
  });
  return changes.sort((a, b) => a.rank - b.rank).map(({ change }) => change);
}

/** The same as a bulletin has it: `与上期相比，提前1项：…；落后2项：…。`; empty where nothing changed. */
export function changeWords(changes: readonly Change[]): string {
  const words = [...new Set(changes.map(({ word }) => word))];
  const parts = words.map((word) => {
    const same = changes.filter((change) => change.word === word);
    return `${word}${same.length}项：${same.map(({ text }) => text).join("、")}`;
  });
  return parts.length === 0 ? "" : `与上期相比，${parts.join("；")}。`;
}
