import { fold } from "../../text";
import type { Loose } from "./align";
import type { TextLine } from "./noise";
import { ONLY_BARS } from "./words";

/** Cells with bars on lines of their own between them: each row has as many bars as the first; one between its cells, the rest at its end. */
export function rowsBetweenBars(lines: readonly TextLine[]): Loose[] {
  const first = rowsByBars(lines, (_, since) => since > 1)[0];
  return first ? rowsByBars(lines, (bars) => bars >= first.bars) : [];
}

interface BarRow {
  line: number;
  printed: string[];
  bars: number;
}

function rowsByBars(lines: readonly TextLine[], isFull: (bars: number, since: number) => boolean): BarRow[] {
  const rows: BarRow[] = [];
  let open: BarRow | undefined;
  let since = 0;
  for (const { line, text } of lines) {
    if (fold(text) === "") continue;
    if (ONLY_BARS.test(text)) {
      const bars = text.replace(/\s/g, "").length;
      since += bars;
      if (open) open.bars += bars;
    } else {
      if (!open || isFull(open.bars, since)) {
        open = { line, printed: [text.trim()], bars: 0 };
        rows.push(open);
      } else if (since === 0) open.printed[open.printed.length - 1] += `\n${text.trim()}`;
      else open.printed.push(...Array.from({ length: since - 1 }, () => ""), text.trim());
      since = 0;
    }
  }
  return rows;
}

/** Blank lines stand for empty cells where they are few, and between all cells where they are many. */
export function withoutSpacing(lines: readonly TextLine[]): TextLine[] {
  const filled = lines.filter(({ text }) => fold(text) !== "");
  const blank = lines.length - filled.length;
  const last = lines.lastIndexOf(filled[filled.length - 1]!);
  return blank * 2 >= filled.length ? filled : lines.slice(0, last + 1);
}
