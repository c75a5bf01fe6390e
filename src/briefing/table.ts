import { STATUSES } from "../assessment";
import { type IndicatorStanding, rankingOf, type Summary } from "../summary";
import { named, type Piece, slot, words } from "./piece";

export interface Column {
  header: string;
  /** millimetres */
  width: number;
  /** absent: centred */
  left?: true;
}

/** A table of a bulletin; each cell is one piece, with its trace. */
export interface Table {
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Piece[])[];
}

const told = (text: string, item: IndicatorStanding, kind: "cell" | "reckoned" = "reckoned"): Piece =>
  text === "" ? words("—") : { text, trace: { kind, item, address: item.address } };

const status = (item: IndicatorStanding): Piece =>
  told(`${STATUSES[item.status].symbol} ${STATUSES[item.status].word}`, item);

/** 目标, 序时目标, 本期, 差距, in columns for `1000万元` and `39个百分点` on one line; of what reaches its target no gap is left. */
const figures = (item: IndicatorStanding): Piece[] => [
  named(item.words.target),
  told(item.words.expected, item),
  told(item.words.actual, item, "cell"),
  told(item.status === "met" ? "" : item.words.gap, item),
];
const FIGURES: Column[] = [
  { header: "目标", width: 15 },
  { header: "序时目标", width: 15 },
  { header: "本期", width: 15 },
  { header: "差距", width: 18 },
];

/** 原因 as the bureau explains it; where it says nothing the office may write it, nobody else. */
const reason = (item: IndicatorStanding): Piece =>
  item.explanation === ""
    ? slot()
    : { text: item.explanation, trace: { kind: "cell", item, address: item.explanationAddress } };

/** The column that the office may fill. */
export const REASON = "原因";

export const LAGGING_COLUMNS: readonly Column[] = [
  { header: "位次", width: 8 },
  { header: "指标", width: 30, left: true },
  ...FIGURES,
  { header: "落后", width: 11 },
  { header: "责任部门", width: 20, left: true },
  { header: REASON, width: 24, left: true },
];

/** What lags, the farthest behind first, with who answers for it and why. */
export const laggingTable = ({ indicators, parameters }: Summary): Table => ({
  title: "",
  columns: LAGGING_COLUMNS,
  rows: rankingOf(indicators ?? [], parameters).map(({ place, behind, standing }) => [
    told(place === null ? "" : String(place), standing),
    named(`${STATUSES[standing.status].symbol} ${standing.name}`),
    ...figures(standing),
    told(behind, standing),
    named(standing.bureaus.join("、")),
    reason(standing),
  ]),
});

/** 附表: every indicator. */
export const indicatorTable = ({ indicators }: Summary): Table => ({
  title: "指标进展情况表",
  columns: [
    { header: "代码", width: 13 },
    { header: "指标", width: 40, left: true },
    ...FIGURES,
    { header: "状态", width: 20 },
    { header: "责任部门", width: 20, left: true },
  ],
  rows: (indicators ?? []).map((item) => [
    named(item.code),
    named(item.name),
    ...figures(item),
    status(item),
    named(item.bureaus.join("、")),
  ]),
});
