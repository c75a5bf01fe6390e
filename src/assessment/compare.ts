import type { Indicator } from "../plan";

/** Decimals to which numbers are compared: sums such as 12.1+66.1+21.8 differ from 100 in their last bits. */
export const COMPARED_DECIMALS = 10;

const CLOSE = 10 ** (1 - COMPARED_DECIMALS);
const rounded = (value: number): number => Math.round(value * 10 ** COMPARED_DECIMALS);

/** `a − b`, but 0 where both are the same to 10 decimals. */
export function compare(a: number, b: number): number {
  const difference = a - b;
  // rounding is dear and most numbers are far apart
  if (difference > CLOSE || difference < -CLOSE) return difference;
  return rounded(a) === rounded(b) ? 0 : difference;
}

/** Outside what the indicator can be: below 0, a rate above 100. */
export const outOfBounds = ({ min, max }: Indicator, actual: number): boolean =>
  (min !== undefined && compare(actual, min) < 0) || (max !== undefined && compare(actual, max) > 0);

/** A count that is not whole. */
export const notWhole = ({ whole }: Indicator, actual: number): boolean =>
  whole && compare(actual, Math.round(actual)) !== 0;
