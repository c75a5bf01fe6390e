import { type Edge, isPart, type Key, keyOf, type Part } from "../write/headers";

/** `&L甲&C乙` as left, center and right; what stands before any mark is in the center. */
export function partsOf(text: string): Partial<Record<Part, string>> {
  const found: Partial<Record<Part, string>> = {};
  let part: Part = "C";
  for (const [piece] of text.matchAll(/&[^]|[^&]+|&$/gu)) {
    const mark = piece[1] ?? "";
    if (piece.startsWith("&") && isPart(mark)) part = mark;
    else found[part] = (found[part] ?? "") + piece;
  }
  return found;
}

/** `leftHeader`, `centerFooter` … of a sheet's page, from the file's text. */
export const readEdge = (text: string | null | undefined, edge: Edge): Partial<Record<Key, string>> =>
  Object.fromEntries(
    Object.entries(partsOf(text ?? "")).map(([part, words]) => [keyOf(part as Part, edge), words]),
  );
