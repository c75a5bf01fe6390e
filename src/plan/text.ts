/** The text as a person means it: full-width forms made half-width, all white space gone. For comparing and parsing, never for display. */
export const fold = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** Characters that nobody sees. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Nothing typed: no value, or only white space and characters that nobody sees. */
export const isBlank = (input: unknown): boolean =>
  input === null ||
  input === undefined ||
  (typeof input === "string" && fold(input.replace(UNSEEN, "")) === "");
