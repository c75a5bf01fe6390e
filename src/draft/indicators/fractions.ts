import { byWords, inferBounds, type Notation, tidy } from "../../plan";
import { atExcelsPrecision, fold } from "../../text";
import type { Cells } from "./apart";
import { isNone } from "./notes";
import type { Proposal } from "../question";

/* Shares in % that are printed as fractions of 1: 0.8 → 0.95. */

const FRACTION = /^[<>≥≤]?(?:0?\.\d+|1(?:\.0+)?)$/;
const NUMBER = /[\d.]+/;
/** Smaller ones may well be so few percent. */
const LEAST = 0.5;

const NO_VALUE: Notation = { kind: "none" };
const none = { text: "", notation: NO_VALUE };

/** A share in % of which the whole is 100. */
export const isShare = (name: string, unit: string): boolean =>
  fold(unit) === "%" && inferBounds({ name, unit, baseline: none, target: none }).max !== undefined;

/** The fraction of a cell in percent; another text as it is. */
export const inPercent = (text: string): string =>
  FRACTION.test(tidy(text))
    ? tidy(text).replace(NUMBER, (number) => String(atExcelsPrecision(Number(number) * 100)))
    : text;

type Values = Pick<Cells, "baseline" | "target">;
type Ask = (printed: string, asks: string, proposals: readonly Proposal[]) => string;

/** Whether base and target of an indicator are fractions that mean percent: asked where they may be. */
export function isInFractions(values: Values, name: string, unit: string, ask: Ask): boolean {
  const { baseline, target } = values;
  const texts = [target, ...(isNone(baseline) ? [] : [baseline])].map(tidy);
  const mayBe =
    isShare(name, unit) &&
    byWords(name) !== "lower" &&
    texts.every((text) => FRACTION.test(text)) &&
    texts.some((text) => text.includes(".")) &&
    Number(NUMBER.exec(texts[0]!)![0]) >= LEAST;
  if (!mayBe) return false;
  const told = (one: (text: string) => string): string =>
    isNone(baseline) ? one(target) : `${one(baseline)} → ${one(target)}`;
  const printed = told((text) => text);
  const id = ask(printed, `计量单位是“%”，“${printed}”是不是把百分数写成了小数？`, [
    { id: "fraction", words: `是，${told(inPercent)}（%）`, follows: "按百分数计算，原样记在备注" },
    { id: "printed", words: `不是，就是 ${printed}（%）`, follows: "按印的数计算" },
  ]);
  return id === "fraction";
}
