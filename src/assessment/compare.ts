import { COMPARED_DECIMALS } from "../text";

const CLOSE = 10 ** (1 - COMPARED_DECIMALS);
const rounded = (value: number): number => Math.round(value * 10 ** COMPARED_DECIMALS);

/** `a − b`, but 0 where both are the same to 10 decimals. */
export function compare(a: number, b: number): number {
  const difference = a - b;
  // rounding is dear and most numbers are far apart
  if (difference > CLOSE || difference < -CLOSE) return difference;
  return rounded(a) === rounded(b) ? 0 : difference;
}
