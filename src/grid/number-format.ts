import { isDateFormat, isPercentFormat } from "../text";

/** A number format that has to give way to another, with what stands there before. */
export interface FormatChange {
  was: string;
  to: string;
}

/** True for a format in which a number shows as something else: 95 as 9500% or as a date. */
export const isMisleading = (format: string): boolean => isDateFormat(format) || isPercentFormat(format);

/** Only what would show another number is changed; decimals and the like are the user's. */
export function formatChange(was: string, to: string | undefined): FormatChange | null {
  const differs = [isPercentFormat, isDateFormat].some((test) => to !== undefined && test(was) !== test(to));
  return differs ? { was, to: to! } : null;
}
