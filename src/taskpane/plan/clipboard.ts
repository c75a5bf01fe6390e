import type { Pasted } from "../../commands";

/** As much of what a paste event brings as is looked at. */
export interface Brought {
  getData: (type: string) => string;
  readonly files: ArrayLike<{ readonly type: string }>;
}

/** What stands in the box and where the paste goes. */
export interface Box {
  readonly pasted: Pasted;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text of HTML, for a clipboard that holds nothing else; shown, not read. */
export type TextOf = (html: string) => string;

const LINE = "\n";
const joined = (before: string, after: string): string =>
  before === "" || before.endsWith(LINE) ? before + after : before + LINE + after;

/**
 * The box after a paste. HTML is kept with its text where the paste is all there is, or follows what was pasted before, as the
 * second page of a table does; a picture without text is kept as such.
 */
export function pastedInto(
  { pasted, text, start, end }: Box,
  brought: Brought,
  textOf: TextOf,
): Pasted | null {
  const html = brought.getData("text/html");
  const plain = brought.getData("text/plain").replace(/\r\n?/g, LINE) || textOf(html);
  if (plain.trim() === "") {
    const isPicture = Array.from(brought.files).some(({ type }) => type.startsWith("image/"));
    return isPicture || /<img\b/i.test(html) ? { picture: true } : null;
  }
  if (text.trim() === "" || (start === 0 && end === text.length))
    return { text: plain, ...(html !== "" && { html }) };
  if (start < text.trimEnd().length) return { text: text.slice(0, start) + plain + text.slice(end) };
  const both = pasted.html !== undefined && html !== "";
  return { text: joined(text.slice(0, start), plain), ...(both && { html: pasted.html + html }) };
}
