/** White space of any kind, and characters that nobody sees. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * The text as a person means it: full-width forms made half-width, white space and invisible characters gone. Nothing
 * else becomes a digit. For comparing and parsing, never for display.
 */
export const fold = (text: string): string =>
  text.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(INVISIBLE, "");

/** True for a cell that holds nothing, or only spaces and invisible characters. */
export const isBlank = (input: unknown): boolean =>
  input === null || input === undefined || (typeof input === "string" && input.replace(INVISIBLE, "") === "");
