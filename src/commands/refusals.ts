import { findBureau, isWhole, parsePeriod, planMessage } from "../plan";
import { planInUse } from "../plan/in-use";

/* Why a field of the pane does not take what was typed, in words that say what it takes; null when it does. */

/** Nothing chosen is the whole place. */
export function refusesBureau(text: string): string | null {
  const plan = planInUse();
  if (text === "" || isWhole(text, plan) || findBureau(text, plan).ok) return null;
  return `计划中没有单位“${text}”，请输入名称中的几个字，再从列表中选择`;
}

export function refusesPeriod(text: string): string | null {
  const read = parsePeriod(text, planInUse());
  return read.ok ? null : planMessage(read.issue);
}
