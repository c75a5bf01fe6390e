import { COMPARED_DECIMALS, told } from "../text";

const CLOSE = 10 ** (1 - COMPARED_DECIMALS);

/** `a − b`, but 0 where both are the same to 10 decimals, rounded as Excel does. */
export function compare(a: number, b: number): number {
  const difference = a - b;
  // rounding is dear and most numbers are far apart
  if (difference > CLOSE || difference < -CLOSE) return difference;
  return Number(told(a)) === Number(told(b)) ? 0 : difference;
}
