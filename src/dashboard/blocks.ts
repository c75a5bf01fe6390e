import type { Cell } from "../grid";
import {
  byBureaus,
  byFields,
  type IndicatorStanding,
  RANKING_NOTE,
  SCHEDULE,
  type Summary,
  tallyOf,
} from "../summary";
import type { CourseLine } from "./course";
import type { ProgressLine } from "./progress";

/** A small table of the dashboard; all of them have the same columns, each as wide as the sheet has it. */
export interface Block {
  id: "fields" | "bureaus" | "progress" | "course";
  title: string;
  headers: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** by column from the second, the number format; absent: General */
  formats: readonly string[];
  /** said below it; "" for nothing */
  note: string;
}

/** The columns after the name: 单位 or 领域, 指标, 报告期. */
export const CLASS_COLUMNS = [
  ...SCHEDULE.classes(false),
  { id: "unjudged", word: "未评价" },
  { id: "missing", word: "未填报" },
];

const COUNT = "0";
const PERCENT = "0.0%";

/** Counts of some indicators: by class, not judged, not filled in; then all, and those filled in. */
function countsOf(items: readonly IndicatorStanding[], { final }: Summary): number[] {
  const { classes, unjudged, missing, all, filled } = tallyOf(items, SCHEDULE, final);
  const others = unjudged.reduce((sum, alike) => sum + alike.items.length, 0);
  return [...classes.map((one) => one.items.length), others, missing.length, all.length, filled.length];
}

const COUNT_HEADERS = [...CLASS_COLUMNS.map(({ word }) => word), "总数", "已填"];

export function fieldBlock(summary: Summary): Block {
  const all = summary.indicators ?? [];
  const fields = byFields(all).map(({ name, items }): Cell[] => [name, ...countsOf(items, summary)]);
  return {
    id: "fields",
    title: "总体和各领域",
    headers: ["领域", ...COUNT_HEADERS],
    rows: [["全部指标", ...countsOf(all, summary)], ...fields],
    formats: COUNT_HEADERS.map(() => COUNT),
    note: "",
  };
}

/** Those who have most behind first. */
export function bureauBlock(summary: Summary): Block {
  const groups = byBureaus(summary.indicators ?? [], summary.plan);
  const behind = ({ items }: (typeof groups)[number]): number =>
    tallyOf(items, SCHEDULE, summary.final).lagging.length;
  const sorted = [...groups].sort((a, b) => behind(b) - behind(a));
  return {
    id: "bureaus",
    title: "各责任部门",
    headers: ["责任部门", ...COUNT_HEADERS, "共同负责"],
    rows: sorted.map(({ name, items, joint }) => [name, ...countsOf(items, summary), joint]),
    formats: [...COUNT_HEADERS, "共同负责"].map(() => COUNT),
    note: groups.some(({ joint }) => joint > 0)
      ? "共同负责的指标在各责任部门分别计数，各部门合计大于总数。"
      : "",
  };
}

/** So many indicators are drawn, the farthest behind. */
const MOST = 15;

/** 差距 and 责任部门 are told beside what is drawn. */
export function progressBlock(lines: readonly ProgressLine[]): Block {
  const shown = lines.slice(0, MOST);
  return {
    id: "progress",
    title: "进度与序时",
    headers: ["指标", "完成进度", "应完成", "位次", "落后", "差距", "责任部门"],
    rows: shown.map(({ standing, done, due, place, behind }) => [
      standing.name,
      done ?? "",
      due ?? "",
      place ?? "",
      behind === "" ? "" : Number.isNaN(Number(behind)) ? behind : Number(behind),
      standing.status === "met" ? "" : standing.words.gap,
      standing.bureaus.join("、"),
    ]),
    formats: [PERCENT, PERCENT, COUNT, "General", "General", "General"],
    note: [
      ...(lines.some(({ place }) => place !== null) ? [RANKING_NOTE] : []),
      ...(lines.length > MOST ? [`另有 ${lines.length - MOST} 项见填报表。`] : []),
    ].join(""),
  };
}

/** The last periods. */
const PERIODS = 8;

export const courseBlock = (lines: readonly CourseLine[]): Block => ({
  id: "course",
  title: "各期变化",
  headers: ["报告期", ...SCHEDULE.classes(false).map(({ word }) => word)],
  rows: lines.slice(-PERIODS).map(({ period, counts }) => [period, ...counts]),
  formats: SCHEDULE.classes(false).map(() => COUNT),
  note: lines.length > PERIODS ? `只列最近 ${PERIODS} 期。` : "",
});
