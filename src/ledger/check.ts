import { isPeriodDate } from "../plan";
import { fold, hash, inWords, serialOf } from "../text";
import type { Scalar } from "../grid";
import type { ColumnId, LedgerKind } from "./kinds";

/*
 * 校验码, the last column of a row: its number in the order of archiving, a sign of the plan, a fingerprint of all that the
 * row says. A row that was sorted elsewhere, edited, copied or taken from another plan's ledger is known by it, and a number
 * that is gone is a row that is gone.
 */

export type RowCells = Readonly<Partial<Record<ColumnId, Scalar>>>;

export interface Check {
  number: number;
  plan: string;
  print: string;
}

/** The sign by which rows of one plan, whatever its version, are known. */
export const planSign = (planId: string): string => hash(planId).slice(0, 4);

/** 归档时间 as it is written, `2021-07-05 14:30`, where a cell holds it as a date. */
export function timeWords(cell: Scalar = ""): string {
  if (typeof cell !== "number" || !isPeriodDate(cell)) return String(cell);
  const minutes = Math.round((cell - serialOf(1970, 1, 1)) * 24 * 60);
  return new Date(minutes * 60_000).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "");
}

const said = (cell: Scalar | undefined): string => (cell === undefined ? "" : fold(inWords(cell)));

function printOf(number: number, cells: RowCells, kind: LedgerKind): string {
  const told = kind.columns.map(({ id }) =>
    id === "check" ? number : said(id === "time" ? timeWords(cells.time) : cells[id]),
  );
  return hash(told.join("\u0001")).slice(-8);
}

/** `12-3f2a-9c01b7de` */
export const checkOf = (number: number, cells: RowCells, kind: LedgerKind, planId: string): string =>
  `${number}-${planSign(planId)}-${printOf(number, cells, kind)}`;

/** Null for what is no 校验码. */
export function readCheck(cell: unknown): Check | null {
  const [, number, plan, print] =
    /^(\d{1,7})-([0-9a-f]{4})-([0-9a-f]{8})$/.exec(fold(String(cell ?? ""))) ?? [];
  return number && plan && print ? { number: Number(number), plan, print } : null;
}

/** True for a row that says what was archived. */
export const isIntact = ({ number, print }: Check, cells: RowCells, kind: LedgerKind): boolean =>
  printOf(number, cells, kind) === print;
