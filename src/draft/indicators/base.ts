import {
  convertedText,
  isFailed,
  type Notation,
  parseNotation,
  printedUnit,
  ratioSide,
  type TargetType,
  tidy,
} from "../../plan";
import type { Proposal } from "../question";
import { asPrinted } from "./notes";
import { plainerTexts, powersIn } from "./plainer";

/* The base of an indicator: the printed number, one of what a cell says, or none. */

const NONE: Notation = { kind: "none" };

export const baseOf = (text: string, unit: string): Notation => {
  const read = parseNotation(text, unit);
  return read.ok ? read.value : NONE;
};

const numberIn = (notation: Notation): number | null => (notation.kind === "value" ? notation.value : null);

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const YEARS = /(?:19|20)\d\d(?:年|(?=[-—~至]))/g;
/** 5000（含民办300）: what comes first is the whole */
const LED = /^\D{0,4}\d[\d,.]*\D{0,6}[(（,，;；、]/;
const MOST = 3;

/** Texts of which one may be the base, the likeliest first. */
export function textsIn(printed: string, unit: string): string[] {
  const other = convertedText(printed, unit);
  const plainer = other === null ? plainerTexts(printed, unit) : [other];
  const numbers = plainer.length > 0 ? plainer : (tidy(printed).replace(YEARS, "").match(NUMBER) ?? []);
  return [...new Set(numbers)].filter((one) => numberIn(baseOf(one, unit)) !== null).slice(0, MOST);
}

/** 2002—2012年平均每年增长约5.3%: how it moved, and no level. */
const MOVED = /^[^\d]*(?:增|减|降|升|提高|年均|平均每年|翻)/;
const isMove = (printed: string): boolean => MOVED.test(tidy(printed).replace(YEARS, ""));
/** 〔18〕: a sum, the base of another sum */
const isSum = (printed: string): boolean => /^〔.*〕/.test(tidy(printed));

/** Kinds of targets that need a level to start from. */
const STARTS: readonly TargetType[] = ["level", "change", "range"];

/** What is to be asked of a base; null: it is clear. */
interface BaseDoubt {
  readonly asks: string;
  readonly proposals: readonly Proposal[];
  /** proposal → what the place then holds */
  readonly texts: ReadonlyMap<string, string>;
}

const without: Proposal = { id: "none", words: "不作基期", follows: "没有基期值，原样记在备注" };
const later: Proposal = { id: "note", words: "先空着", follows: "采用后在“规划指标”表上填基期值" };

function doubtOf(asks: string, texts: readonly string[], unit: string, first: "number" | "none"): BaseDoubt {
  const proposed = texts.map((text, i): Proposal => ({
    id: i === 0 ? "number" : `number ${i + 1}`,
    words: `基期 ${text}${text.includes(unit) ? "" : unit}`,
    follows: "按这个数算进度，原样记在备注",
  }));
  const proposals = [
    ...(first === "number" ? [...proposed, without] : [without, ...proposed]),
    ...(texts.length === 0 ? [later] : []),
  ];
  return { asks, proposals, texts: new Map(proposed.map(({ id }, i) => [id, texts[i]!])) };
}

/** What is doubtful about a printed base, beside the target and how that is judged. */
export function doubtOfBase(
  printed: string,
  unit: string,
  target: string,
  type: TargetType,
): BaseDoubt | null {
  if (isFailed(printed))
    return doubtOf(
      `基期“${printed}”不是数：原表的列太窄，或公式出错，没有显示出数来。可在原表改好后再复制`,
      [],
      unit,
      "none",
    );
  const read = parseNotation(printed, unit);
  const isNumber = read.ok && read.value.kind === "value" && powersIn(printed).length === 0;
  const side = ratioSide(target);
  if (isNumber && side === "1:n" && ratioSide(printed) !== side)
    return doubtOf(
      `目标“${target}”是 1 比几，基期“${printed}”写法不同，能直接比吗？`,
      textsIn(printed, unit).slice(0, 1),
      unit,
      "none",
    );
  if (isNumber || (read.ok && (read.value.kind === "none" || read.value.kind === "undisclosed"))) return null;
  const texts = textsIn(printed, unit);
  const isClear = texts.length === 0 || isMove(printed) || (isSum(printed) && !STARTS.includes(type));
  if (read.ok && isClear) return null;
  const isOther = !isNumber && convertedText(printed, unit) !== null;
  const isLed = isOther || LED.test(printed) || plainerTexts(printed, unit).length > 0;
  const asks = isOther
    ? `基期“${printed}”与计量单位“${unit}”不一致，按哪个数？`
    : `基期“${printed}”看不出是哪个数`;
  return doubtOf(asks, texts, unit, isLed ? "number" : "none");
}

/** What is to be asked of a bare base where the target's own unit was chosen instead of the one it was printed under. */
export function doubtOfUnit(printed: string, was: string, unit: string): BaseDoubt | null {
  if (was === "" || was === unit || numberIn(baseOf(printed, was)) === null || printedUnit(printed) !== "")
    return null;
  const converted = convertedText(`${printed}${was}`, unit);
  const texts = converted === null ? [printed] : [converted, printed];
  return doubtOf(`单位改按“${unit}”，原来按“${was}”印的基期“${printed}”是哪个数？`, texts, unit, "number");
}

/** The number of a base as long as nobody says otherwise; null: none. */
export function likelyBase(printed: string, unit: string): number | null {
  const doubt = doubtOfBase(printed, unit, "", "level");
  const text = doubt ? (doubt.texts.get(doubt.proposals[0]!.id) ?? "-") : printed;
  return numberIn(baseOf(text, unit));
}

/** The base as the sheet holds it. */
export function answeredBase(printed: string, { texts }: BaseDoubt, id: string, notes: string[]): string {
  const text = texts.get(id) ?? "-";
  if (text !== printed) notes.push(asPrinted(printed));
  return text;
}
