import { type Around, type Meaning, meaningsOf, printedUnit, settled, tidy } from "../../plan";
import type { Proposal } from "../question";
import { clausesIn } from "./values";
import { inWords } from "./words-of";

/** A target cell understood one way: what the sheet then holds. */
export interface Choice {
  readonly proposal: Proposal;
  /** what is printed, or what of it counts */
  readonly text: string;
  readonly meaning: Meaning;
  /** absent: the indicator's own */
  readonly unit?: string;
}

/** The choices of one cell; one: certain. */
export interface Choices {
  readonly asks: string;
  readonly choices: readonly Choice[];
}

const WORDS: Meaning = { type: "words", notation: { kind: "words" } };
const NONE: Meaning = { type: "none", notation: { kind: "none" } };

const idOf = ({ type, notation, direction }: Meaning): string =>
  [type, notation.kind === "change" ? notation.in : notation.kind, direction].filter(Boolean).join(" ");

const choiceOf = (meaning: Meaning, text: string, unit: string): Choice => ({
  proposal: { id: idOf(meaning), ...inWords(meaning, unit) },
  text,
  meaning,
});

const isSame = (a: Meaning, b: Meaning | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Text that says plainly what the printed one leaves open: 提高5个百分点 for 提高5%. */
function plainly({ notation }: Meaning): string | null {
  if (notation.kind !== "change") return null;
  const [verb, by] = [notation.by < 0 ? "较基期下降" : "较基期提高", Math.abs(notation.by)];
  if (notation.in === "percent") return `${verb}${by}%`;
  return notation.in === "times" ? `基期的${by}倍` : `${verb}${by}个百分点`;
}

/** A way as a choice that the sheet can say: with its type and direction, or in plainer words. */
function asChoice(way: Meaning, ways: readonly Meaning[], text: string, around: Around): Choice[] {
  const { type, direction } = way;
  const sayable = settled(ways, { type, ...(direction && { direction }) });
  if (isSame(way, sayable[0]) && sayable.length === 1) return [choiceOf(way, text, around.unit)];
  const plain = plainly(way);
  const again =
    plain === null ? [] : settled(meaningsOf(plain, around), { type, ...(direction && { direction }) });
  return plain !== null && again.length === 1 && isSame(again[0]!, way)
    ? [choiceOf(way, plain, around.unit)]
    : [];
}

const rest = (text: string): Choice[] => [choiceOf(WORDS, text, ""), choiceOf(NONE, text, "")];

/** Another text or unit that can be understood by itself. */
function instead(text: string, around: Around, words: string, unit?: string): Choice[] {
  const own = unit ?? around.unit;
  const [way, ...more] = meaningsOf(text, { ...around, unit: own });
  if (!way || more.length > 0 || way.notation.kind === "words" || way.notation.kind === "none") return [];
  const told = inWords(way, own);
  return [
    {
      proposal: { id: `${words} ${text}`, words: `${words}：${told.words}`, follows: told.follows },
      text,
      meaning: way,
      ...(unit !== undefined && { unit }),
    },
  ];
}

/** What can be made of a text with more in it than one number. */
function partsOf(text: string, around: Around): Choice[] {
  const clauses = clausesIn(text);
  return clauses.length < 2
    ? []
    : clauses.slice(0, 3).flatMap((clause) => instead(clause, around, `只按“${clause}”`));
}

/** 5公顷 under the unit 亩: the one, or the other. */
function unitsOf(text: string, around: Around): Choice[] {
  const printed = printedUnit(text);
  if (printed === "" || around.unit === "") return [];
  const withoutUnit = tidy(text).replace(printed, "");
  return [
    ...instead(text, around, `单位按值里的“${printed}”`, printed),
    ...instead(withoutUnit, around, `单位按“${around.unit}”`),
  ];
}

/** How a target cell can be understood, the likeliest first. */
export function choicesOf(text: string, around: Around): Choices {
  const ways = meaningsOf(text, around);
  if (ways.length === 1) return { asks: "", choices: [choiceOf(ways[0]!, text, around.unit)] };
  if (ways.length > 1) {
    const choices = ways.flatMap((way) => asChoice(way, ways, text, around));
    const asks = ways.some(({ type }) => type === "words")
      ? `“${text}”怎么评价？`
      : `“${text}”有几种意思，是哪一种？`;
    return { asks, choices: choices.length > 1 ? choices : [...choices, ...rest(text)] };
  }
  const units = unitsOf(text, around);
  if (units.length > 0)
    return {
      asks: `“${text}”与计量单位“${around.unit}”不一致，按哪个？`,
      choices: [...units, ...rest(text)],
    };
  const [words, none] = rest(text) as [Choice, Choice];
  return { asks: `“${text}”看不出是哪个数，怎么评价？`, choices: [words, ...partsOf(text, around), none] };
}
