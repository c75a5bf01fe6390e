/** A number as a cell shows it: 15 significant digits, as many as Excel keeps. */
export const shown = (value: number): string => String(atExcelsPrecision(value));

const atExcelsPrecision = (value: number): number => Number(value.toPrecision(15));

/** Rounds half up in decimal, as people and Excel do: 30.45 gives `30.5`, though its binary is a little less. */
export function fixed(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(atExcelsPrecision(Math.abs(value) * scale)) / scale;
  return (value < 0 && rounded !== 0 ? -rounded : rounded).toFixed(decimals);
}

/** How many decimals a number carries: 0.529 has 3. */
export function decimalsOf(value: number): number {
  const [mantissa, exponent] = shown(value).split("e");
  return Math.max(0, (mantissa!.split(".")[1]?.length ?? 0) - Number(exponent ?? 0));
}
