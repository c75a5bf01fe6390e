/** Office.js's names of what stands at the edges of each page. */
const PARTS = { L: "left", C: "center", R: "right" } as const;
type Part = keyof typeof PARTS;
const isPart = (sign: string): sign is Part => sign in PARTS;

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

type Edge = "Header" | "Footer";
type Key = `${(typeof PARTS)[Part]}${Edge}`;
const keyOf = (part: Part, edge: Edge): Key => `${PARTS[part]}${edge}`;

/** `leftHeader`, `centerFooter` … of a sheet's page, from the file's text. */
export const readEdge = (text: string | null | undefined, edge: Edge): Partial<Record<Key, string>> =>
  Object.fromEntries(
    Object.entries(partsOf(text ?? "")).map(([part, words]) => [keyOf(part as Part, edge), words]),
  );

export const writeEdge = (page: Partial<Record<Key, string>>, edge: Edge): string =>
  (Object.keys(PARTS) as Part[])
    .flatMap((part) => {
      const words = page[keyOf(part, edge)];
      return words ? [`&${part}${words}`] : [];
    })
    .join("");
