import type { AuditItem } from "../../commands";
import { isSettled } from "../../report";
import { withSettled } from "../words";

export type Level = AuditItem["level"];

/** 审核's three levels, strictest first, with what each asks of the user. */
export const LEVELS: readonly { level: Level; asks: string }[] = [
  { level: "强制", asks: "必须改正" },
  { level: "核实", asks: "改正，或写明原因" },
  { level: "提示", asks: "供参考" },
];

/** The findings of one level in one cell, or those that one explanation answers for; the cell is that of the first. */
export interface AuditCard extends Pick<
  AuditItem,
  "sheet" | "code" | "indicator" | "address" | "explanation"
> {
  findings: AuditItem[];
  /** explained, so that it stands */
  settled: boolean;
}

/** What is explained in one place belongs together; a finding whose cell is gone stands alone. */
function keyOf({ sheet, code, address, indicator, explanation }: AuditItem, i: number): string {
  if (explanation !== undefined) return [sheet, code].join();
  return address === "" ? String(i) : [sheet, code, address, indicator].join();
}

function cardsOf(findings: readonly AuditItem[]): AuditCard[] {
  const cards = new Map<string, AuditCard>();
  findings.forEach((finding, i) => {
    const card = cards.get(keyOf(finding, i));
    if (card) card.findings.push(finding);
    else cards.set(keyOf(finding, i), { ...finding, findings: [finding], settled: isSettled(finding) });
  });
  return [...cards.values()];
}

/** Findings by level, strictest first, one card per cell; levels without findings are left out. */
export const byLevel = (findings: readonly AuditItem[]) =>
  LEVELS.map(({ level, asks }) => {
    const items = findings.filter((f) => f.level === level);
    const settled = items.filter(isSettled).length;
    const told =
      settled > 0 && settled === items.length
        ? { count: String(settled), asks: "都已说明" }
        : { count: withSettled(items.length, settled), asks };
    return { level, ...told, cards: cardsOf(items) };
  }).filter(({ cards }) => cards.length > 0);
