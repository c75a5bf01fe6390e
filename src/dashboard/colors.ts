/** A colour of marks, and of the numbers on them. */
export interface Ink {
  color: string;
  label: string;
}

const [DARK, LIGHT] = ["#1F2937", "#FFFFFF"];

/**
 * Of each class of indicators. They differ in lightness, from each other and from the paper, so that a black-and-white print
 * tells them apart, and go from blue to orange and red, which colour-blind readers do not confuse.
 */
export const INKS: Readonly<Record<string, Ink>> = {
  met: { color: "#1F4E9E", label: LIGHT },
  onSchedule: { color: "#5894D2", label: DARK },
  nearly: { color: "#A8CAEA", label: DARK },
  lagging: { color: "#E69A28", label: DARK },
  severe: { color: "#6E0F1D", label: LIGHT },
  unjudged: { color: "#757575", label: LIGHT },
  missing: { color: "#E0E0E0", label: DARK },
};

/** Of what is done, and of what is due by now; their numbers stand on white paper, beside the marks. */
export const DONE: Ink = { ...INKS.met!, label: DARK };
export const DUE: Ink = { ...INKS.lagging!, label: DARK };
