import type { Indicator } from "../plan";

/** What is made of an indicator, made once. */
export function perIndicator<T>(make: (indicator: Indicator) => T): (indicator: Indicator) => T {
  const made = new WeakMap<Indicator, T>();
  return (indicator) => {
    let one = made.get(indicator);
    if (one === undefined) made.set(indicator, (one = make(indicator)));
    return one;
  };
}
