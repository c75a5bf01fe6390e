import { COMPARED_DECIMALS, fold, told } from "../text";

const CLOSE = 10 ** (1 - COMPARED_DECIMALS);

/** `a − b`, but 0 where both are the same to 10 decimals, rounded as Excel does. */
export function compare(a: number, b: number): number {
  const difference = a - b;
  // rounding is dear and most numbers are far apart
  if (difference > CLOSE || difference < -CLOSE) return difference;
  return Number(told(a)) === Number(told(b)) ? 0 : difference;
}

/** Whether two cells say the same: numbers as they are compared, text without what nobody sees. */
export function sameValue(a: string | number | boolean, b: string | number | boolean): boolean {
  if (typeof a === "number" && typeof b === "number") return compare(a, b) === 0;
  if (typeof a === "boolean" || typeof b === "boolean") return a === b;
  // a number that is written as text, with signs that nobody sees
  return fold(String(a)) === fold(String(b));
}
