/** Office.js's names of what stands at the edges of each page. */
export const PARTS = { L: "left", C: "center", R: "right" } as const;
export type Part = keyof typeof PARTS;
export const isPart = (sign: string): sign is Part => sign in PARTS;

export type Edge = "Header" | "Footer";
export type Key = `${(typeof PARTS)[Part]}${Edge}`;
export const keyOf = (part: Part, edge: Edge): Key => `${PARTS[part]}${edge}`;

export const writeEdge = (page: Partial<Record<Key, string>>, edge: Edge): string =>
  (Object.keys(PARTS) as Part[])
    .flatMap((part) => {
      const words = page[keyOf(part, edge)];
      return words ? [`&${part}${words}`] : [];
    })
    .join("");
