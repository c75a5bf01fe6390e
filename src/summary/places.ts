/** Places in a ranking, 1 for the greatest number. What is equal shares a place, and as many are passed over: 1, 2, 2, 4. */
export const placesOf = (numbers: readonly number[]): number[] =>
  numbers.map((number) => 1 + numbers.filter((other) => other > number).length);
