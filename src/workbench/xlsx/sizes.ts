const PIXELS_PER_CHARACTER = 7;
const POINTS_PER_PIXEL = 0.75;
/** A file counts column widths in characters of its default font. */
export const POINTS_PER_WIDTH = PIXELS_PER_CHARACTER * POINTS_PER_PIXEL;
