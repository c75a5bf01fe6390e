import type { AuditItem, LaggingGroup } from "../commands";

export type Level = AuditItem["level"];
export type LaggingItem = LaggingGroup["items"][number];

/** 审核's three levels, strictest first, with what each asks of the user. */
export const LEVELS: readonly { level: Level; asks: string }[] = [
  { level: "强制", asks: "必须改正" },
  { level: "核实", asks: "改正，或写明情况说明" },
  { level: "提示", asks: "供参考" },
];

/** Findings by level, strictest first, levels without findings left out. */
export const byLevel = (findings: readonly AuditItem[]) =>
  LEVELS.map(({ level, asks }) => ({
    level,
    asks,
    items: findings.filter((f) => f.level === level),
  })).filter((group) => group.items.length > 0);

/** At most so many decimals, without the binary remainder and trailing zeros. */
const rounded = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

/** `差距 7% · 落后 13.8 个百分点`: what is missing in the indicator's unit, and how far behind schedule; what is unknown is left out. */
export function shortfall({ gap, unit, behind }: Pick<LaggingItem, "gap" | "unit" | "behind">): string {
  const parts = [
    gap === null ? "" : `差距 ${rounded(gap, 4)}${unit}`,
    behind === null ? "" : `落后 ${rounded(behind, 1)} 个百分点`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
