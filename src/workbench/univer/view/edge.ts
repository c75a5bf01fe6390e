/** Where a row or column begins, in pixels from the first. @param sums of the sizes up to each line, itself included */
export const edge = (sums: readonly number[], line: number): number =>
  line < 1 ? 0 : (sums[Math.min(line, sums.length) - 1] ?? 0);
