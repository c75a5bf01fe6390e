import { type Area, MAX_COLUMNS, MAX_ROWS } from "../../../grid";
import { at, attribute, type Node } from "./tree";

/** Sizes of lines in points, by their place. */
export interface Sizes {
  width: (column: number) => number;
  height: (row: number) => number;
}

const PER_POINT = 12_700;
/** What nobody sees, in the file's measure. */
const NEARLY = 1.5 * 9525;

/** An edge of cells, and how far from it the file's own place is. */
interface Edge {
  at: number;
  off: number;
}

/** The edge next to a place so far from the beginning of a line. */
function edge(line: number, distance: number, size: (line: number) => number, most: number): Edge {
  let [at, rest] = [line, distance];
  while (rest > 0 && at < most) {
    const length = size(at) * PER_POINT;
    if (rest < length / 2) break;
    rest -= length;
    at++;
  }
  return { at, off: Math.abs(rest) };
}

const numberAt = (node: Node | undefined, path: string): number => Number(at(node, path)?.text ?? NaN);

/** The edges at a place so far to the right and below of a corner of an anchor, or else of the sheet. */
function corner(
  node: Node | undefined,
  { width, height }: Sizes,
  [right, below]: readonly [right: number, below: number] = [0, 0],
): [row: Edge, column: Edge] {
  const from = (line: string, off: string): [line: number, off: number] =>
    node ? [numberAt(node, line), numberAt(node, off)] : [0, 0];
  const [row, rowOff] = from("xdr:row", "xdr:rowOff");
  const [column, columnOff] = from("xdr:col", "xdr:colOff");
  return [edge(row, rowOff + below, height, MAX_ROWS), edge(column, columnOff + right, width, MAX_COLUMNS)];
}

/** What an element says to the right and below. */
const distance = (node: Node | undefined, right: string, below: string): [right: number, below: number] => [
  Number(attribute(node, right) ?? NaN),
  Number(attribute(node, below) ?? NaN),
];

/** The cells that something lies over, from edge to edge; null where the file does not tell them. */
export function placeOf(anchor: Node, sizes: Sizes): { position: Area; exact: boolean } | null {
  const from = at(anchor, "xdr:from");
  const to = at(anchor, "xdr:to");
  const [x, y] = from ? [0, 0] : distance(at(anchor, "xdr:pos"), "x", "y");
  const [width, height] = distance(at(anchor, "xdr:ext"), "cx", "cy");
  const [top, left] = corner(from, sizes, [x, y]);
  const [bottom, right] = to ? corner(to, sizes) : corner(from, sizes, [x + width, y + height]);
  const edges = [top, left, bottom, right];
  if (!edges.every(({ at: line }) => Number.isInteger(line) && line >= 0)) return null;
  const [rows, columns] = [Math.max(1, bottom.at - top.at), Math.max(1, right.at - left.at)];
  if (top.at + rows > MAX_ROWS || left.at + columns > MAX_COLUMNS) return null;
  return {
    position: { row: top.at, column: left.at, rows, columns },
    exact: edges.every(({ off }) => off <= NEARLY),
  };
}
