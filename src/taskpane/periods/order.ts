import { type Period, readPeriod } from "../../plan";

const monthsOf = (text: string): number | null => {
  const read = readPeriod(text);
  return read.ok ? ended(read.value) : null;
};
const ended = ({ year, month }: Period): number => year * 12 + month;

/** Tells the place of a period among the given ones, 0 for the oldest, whatever words it is in; -1 for another. */
export function orderOf(periods: readonly string[]): (period: string) => number {
  const known = new Set(periods.map(monthsOf).filter((months) => months !== null));
  const places = new Map([...known].sort((a, b) => a - b).map((months, place) => [months, place]));
  const told = new Map<string, number>();
  return (period) => {
    const place = told.get(period) ?? places.get(monthsOf(period) ?? NaN) ?? -1;
    told.set(period, place);
    return place;
  };
}
