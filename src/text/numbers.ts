/** Significant digits that Excel keeps of a number. */
export const MOST_DIGITS = 15;

/** Without what is beyond Excel's digits: 0.95 × 100 is 95. */
export const atExcelsPrecision = (value: number): number => Number(value.toPrecision(MOST_DIGITS));

/** A number as a cell shows it. */
export const shown = (value: number): string => String(atExcelsPrecision(value));

/** A cell's value in words: a number as it is shown. */
export const inWords = (value: string | number | boolean): string =>
  typeof value === "number" ? shown(value) : String(value);

/** Rounds half up in decimal, as people and Excel do: 30.45 gives `30.5`, though its binary is a little less. */
export function fixed(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(atExcelsPrecision(Math.abs(value) * scale)) / scale;
  return (value < 0 && rounded !== 0 ? -rounded : rounded).toFixed(decimals);
}

/** As `fixed`, without zeros at the end: 7.000001 to one decimal gives `7`. */
export const rounded = (value: number, decimals: number): string => String(Number(fixed(value, decimals)));

/** Decimals to which numbers are compared: sums such as 12.1+66.1+21.8 differ from 100 in their last bits. */
export const COMPARED_DECIMALS = 10;

/** A typed or reckoned number without binary noise. */
export const told = (value: number): string => rounded(value, COMPARED_DECIMALS);

/** Numbers closer than this are the same: what is between them is binary remainder. */
const SAME = 1e-9;
const MOST_DECIMALS = 9;

/** The fewest decimals, from `least`, at which no two numbers that differ look alike. */
export function decimalsApart(values: readonly number[], least: number): number {
  const alike = (decimals: number): boolean =>
    values.some((a, i) =>
      values.slice(i + 1).some((b) => Math.abs(a - b) > SAME && fixed(a, decimals) === fixed(b, decimals)),
    );
  let decimals = least;
  while (decimals < MOST_DECIMALS && alike(decimals)) decimals++;
  return decimals;
}

/** Fractions as percentages with one decimal; with more where two of them, or one and 0 or 100 %, would look alike and are not. */
export function percentages(fractions: readonly number[]): string[] {
  const percents = fractions.map((fraction) => 100 * fraction);
  const decimals = decimalsApart([...percents, 0, 100], 1);
  return percents.map((percent) => `${fixed(percent, decimals)}%`);
}

/** How many decimals a number carries: 0.529 has 3. */
export function decimalsOf(value: number): number {
  const [mantissa, exponent] = shown(value).split("e");
  return Math.max(0, (mantissa!.split(".")[1]?.length ?? 0) - Number(exponent ?? 0));
}
