import type { Indicator } from "../plan";
import { compile } from "./compile";
import type { Condition, Quantity } from "./expression";
import { perIndicator } from "./per-indicator";

/** What an indicator can be; NaN is no bound, `whole` is 1 where only whole numbers can be. */
export const BOUND_CONSTANTS = {
  min: ({ min = NaN }: Indicator) => min,
  max: ({ max = NaN }: Indicator) => max,
  whole: ({ whole }: Indicator) => (whole ? 1 : 0),
};
type BoundName = keyof typeof BOUND_CONSTANTS;

/** Outside what the indicator can be: below 0, a rate above 100. */
export const outside = <Name extends string>(
  value: Quantity<Name | BoundName>,
): Condition<Name | BoundName> => [[value, "<", "min"], "or", [value, ">", "max"]];

/** A count that is not whole. */
export const notWhole = <Name extends string>(
  value: Quantity<Name | BoundName>,
): Condition<Name | BoundName> => [["whole", "=", 1], "and", [value, "<>", [value, "round", 0]]];

type Test = (actual: number) => boolean;

/** The closure of a condition on one number, where the rest is the indicator's. */
const testOf = (condition: Condition<"actual" | BoundName>): ((indicator: Indicator) => Test) =>
  perIndicator((indicator) => {
    const test = compile<"actual" | BoundName, number>(condition, (name) =>
      name === "actual" ? (actual) => actual : BOUND_CONSTANTS[name](indicator),
    );
    return typeof test === "boolean" ? () => test : test;
  });

/** Tells which numbers are outside what the indicator can be. */
export const outsideTest = testOf(outside("actual"));
const notWholeTest = testOf(notWhole("actual"));

export const outOfBounds = (indicator: Indicator, actual: number): boolean => outsideTest(indicator)(actual);
export const isNotWhole = (indicator: Indicator, actual: number): boolean => notWholeTest(indicator)(actual);
