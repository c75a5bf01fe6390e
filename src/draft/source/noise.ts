import { fold } from "../../text";
import type { Left } from "./grid";
import { CONTINUED, NOTE, PAGE } from "./words";

/** A line of pasted text that is still to be read. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

const ODD = /[!#$&'*+;?@[\]^_`{}~"\\:]/;
const FEWEST_SCRAPS = 5;

/** Scraps of one to three signs that stand in a row, letters and odd signs among them: what a forum puts between the words against copying. */
function isNoise(scraps: readonly string[]): boolean {
  return (
    scraps.length >= FEWEST_SCRAPS &&
    scraps.filter((scrap) => /[a-z]/i.test(scrap)).length >= 3 &&
    scraps.filter((scrap) => ODD.test(scrap)).length >= 2
  );
}

/** A line without its noise, and the noise. */
function withoutNoise(text: string): { kept: string; noise: string[] } {
  const pieces = text.match(/[!-~]+|[^!-~\s]+|\s+/g) ?? [];
  const isWord = (piece: string | undefined): boolean => /[^!-~\s]/.test(piece ?? "");
  const isScrap = (i: number): boolean => {
    const piece = pieces[i] ?? "";
    const joined = isWord(pieces[i - 1]) || isWord(pieces[i + 1]);
    return /^[!-~]{1,3}$/.test(piece) && !(joined && /^[\d.,%<>=()/~-]+$/.test(piece));
  };
  const noise: string[] = [];
  let kept = "";
  for (let i = 0; i < pieces.length;) {
    let end = i;
    while (isScrap(end) || (end > i && /^\s+$/.test(pieces[end] ?? "") && isScrap(end + 1))) end++;
    const run = pieces.slice(i, end);
    if (isNoise(run.filter((piece) => piece.trim() !== ""))) {
      noise.push(run.join(""));
      i = end;
    } else kept += pieces.slice(i, (i = Math.max(end, i + 1))).join("");
  }
  return { kept, noise };
}

export interface Cleaned {
  readonly lines: readonly TextLine[];
  readonly notes: readonly Left[];
  readonly left: readonly Left[];
}

/** Pasted text by lines, without what is no part of the table: comments, page numbers, what a forum mixes in. */
export function cleaned(text: string): Cleaned {
  const lines: TextLine[] = [];
  const notes: Left[] = [];
  const left: Left[] = [];
  const printed = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .split("\n");
  printed.forEach((raw, i) => {
    const line = i + 1;
    const because = reasonToLeave(raw);
    if (because !== undefined) left.push({ line, text: raw.trim(), because });
    else if (/^#\s/.test(raw) && !raw.includes("\t")) {
      const comment = raw.replace(/^#\s*/, "");
      if (NOTE.test(comment)) notes.push({ line, text: comment, because: "" });
      else left.push({ line, text: raw.trim(), because: "以 # 开头的说明行" });
    } else {
      const { kept, noise } = withoutNoise(raw);
      for (const scraps of noise)
        left.push({ line, text: scraps, because: "夹在文字中间的乱码（网页防复制的字符）" });
      if (kept === raw || fold(kept) !== "") lines.push({ line, text: kept });
    }
  });
  return { lines, notes, left };
}

/** Why a whole row or line is no part of the table; absent: it may be one. */
export function reasonToLeave(text: string): string | undefined {
  const folded = fold(text);
  if (folded === "") return undefined;
  if (CONTINUED.test(folded)) return "表格续页的标记";
  if (
    PAGE.test(folded) &&
    /[-—–－―页/／共]/.test(folded) &&
    /\d/.test(folded) &&
    !/^[-—–－―]\d+$/.test(folded) &&
    !/^\d+[-—–－―\/／]\d+$/.test(folded)
  )
    return "页码";
  return undefined;
}
