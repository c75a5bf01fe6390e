import fc from "fast-check";
import { placesOf, sharesOf } from "../../src/summary";

const percents = (counts: number[]): string[] => sharesOf(counts).map(({ percent }) => percent);
const alone = (counts: number[]): string[] => sharesOf(counts).map((share) => share.alone);
/** In tenths, so that adding is exact. */
const tenths = (percent: string): number => Math.round(Number(percent) * 10);
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

const counts = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 8 }).filter((all) => sum(all) > 0);

test.each([
  [
    [44, 11],
    ["80.0", "20.0"],
  ],
  [
    [1, 1, 1],
    ["33.4", "33.3", "33.3"],
  ],
  [
    [9, 3, 3],
    ["60.0", "20.0", "20.0"],
  ],
  [
    [2, 1],
    ["66.7", "33.3"],
  ],
  [
    [0, 7],
    ["0.0", "100.0"],
  ],
  // a half is rounded up, here of 6.25 and 93.75
  [
    [1, 15],
    ["6.2", "93.8"],
  ],
  [[0, 0], []],
  [[], []],
])("shares of %j", (given, printed) => expect(percents(given)).toEqual(printed));

test("of two halves the greater count is rounded up, and what the other would be by itself is told", () =>
  expect(alone([1, 15])).toEqual(["6.3", "93.8"]));

test("what is printed adds up to 100, is never further than its last decimal from half up, and keeps the order", () =>
  fc.assert(
    fc.property(counts, (given) => {
      const [printed, half] = [percents(given).map(tenths), alone(given).map(tenths)];
      expect(sum(printed)).toBe(1000);
      printed.forEach((one, i) => expect(Math.abs(one - half[i]!)).toBeLessThanOrEqual(1));
      given.forEach((a, i) =>
        given.forEach((b, j) => {
          if (a > b) expect(printed[i]!).toBeGreaterThanOrEqual(printed[j]!);
        }),
      );
    }),
  ));

test("where half up adds up by itself, that is what is printed", () =>
  fc.assert(
    fc.property(counts, (given) => {
      fc.pre(sum(alone(given).map(tenths)) === 1000);
      expect(percents(given)).toEqual(alone(given));
    }),
  ));

test("half up is as Excel shows it: of 1 in 16, 6.25 is 6.3", () =>
  fc.assert(
    fc.property(counts, (given) => {
      const total = sum(given);
      alone(given).forEach((one, i) => {
        // twice the difference from what it is exactly, in tenths of the total: within (−total, total]
        const off = 2 * (tenths(one) * total - given[i]! * 1000);
        expect(off > -total && off <= total).toBe(true);
      });
    }),
  ));

test.each([
  [
    [5, 3, 3, 1],
    [1, 2, 2, 4],
  ],
  [
    [1, 9, 9, 9],
    [4, 1, 1, 1],
  ],
  [
    [Infinity, 2],
    [1, 2],
  ],
  [[], []],
])("places of %j", (given, places) => expect(placesOf(given)).toEqual(places));
