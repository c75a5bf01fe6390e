/** Where each key leads from tab `at` of `count`. Source: WAI-ARIA Authoring Practices, "Tabs". */
const MOVES: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The tab a key leads to, or null for a key that means nothing here. */
export const tabAfter = (key: string, at: number, count: number): number | null =>
  MOVES[key]?.(at, count) ?? null;
