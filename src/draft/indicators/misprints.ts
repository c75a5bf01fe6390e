import { tidy } from "../../plan";

/* Digits that may be something else than digits of the number: marks of footnotes and signs read wrongly. */

/** What a printed number could be, the likeliest first; the first is what the digits say. */
export interface Reading {
  readonly id: string;
  readonly text: string;
  readonly words: string;
  /** absent: it is reckoned with the text */
  readonly follows?: string;
}

const PLAIN = /^([<>≥≤]?)(-?\d+)(?:\.(\d+))?(%?)$/;
const decimals = (text: string): number => PLAIN.exec(tidy(text))?.[3]?.length ?? 0;

/** A printed number and its unit. */
export interface Figure {
  readonly text: string;
  readonly unit: string;
}

/** Numbers of one kind are compared: those in %, those in 岁. */
const kindOf = ({ text, unit }: Figure): string => unit || (PLAIN.exec(tidy(text))?.[4] ?? "");

/** Numbers of a column with which one is compared; fewer tell nothing. */
const LEAST_OTHERS = 3;

/** What is known of a column's numbers, made once. */
export class ColumnFigures {
  /** unit → decimals → how many have so many */
  private readonly counts = new Map<string, Map<number, number>>();

  constructor(figures: readonly Figure[]) {
    for (const figure of figures) {
      const [count, kind] = [decimals(figure.text), kindOf(figure)];
      if (count === 0) continue;
      const counts = this.counts.get(kind) ?? new Map<number, number>();
      this.counts.set(kind, counts.set(count, (counts.get(count) ?? 0) + 1));
    }
  }

  /** True for a number with one decimal more than all others of its unit, which agree. */
  isLonger(figure: Figure): boolean {
    const [own, counts] = [decimals(figure.text), this.counts.get(kindOf(figure))];
    if (own < 2 || counts?.get(own) !== 1 || counts.size !== 2) return false;
    return (counts.get(own - 1) ?? 0) >= LEAST_OTHERS;
  }
}

const asPrinted = (text: string): Reading => ({ id: "printed", text, words: `就是 ${tidy(text)}` });

/** `15.74` where all others have one decimal: 15.7 and the mark 4. */
export function fusedMark(figure: Figure, column: ColumnFigures): Reading[] {
  const { text } = figure;
  const [, sign, whole, part, percent] = PLAIN.exec(tidy(text)) ?? [];
  if (part === undefined || !column.isLonger(figure)) return [];
  const [number, mark] = [`${sign}${whole}.${part.slice(0, -1)}${percent}`, part.slice(-1)];
  if (mark === "0") return [];
  return [{ id: "mark", text: number, words: `${number}，末尾的“${mark}”是脚注号` }, asPrinted(text)];
}

/** A share above the whole: `953` is 95 and the mark 3, `260` is ≥60. */
export function beyondWhole(text: string): Reading[] {
  const [, sign, whole, part, percent] = PLAIN.exec(tidy(text)) ?? [];
  if (
    whole === undefined ||
    sign !== "" ||
    part !== undefined ||
    !/^[1-9]\d{2,3}$/.test(whole) ||
    Number(whole) <= 100
  )
    return [];
  const rest = String(Number(whole.slice(1)));
  const readings: Reading[] = [];
  if (whole.startsWith("2") && rest === whole.slice(1) && Number(rest) <= 100)
    readings.push({ id: "sign", text: `≥${rest}${percent}`, words: `≥${rest}，“2”是认错的“≥”` });
  const number = whole.slice(0, -1);
  if (Number(number) <= 100)
    readings.push({
      id: "mark",
      text: number + percent,
      words: `${number}，末尾的“${whole.slice(-1)}”是脚注号`,
    });
  return [asPrinted(text), ...readings];
}

/** `2030` in the column of 2030: a number, or the year again. */
export const sameAsYear = (text: string, year: number, unit: string): Reading[] =>
  tidy(text) === String(year) && unit !== "年"
    ? [
        asPrinted(text),
        { id: "year", text: "", words: `是年份，不是数`, follows: "这一格不作数，原样记在备注" },
      ]
    : [];
