import { figureMessage, readParameters } from "../assessment";
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

/** A number where the text is one: typed in a field, every number is text. */
export const asNumber = (text: string): number | string =>
  text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;

export function refusesParameters(tolerance: string, redline: string): string | null {
  const read = readParameters(asNumber(tolerance), asNumber(redline));
  return read.ok ? null : figureMessage(read.issue);
}
