import { STATUSES } from "../assessment";
import type { Change } from "../ledger";
import {
  byBureaus,
  MIDTERM,
  type Ranked,
  RANKING_NOTE,
  rankingOf,
  SCHEDULE,
  type Summary,
  type Vocabulary,
} from "../summary";
import { changeSentence, fieldSentences, laggingSentences, overallSentences } from "./indicators";
import { inHead, named, type Sentence, slot, words } from "./piece";
import { indicatorTable, laggingTable, type Table } from "./table";
import { taskSentences } from "./tasks";

/** 一、总体情况 */
export interface Section {
  heading: string;
  paragraphs: readonly Sentence[];
  table: Table | null;
}

/** A bulletin, whatever it is written on: nothing in it but what the workbook and its plan say, and empty slots. */
export interface Briefing {
  title: Sentence;
  period: Sentence;
  sections: readonly Section[];
  /** what a reader must know of the figures */
  notes: readonly Sentence[];
  /** 发文单位 and date */
  closing: readonly Sentence[];
  /** what the office added at the end */
  below: readonly Sentence[];
  annex: Table | null;
  /** the names of the sheets that traces point into */
  sheets: Summary["sheets"];
}

/** What a bulletin can be asked for. */
export interface Wanted {
  /** 序时 or the classes of a mid-term evaluation */
  vocabulary: Vocabulary["id"];
  /** what the ledger says has changed since the last period; empty where there is none */
  changes: readonly Change[];
}

const NUMERALS = ["一", "二", "三", "四", "五"];

/** The heading of what the office asks for. */
export const REQUIREMENTS = "工作要求";
/** How many there is room for. */
const REQUIREMENT_LINES = 3;

/** What stands before an empty line. */
export const REQUIREMENT_LABELS = NUMERALS.slice(0, REQUIREMENT_LINES).map((numeral) => `（${numeral}）`);
export const CLOSING_LABELS = ["发文单位：", "印发日期："];

const lines = (labels: readonly string[]): Sentence[] => labels.map((label) => [words(label), slot()]);

type Draft = Omit<Section, "table"> & { table?: Table };

function drafts(summary: Summary, { changes }: Wanted, vocabulary: Vocabulary): Draft[] {
  const { indicators, final } = summary;
  const tasks = taskSentences(summary);
  const changed = changeSentence(changes);
  const fields = fieldSentences(indicators ?? [], vocabulary, final);
  const table = laggingTable(summary);
  return [
    ...(indicators === null
      ? []
      : [
          {
            heading: "总体情况",
            paragraphs: [...overallSentences(indicators, vocabulary, final), ...changed],
          },
          ...(fields.length > 0 ? [{ heading: "分领域情况", paragraphs: fields }] : []),
          {
            heading: "滞后指标及责任部门",
            paragraphs: laggingSentences(summary, vocabulary),
            ...(table.rows.length > 0 && { table }),
          },
        ]),
    ...(tasks.length > 0
      ? [{ heading: "重点任务", paragraphs: [...tasks, ...(indicators === null ? changed : [])] }]
      : []),
    { heading: REQUIREMENTS, paragraphs: lines(REQUIREMENT_LABELS) },
  ];
}

/** `▲为滞后，■为严重滞后。` of those that there are. */
function symbols(ranked: readonly Ranked[]): string {
  const there = new Set(ranked.map(({ standing }) => STATUSES[standing.status]));
  const said = [...there].map(
    (one) => `${one.symbol}为${one.word}${one === STATUSES.notMet ? "，计入滞后" : ""}`,
  );
  return `${said.join("，")}。`;
}

/** 注: only what concerns something that stands in the bulletin. */
function notesOf(summary: Summary, vocabulary: Vocabulary): Sentence[] {
  const { indicators, parameters, final, plan } = summary;
  if (indicators === null) return [];
  const ranked = rankingOf(indicators, parameters);
  const joint = byBureaus(
    ranked.map(({ standing }) => standing),
    plan,
  ).some((group) => group.joint > 0);
  // what lags is called so in the form's own words, whatever the classes
  const meanings = vocabulary === MIDTERM && ranked.length > 0 ? [MIDTERM, SCHEDULE] : [vocabulary];
  return [
    ...(indicators.some((one) => one.status !== "missing")
      ? meanings.map((one) => [inHead(one.meaning(parameters, final))])
      : []),
    ...(ranked.length > 0 ? [[words(RANKING_NOTE), words(symbols(ranked))]] : []),
    ...(joint ? [[words("共同负责的指标在各责任部门分别计数，各部门合计大于总数。")]] : []),
  ];
}

const VOCABULARIES: Readonly<Record<Vocabulary["id"], Vocabulary>> = { schedule: SCHEDULE, midterm: MIDTERM };

/** The bulletin of a workbook. Sections of which there is nothing to say are left out, and those left are numbered on. */
export function briefingOf(summary: Summary, wanted: Wanted): Briefing {
  const vocabulary = VOCABULARIES[wanted.vocabulary];
  const { plan, bureau, period, indicators, sheets } = summary;
  const annex = indicatorTable(summary);
  return {
    title: [named(`${bureau ?? ""}${plan.name}`), words("进展情况通报")],
    period: [words("报告期："), inHead(period)],
    sections: drafts(summary, wanted, vocabulary).map(({ heading, paragraphs, table = null }, i) => ({
      heading: `${NUMERALS[i]!}、${heading}`,
      paragraphs,
      table,
    })),
    notes: notesOf(summary, vocabulary),
    closing: lines(CLOSING_LABELS),
    below: [],
    annex: indicators === null || annex.rows.length === 0 ? null : annex,
    sheets,
  };
}
