const characters = (...ranges: readonly (readonly [first: number, last?: number])[]): string[] =>
  ranges.flatMap(([first, last = first]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)),
  );

/** Spaces of any kind and characters that show nothing; they come along with pasted text and mean nothing. */
export const UNSEEN: readonly string[] = characters(
  [0x20],
  [0xa0], // no-break space
  [0xad], // soft hyphen
  [0x1680],
  [0x180e],
  [0x2000, 0x200f], // spaces of many widths, zero-width characters, direction marks
  [0x2028, 0x202f],
  [0x205f, 0x2064],
  [0x2066, 0x2069],
  [0x3000], // full-width space
  [0xfeff], // byte order mark
);

const NOTHING_SEEN = new RegExp(`[\\u0000-\\u001f\\u007f-\\u009f${UNSEEN.join("")}]+`, "g");
/**
 * Full-width forms, small forms, and the signs of Chinese radicals that pasted PDFs hold in place of the characters. Not ￣,
 * which stands for a space with a line over it.
 */
const WIDE = /[\uff01-\uff5e\uffe0-\uffe2\uffe4-\uffe6\ufe50-\ufe6b\u2f00-\u2fd5]+/g;

/** What nearly all cells hold, and stays as it is. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

/**
 * The text as a person means it: half width, nothing unseen. For comparing and parsing, never for display.
 * Nothing else becomes another character: ①, ² and ⑴ are no digits.
 */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(NOTHING_SEEN, "")
        .replace(WIDE, (wide) => wide.normalize("NFKC"))
        .normalize("NFC");

/** Nothing typed: no value, empty text, or text that shows nothing. 0 is a number. */
export const isBlank = (input: unknown): boolean =>
  input === null || input === undefined || (typeof input === "string" && fold(input) === "");
