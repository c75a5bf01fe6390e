import { ANNEX_SHEET, BRIEFING_SHEET, SOURCES_SHEET } from "../briefing";
import { DASHBOARD_SHEET } from "../dashboard";
import { readReference } from "../grid";
import { KEPT_LISTS } from "../sheets";
import { sameName } from "./candidate";

/** Sheets that are made of what is filled in, and made again: found where their workbook name points, whatever they are called. */
export const MADE_SHEETS = {
  dashboard: { name: DASHBOARD_SHEET, marker: "YIZHI_DASHBOARD" },
  briefing: { name: BRIEFING_SHEET, marker: "YIZHI_BRIEFING" },
  annex: { name: ANNEX_SHEET, marker: "YIZHI_BRIEFING_ANNEX" },
  sources: { name: SOURCES_SHEET, marker: "YIZHI_BRIEFING_SOURCES" },
  book: KEPT_LISTS.book,
} as const;

export type MadeId = keyof typeof MADE_SHEETS;

/** Of what a sheet was last made; kept under a workbook name of its own. */
export interface MadeRecord {
  /** `2023-07-05 14:30` */
  time: string;
  /** 报告期 as shown */
  period: string;
  /** of the data, as `fingerprintOf` tells it */
  fingerprint: string;
  /** how it was asked for, such as 口径 */
  choice: string;
}

export const recordName = (id: MadeId): string => `${MADE_SHEETS[id].marker}_MADE`;

/** Longer texts than this Excel takes in no formula; no period is nearly as long. */
const MOST = 120;
export const recordText = ({ time, fingerprint, choice, period }: MadeRecord): string =>
  [time, fingerprint, choice, period.slice(0, MOST)].join("|");

/** What the workbook's names say of a sheet; null where it was never made, or is gone. */
export function madeIn(
  names: ReadonlyMap<string, string>,
  sheets: readonly string[],
  id: MadeId,
): (MadeRecord & { sheet: string }) | null {
  const wanted = readReference(names.get(MADE_SHEETS[id].marker) ?? "")?.sheet;
  const sheet = sheets.find((name) => wanted !== undefined && sameName(name, wanted));
  const [, text] = /^="(.*)"$/s.exec(names.get(recordName(id)) ?? "") ?? [];
  if (sheet === undefined || text === undefined) return null;
  const [time = "", fingerprint = "", choice = "", ...period] = text.replace(/""/g, '"').split("|");
  return { sheet, time, fingerprint, choice, period: period.join("|") };
}
