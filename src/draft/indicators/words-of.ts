import { type Direction, type Meaning, type Notation } from "../../plan";
import { told } from "../../text";

/* A meaning of a target in words, and what follows from it. */

const SIGN_WORDS = { ">": "大于", "≥": "至少", "<": "小于", "≤": "至多" } as const;
const FLIPPED = { ">": "<", "≥": "≤", "<": ">", "≤": "≥" } as const;
const signFor = (direction: Direction | undefined) => (direction === "lower" ? "≤" : "≥");

type Value = Extract<Notation, { kind: "value" }>;
type Change = Extract<Notation, { kind: "change" }>;

const signedValue = ({ value, comparator }: Value, direction: Direction | undefined, unit: string): string =>
  `${SIGN_WORDS[comparator ?? signFor(direction)]} ${told(value)}${unit}`;

/** `较基期下降 30%`, `较基期提高至少 6 岁`, `基期的 1.3 倍` */
function changeWords({ by, in: share, comparator }: Change, unit: string): string {
  // of a fall, not more than -30 is at least 30
  const size = comparator && by < 0 ? FLIPPED[comparator] : comparator;
  const sign = size === null ? "" : SIGN_WORDS[size];
  if (share === "times") return `${sign}基期的 ${told(by)} 倍`;
  const own = unit === "%" ? "个百分点" : unit;
  const amount = told(Math.abs(by));
  return `较基期${by < 0 ? "下降" : "提高"}${sign} ${share === "percent" ? `${amount}%` : `${amount} ${own}`}`.trim();
}

const BY_PEOPLE = "由责任单位填写已达标、推进中或未达标，并说明理由，不参与计算";

interface Told {
  readonly words: string;
  readonly follows: string;
}

/** What a place then says, and how 本期值 is judged. */
export function inWords(meaning: Meaning, unit: string): Told {
  const { type, notation, direction, within } = meaning;
  if (notation.kind === "range") {
    const between = `${told(notation.from)} 至 ${told(notation.to)}${unit}`;
    return {
      words: within === undefined ? between : `上下 ${within}% 以内（${between}）`,
      follows: `本期值在 ${between} 之间为已达标`,
    };
  }
  if (notation.kind === "change")
    return { words: changeWords(notation, unit), follows: "按基期值换算目标；没有基期值时，本期值填变化量" };
  if (notation.kind !== "value")
    return type === "words"
      ? { words: "人工判断", follows: BY_PEOPLE }
      : { words: "不评价", follows: "不计入任何统计" };
  const value = signedValue(notation, direction, unit);
  if (type === "cumulative")
    return { words: `规划期累计${value}`, follows: "本期值填规划期以来的合计，进度从 0 起算" };
  if (type === "average")
    return {
      words: `年均${value}`,
      follows: "本期值填基期以来的年均数，直接与目标比，不算进度",
    };
  const than = (notation.comparator ?? signFor(direction)) === "≤" ? "不高于" : "不低于";
  const limit =
    notation.comparator === null || /[≥≤]/.test(notation.comparator) ? than : SIGN_WORDS[notation.comparator];
  return { words: value, follows: `本期值${limit} ${told(notation.value)}${unit} 为已达标` };
}
