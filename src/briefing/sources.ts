import { areaAddress, joinRows, readAreas } from "../grid";
import { LEDGERS } from "../ledger";
import type { Counted } from "../summary";
import type { Briefing } from "./briefing";
import { type Piece, type Sentence, textOf, type Trace } from "./piece";
import type { Table } from "./table";

/* Where each figure comes from, in words that lead to the cell. */

type Sheets = Briefing["sheets"];

/** `指标填报 H5:H9、H12` */
function cellsOf(items: readonly Counted[], sheets: Sheets): string {
  const tables = [...new Set(items.map(({ table }) => table))];
  return tables
    .map((table) => {
      const own = items.filter((item) => item.table === table);
      const areas = joinRows(own.flatMap(({ address }) => readAreas(address)));
      return `${sheets[table] ?? ""} ${areas.map(areaAddress).join("、")}`.trim();
    })
    .join("；");
}

type Words = { [K in Trace["kind"]]: (trace: Extract<Trace, { kind: K }>, sheets: Sheets) => string };

const WORDS: Words = {
  count: ({ items }, sheets) => `${cellsOf(items, sheets)}，共${items.length}项`,
  bureaus: ({ items }, sheets) =>
    `${cellsOf(items, sheets)}：${[...new Set(items.flatMap(({ bureaus }) => bureaus))].join("、")}`,
  share: ({ part, whole, share: { percent, alone } }) =>
    percent === alone
      ? `${part}÷${whole}`
      : `${part}÷${whole}，四舍五入为${alone}%，按最大余额法调整为${percent}%，使各项占比合计为100%`,
  cell: ({ item, address }, sheets) => `${sheets[item.table] ?? ""} ${address}`,
  reckoned: ({ item, address }, sheets) => `按规划由 ${sheets[item.table] ?? ""} ${address} 算出`,
  changes: ({ changes }) => {
    const tables = [...new Set(changes.map(({ table }) => LEDGERS[table].name))];
    const periods = [...new Set(changes.map(({ since }) => since))];
    return `${tables.join("、")}（${periods.join("、")}）与本期比较`;
  },
  head: () => "表头",
  plan: () => "规划",
};

/** Where it comes from; `指标填报 H12`. */
export const sourceWords = (trace: Trace, sheets: Sheets): string =>
  (WORDS[trace.kind] as (trace: Trace, sheets: Sheets) => string)(trace, sheets);

const isFigure = ({ trace }: Piece): boolean =>
  trace !== undefined && trace.kind !== "plan" && trace.kind !== "head";

/** The figures of all sentences with what stands before each, and where they come from: 附表 数据来源. */
export function sourceTable({ sections, sheets }: Briefing): Table {
  const rows = sections.flatMap(({ heading, paragraphs }) =>
    paragraphs.flatMap((sentence: Sentence) =>
      sentence.flatMap((piece, i) =>
        isFigure(piece)
          ? [[heading, lastWords(sentence.slice(0, i)) + piece.text, sourceWords(piece.trace!, sheets)]]
          : [],
      ),
    ),
  );
  return {
    title: "数据来源",
    columns: [
      { header: "所在部分", width: 36, left: true },
      { header: "数字", width: 50, left: true },
      { header: "来源", width: 70, left: true },
    ],
    rows: rows.map((cells) => cells.map((text): Piece => ({ text }))),
  };
}

const MOST_BEFORE = 16;

/** What stands before a figure since the last mark. */
function lastWords(before: readonly Piece[]): string {
  const since = textOf(before)
    .split(/[。；：，、]/)
    .at(-1)!;
  const own =
    since === ""
      ? (textOf(before.slice(-1))
          .split(/[。；：、]/)
          .at(-1) ?? "")
      : since;
  return own.slice(-MOST_BEFORE);
}
