import { fixed } from "../text";

/** What a count is of its whole, in percent, as it is printed: `33.4`. */
export interface Share {
  percent: string;
  /** what it would be by itself, rounded half up; the same unless the parts would not have added up to 100 */
  alone: string;
}

/** Decimals of a share. */
const DECIMALS = 1;

/** A whole number of the last decimal as text: 334 is `33.4`. */
const printed = (units: number): string => fixed(units / 10 ** DECIMALS, DECIMALS);

/**
 * The shares of counts that make up a whole, so that what is printed adds up to 100: each is rounded down, and what is then
 * missing goes to the largest remainders, of equal ones to the greater count, then to the first (the method of the largest
 * remainder, also called Hare–Niemeyer). Where the shares rounded half up add up by themselves, it gives just these.
 * Reckoned in whole numbers. Without anything to share there are none.
 */
export function sharesOf(counts: readonly number[]): Share[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const whole = 100 * 10 ** DECIMALS;
  const units = counts.map((count) => Math.floor((count * whole) / total));
  const remainder = (i: number): number => (counts[i]! * whole) % total;
  const missing = whole - units.reduce((sum, one) => sum + one, 0);
  const order = counts
    .map((_, i) => i)
    .sort((a, b) => remainder(b) - remainder(a) || counts[b]! - counts[a]! || a - b);
  for (const i of order.slice(0, missing)) units[i]!++;
  return counts.map((count, i) => ({
    percent: printed(units[i]!),
    alone: printed(Math.floor((2 * count * whole + total) / (2 * total))),
  }));
}
