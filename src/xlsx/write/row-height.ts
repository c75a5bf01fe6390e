/** A cell as far as the height of its row depends on it. */
export interface HighCell {
  text: string;
  /** of its column, in characters of the default font */
  width: number;
  wrap: boolean;
  /** of its font, in points */
  size: number;
}

const PADDING = 1;
/** A line's height against its font's size, as Chinese fonts have it. */
const LEADING = 1.65;
/** The font whose characters column widths count. */
const DEFAULT_SIZE = 10;

/** Chinese is twice as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 2 : 1), 0);

function linesOf({ text, width, wrap, size }: HighCell): number {
  const room = ((width - PADDING) * DEFAULT_SIZE) / size;
  const lines = text.split("\n");
  return wrap ? lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0) : 1;
}

/**
 * How high a row that follows its text is to be until whoever opens the file fits it: LibreOffice, and Excel until
 * something is typed, take what the file says. Points.
 */
export const fittedHeight = (cells: readonly HighCell[], least: number): number =>
  Math.max(least, ...cells.map((cell) => Math.ceil(linesOf(cell) * cell.size * LEADING)));
