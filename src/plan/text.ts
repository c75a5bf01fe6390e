/** The text as a person means it: full-width forms made half-width, all white space gone. For comparing and parsing, never for display. */
export const fold = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
