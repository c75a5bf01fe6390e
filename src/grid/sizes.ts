/** Of a digit of the font that column widths count. */
export const PIXELS_PER_CHARACTER = 7;
/** Beside the characters of a column. */
const CELL_PADDING = 5;
export const POINTS_PER_PIXEL = 0.75;

/** The width of a column that shows so many characters, in points. */
export const widthInPoints = (characters: number): number =>
  (characters * PIXELS_PER_CHARACTER + CELL_PADDING) * POINTS_PER_PIXEL;
