/** Colours and fonts of all sheets. Every colour has words or a symbol beside it, so a black-and-white print says the same. */
export const FONT = "微软雅黑";

export const COLORS = {
  text: "#1F2937",
  quiet: "#6B7280",
  line: "#BFC5CE",
  header: "#DCE6F2",
  section: "#EEF2F7",
  entry: "#FFFBE6",
  white: "#FFFFFF",
  lagging: { row: "#FFF1E0", cell: "#C2410C" },
  severe: { row: "#FDE7E7", cell: "#B91C1C" },
  good: "#15803D",
  onTrack: "#1D4ED8",
  invalid: "#7E22CE",
} as const;
