import { type Status, STATUSES } from "../assessment";
import { type Area, COLORS, type Highlight } from "../grid";
import { type Indicator, indicatorsOf, type Plan, type TargetType } from "../plan";
import { type Column, columnsOf, type TableSheet } from "../tables";

/* What the form explains of its statuses, and how it shows them. */

/** In the order in which the form explains them; those of 人工判断 where the plan has targets in words. */
const OF_NUMBERS: readonly Status[] = [
  ...(["met", "onSchedule", "nearly", "lagging", "severe", "noBaseline"] as const),
  ...(["notAssessed", "missing", "invalid"] as const),
];
const OF_WORDS: readonly Status[] = ["inProgress", "notMet"];

/** What 本期值 is where it is not the value at the period's end. */
const MEANINGS: readonly [type: TargetType, words: string][] = [
  ["cumulative", "目标为累计数的，本期值填规划期以来的累计数。"],
  ["average", "目标为年均数的，本期值填基期以来的年均数。"],
  ["change", "目标为较基期变化的，按本期值单元格的提示填写。"],
  ["words", "目标没有数值的为人工判断，本期值从列表选择，并在“情况说明”写明理由。"],
];

/** 填报说明 below the table. */
export function noteOf(plan: Plan): string {
  const types = new Set(indicatorsOf(plan).map(({ type }) => type));
  const statuses = [...OF_NUMBERS, ...(types.has("words") ? OF_WORDS : [])];
  const meanings = MEANINGS.filter(([type]) => types.has(type)).map(([, words]) => words);
  return [
    "百分比填百分号前的数；尚无数据请留空，不填 0。",
    "浅黄色单元格由填报单位填写，其余自动计算。",
    "容差、红线单位为百分点，可修改。",
    `状态符号：${statuses.map((one) => `${STATUSES[one].symbol} ${STATUSES[one].word}`).join("　")}。`,
    "审核提示为“核实”的，请在“情况说明”写明原因。",
    ...meanings,
  ].reduce((note, words, i) => `${note}${i + 1}. ${words}`, "填报说明：");
}

/** The words at the end of a 状态 cell that call for a look, worst first, with their colours; `stated` are those of 人工判断. */
const MARKS: {
  words: string[];
  stated?: string;
  row?: string;
  fill?: string;
  font: string;
  bold?: boolean;
}[] = [
  {
    words: ["严重滞后"],
    row: COLORS.severe.row,
    fill: COLORS.severe.cell,
    font: COLORS.severe.cell,
    bold: true,
  },
  {
    words: ["滞后"],
    stated: STATUSES.notMet.word,
    row: COLORS.lagging.row,
    fill: COLORS.lagging.cell,
    font: COLORS.lagging.cell,
    bold: true,
  },
  { words: ["数据有误"], font: COLORS.invalid, bold: true },
  { words: ["已达标"], font: COLORS.good },
  { words: ["达到序时", "基本达到"], stated: STATUSES.inProgress.word, font: COLORS.onTrack },
];

/** The live highlights of lagging rows, their bureaus and 状态. */
export function highlights(plan: Plan, columns: Column<Indicator>[]): TableSheet<Indicator>["highlights"] {
  const hasWords = indicatorsOf(plan).some(({ type }) => type === "words");
  const only = (body: Area, ids: string[]): Area[] => columnsOf(body, columns, (c) => ids.includes(c.id));
  /** an entry keeps the colour that asks for it */
  const calculated = (body: Area): Area[] => columnsOf(body, columns, (c) => !c.entry);
  return (body, at) =>
    MARKS.flatMap(({ words, stated, row, fill, font, bold }): Highlight[] => {
      const all = hasWords && stated !== undefined ? [...words, stated] : words;
      const tests = all.map((word) => `RIGHT(${at("status")},${word.length})="${word}"`);
      const formula = tests.length === 1 ? `=${tests[0]!}` : `=OR(${tests.join()})`;
      const status: Highlight = {
        areas: only(body, ["status"]),
        formula,
        font: { color: font, ...(bold && { bold }) },
      };
      if (!row || !fill) return [status];
      const bureau = {
        areas: only(body, ["bureaus"]),
        formula,
        fill,
        font: { color: COLORS.white },
      };
      return [bureau, status, { areas: calculated(body), formula, fill: row }];
    });
}
