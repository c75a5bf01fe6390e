import { tidy } from "../plan";
import { fold } from "../text";

/* Digits that may be something else than digits of the number: marks of footnotes and signs read wrongly. */

/** What a printed number could be, the likeliest first; the first is what the digits say. */
export interface Reading {
  readonly id: string;
  readonly text: string;
  readonly words: string;
}

const PLAIN = /^([<>≥≤]?)(-?\d+)(?:\.(\d+))?(%?)$/;
const decimals = (text: string): number => PLAIN.exec(tidy(text))?.[3]?.length ?? 0;

/** Numbers of a column with which one is compared; fewer tell nothing. */
const LEAST_OTHERS = 3;

/** What is known of a column's numbers, made once. */
export class ColumnFigures {
  private readonly counts = new Map<number, number>();

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      const count = decimals(text);
      if (count > 0) this.counts.set(count, (this.counts.get(count) ?? 0) + 1);
    }
  }

  /** True for a number with one decimal more than all others, which agree. */
  isLonger(text: string): boolean {
    const own = decimals(text);
    if (own < 2 || this.counts.get(own) !== 1 || this.counts.size !== 2) return false;
    return (this.counts.get(own - 1) ?? 0) >= LEAST_OTHERS;
  }
}

const asPrinted = (text: string): Reading => ({ id: "printed", text, words: `就是 ${fold(text)}` });

/** `15.74` where all others have one decimal: 15.7 and the mark 4. */
export function fusedMark(text: string, column: ColumnFigures): Reading[] {
  const [, sign, whole, part, percent] = PLAIN.exec(tidy(text)) ?? [];
  if (part === undefined || !column.isLonger(text)) return [];
  const [number, mark] = [`${sign}${whole}.${part.slice(0, -1)}${percent}`, part.slice(-1)];
  if (mark === "0") return [];
  return [{ id: "mark", text: number, words: `${number}，末尾的“${mark}”是脚注号` }, asPrinted(text)];
}

/** A share above the whole: `953` is 95 and the mark 3, `260` is ≥60. */
export function beyondWhole(text: string): Reading[] {
  const [, sign, whole, part, percent] = PLAIN.exec(tidy(text)) ?? [];
  if (whole === undefined || sign !== "" || part !== undefined || !/^[1-9]\d{2}$/.test(whole)) return [];
  const rest = String(Number(whole.slice(1)));
  const readings: Reading[] = [];
  if (whole.startsWith("2") && rest === whole.slice(1))
    readings.push({ id: "sign", text: `≥${rest}${percent}`, words: `≥${rest}，“2”是认错的“≥”` });
  const number = whole.slice(0, -1);
  readings.push({
    id: "mark",
    text: number + percent,
    words: `${number}，末尾的“${whole.slice(-1)}”是脚注号`,
  });
  return [asPrinted(text), ...readings];
}
