/** A colour of marks, and of the numbers on them. */
export interface Ink {
  color: string;
  label: string;
}

const [DARK, LIGHT] = ["#1F2937", "#FFFFFF"];

/**
 * Of each class of indicators. They differ in lightness, so that a black-and-white print tells them apart, and go from blue
 * to orange and red, which colour-blind readers do not confuse.
 */
export const INKS: Readonly<Record<string, Ink>> = {
  met: { color: "#1F4E9E", label: LIGHT },
  onSchedule: { color: "#5F9BD8", label: DARK },
  nearly: { color: "#BAD7F1", label: DARK },
  lagging: { color: "#F2A73B", label: DARK },
  severe: { color: "#6E0F1D", label: LIGHT },
  unjudged: { color: "#757575", label: LIGHT },
  missing: { color: "#F0F0F0", label: DARK },
};

/** Of what is done, and of what is due by now; their numbers stand on white paper, beside the marks. */
export const DONE: Ink = { ...INKS.met!, label: DARK };
export const DUE: Ink = { ...INKS.lagging!, label: DARK };
