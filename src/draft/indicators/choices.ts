import {
  type Around,
  byWords,
  convertedText,
  isFailed,
  type Meaning,
  meaningsOf,
  printedUnit,
  ratioSide,
  settled,
  tidy,
} from "../../plan";
import { plainerTexts, powersIn, turned } from "./plainer";
import type { Proposal } from "../question";
import { baseAndTarget, clausesIn } from "./values";
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

const NO_NAME = { name: "", unit: "" };

const idOf = ({ type, notation, direction }: Meaning): string =>
  [type, notation.kind === "change" ? notation.in : notation.kind, direction].filter(Boolean).join(" ");

/** An average in % is a growth, whatever it is of. */
const unitFor = ({ type }: Meaning, text: string, unit: string): string =>
  type === "average" && tidy(text).includes("%") ? "%" : unit;

/** Words say which is better as the name does, where the meaning leaves it to that. */
const choiceOf = (meaning: Meaning, text: string, { unit, name }: Pick<Around, "unit" | "name">): Choice => ({
  proposal: {
    id: idOf(meaning),
    ...inWords({ direction: byWords(name) ?? "higher", ...meaning }, unitFor(meaning, text, unit)),
  },
  text,
  meaning,
});

const isSame = (a: Meaning, b: Meaning | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
/** The same number; which is better stands in its own column. */
const isSameValue = (a: Meaning, b: Meaning): boolean =>
  a.type === b.type && JSON.stringify(a.notation) === JSON.stringify(b.notation);

const SIZE = { ">": "超过", "≥": "不低于", "<": "低于", "≤": "不超过" } as const;
const FLIPPED = { ">": "<", "≥": "≤", "<": ">", "≤": "≥" } as const;

/** Text that says plainly what the printed one leaves open: 提高5个百分点 for 提高5%. */
function plainly({ notation }: Meaning): string | null {
  if (notation.kind !== "change") return null;
  const { by, in: share, comparator } = notation;
  const size = comparator ? SIZE[by < 0 ? FLIPPED[comparator] : comparator] : "";
  if (share === "times") return `${size}基期的${by}倍`;
  const verb = by < 0 ? "较基期下降" : "较基期提高";
  return `${verb}${size}${Math.abs(by)}${share === "percent" ? "%" : "个百分点"}`;
}

/** 增长1倍 is 100 %: a number that is not printed is written out. */
const isUnprinted = ({ notation }: Meaning, text: string): boolean =>
  notation.kind === "change" && notation.in === "percent" && /倍/.test(text);

/** A way as a choice that the sheet can say: with its type and direction, or in plainer words. */
function asChoice(way: Meaning, ways: readonly Meaning[], text: string, around: Around): Choice[] {
  const { type, direction } = way;
  const sayable = settled(ways, { type, ...(direction && { direction }) });
  if (!isUnprinted(way, text) && isSame(way, sayable[0]) && sayable.length === 1)
    return [choiceOf(way, text, around)];
  const plain = plainly(way);
  const again =
    plain === null ? [] : settled(meaningsOf(plain, around), { type, ...(direction && { direction }) });
  return plain !== null && again.length === 1 && isSameValue(again[0]!, way)
    ? [choiceOf(way, plain, around)]
    : [];
}

const rest = (text: string): Choice[] => [choiceOf(WORDS, text, NO_NAME), choiceOf(NONE, text, NO_NAME)];

/** Another text or unit, each way that it can be understood by itself. */
function instead(text: string, around: Around, words: string, unit?: string): Choice[] {
  const own = { ...around, unit: unit ?? around.unit };
  const ways = meaningsOf(text, own).filter(({ type }) => type !== "words" && type !== "none");
  const choices =
    ways.length === 1
      ? [choiceOf(ways[0]!, text, own)]
      : ways.flatMap((way) => asChoice(way, ways, text, own));
  return choices.map(({ proposal, ...choice }) => ({
    ...choice,
    proposal: {
      id: choices.length === 1 ? `${words} ${text}` : `${words} ${text} ${proposal.id}`,
      words: `${words}：${proposal.words}`,
      follows: proposal.follows,
    },
    ...(unit !== undefined && { unit }),
  }));
}

/** What can be made of a text with more in it than one number. */
function partsOf(text: string, around: Around): Choice[] {
  const moved = baseAndTarget(text);
  const clauses = moved ? [moved.target, moved.base] : clausesIn(text);
  return clauses.length < 2
    ? []
    : clauses
        .slice(0, 3)
        .flatMap((clause) => instead(clause.replace(/^分别/, ""), around, `只按“${clause}”`));
}

/** 二十家, 95. and the like, in digits. */
const inDigits = (text: string, around: Around): Choice[] =>
  plainerTexts(text, around.unit).flatMap((plain) => {
    const unit = printedUnit(plain);
    const own = around.unit === "" && !/倍|百分点/.test(unit) ? unit : undefined;
    return instead(plain, around, `按“${plain}”`, own);
  });

/** 翻一番, which is no number before somebody says so. */
function doubled(text: string, around: Around): Choice[] {
  const plain = turned(text);
  if (plain === null) return [];
  const ways = meaningsOf(plain, around);
  return ways.flatMap((way) => asChoice(way, ways, plain, around)).slice(0, 1);
}

/** 8% under 亿元: how much it is to grow, or to fall, each year or in all. */
function growthsOf(text: string, around: Around): Choice[] {
  const verb = byWords(around.name) === "lower" ? "下降" : "增长";
  const before = around.years === 1 ? ["较基期"] : ["年均", "较基期"];
  return before.flatMap((words) => {
    const plain = `${words}${verb}${tidy(text)}`;
    return instead(plain, around, `按“${plain}”`);
  });
}

/** 5公顷 under the unit 亩: brought to it, or the one unit, or the other. */
function unitsOf(text: string, around: Around): Choice[] {
  const printed = printedUnit(text);
  if (printed === "" || around.unit === "") return [];
  if (printed === "%" && !/%|‰|‱|分点|\/10?万/.test(tidy(around.unit))) return growthsOf(text, around);
  const converted = convertedText(text, around.unit);
  const withoutUnit = tidy(text).replace(printed, "");
  return [
    ...(converted === null
      ? []
      : instead(converted, around, `折合 ${converted.replace(/^[<>≥≤]/, "")}${around.unit}`)),
    ...(typeof around.base === "number" && converted !== null
      ? []
      : instead(text, around, `单位按值里的“${printed}”`, printed)),
    ...instead(withoutUnit, around, `单位按“${around.unit}”`),
  ];
}

/** A change in its own name, or something new: one year's, or the sum of all. */
const EACH_OR_ALL = /新增|净增|降低|下降|降幅|降率|减少|削减|减排/;
/** So many times the base's, it is no year's. */
const MANY_TIMES = 2;

/** A number that is one year's or the whole plan's, where neither name nor numbers settle it. */
function eachOrAll(way: Meaning, { name, years, base = null }: Around): boolean {
  const { type, notation } = way;
  if (type !== "level" || notation.kind !== "value" || years === 1 || !EACH_OR_ALL.test(name)) return false;
  return base === null || (base > 0 && notation.value >= MANY_TIMES * base);
}

/** Further apart than this are only numbers in units of different size. */
const FAR = 1000;

function isFar({ type, notation }: Meaning, { base }: Around): boolean {
  if (type !== "level" || notation.kind !== "value" || !base || notation.value === 0) return false;
  const times = Math.abs(notation.value / base);
  return times >= FAR || times <= 1 / FAR;
}

function farFromBase(only: Choice, text: string): Choices {
  const later: Choice = {
    ...choiceOf(NONE, text, NO_NAME),
    proposal: { id: "later", words: "先不评价", follows: "核对后在“规划指标”表上改正目标，并清空目标类型" },
  };
  return { asks: `“${text}”与基期相差 ${FAR} 倍以上，计量单位是一样的吗？`, choices: [only, later] };
}

function sumOrYear(only: Choice): Choice[] {
  const sum: Proposal = {
    id: "sum",
    words: "整个规划期的合计",
    follows: "本期值填规划期以来的合计，进度从 0 起算",
  };
  const level: Proposal = { id: "level", words: "一年的数", follows: "本期值填当年的数，直接与目标比" };
  return [
    { ...only, meaning: { ...only.meaning, type: "cumulative" }, proposal: sum },
    { ...only, proposal: level },
  ];
}

const has = (ways: readonly Meaning[], type: Meaning["type"]): boolean =>
  ways.some((way) => way.type === type);

function asksOf(text: string, ways: readonly Meaning[]): string {
  if (ratioSide(text) === "1:n") return `“${text}”按后一个数评价，还是人工判断？`;
  if (has(ways, "words")) return `“${text}”怎么评价？`;
  if (has(ways, "level") && has(ways, "cumulative")) return `“${text}”是到时的总数，还是规划期内的合计？`;
  return `“${text}”有几种意思，是哪一种？`;
}

const FAILED = "没有显示出数来：原表的列太窄，或公式出错。可在原表改好后再复制；照此采用，怎么评价？";

/** How a target cell can be understood, the likeliest first. */
export function choicesOf(text: string, around: Around): Choices {
  const [change] = doubled(text, around);
  if (change) {
    const words = choiceOf(WORDS, text, NO_NAME);
    return { asks: `“${text}”怎么评价？`, choices: around.base === null ? [words, change] : [change, words] };
  }
  const powers = powersIn(text).flatMap((plain) => instead(plain, around, `按“${plain}”`));
  if (powers.length > 0) return { asks: `“${text}”是哪个数？`, choices: [...powers, ...rest(text)] };
  const ways = meaningsOf(text, around);
  if (ways.length === 1) {
    const only = choiceOf(ways[0]!, text, around);
    if (isFar(ways[0]!, around)) return farFromBase(only, text);
    return eachOrAll(ways[0]!, around)
      ? { asks: `“${text}”是整个规划期的合计，还是一年的数？`, choices: sumOrYear(only) }
      : { asks: "", choices: [only] };
  }
  if (ways.length > 1) {
    const choices = ways.flatMap((way) => asChoice(way, ways, text, around));
    return { asks: asksOf(text, ways), choices: choices.length > 1 ? choices : [...choices, ...rest(text)] };
  }
  const units = unitsOf(text, around);
  if (units.length > 0)
    return {
      asks: `“${text}”与计量单位“${around.unit}”不一致，按哪个？`,
      choices: [...units, ...rest(text)],
    };
  const [words, none] = rest(text) as [Choice, Choice];
  if (isFailed(text)) return { asks: `“${text}”${FAILED}`, choices: [none, words] };
  const plain = inDigits(text, around);
  const isRank = /前/.test(text);
  // 动态清零: rather a state than a number; 0 of what there was at the base is none left
  const cleared = /清零|归零/.test(text) ? instead("至多0", around, "按“0”") : [];
  const parts = partsOf(text, around);
  const choices = baseAndTarget(text)
    ? [...parts, words, none]
    : cleared.length > 0
      ? [words, ...cleared, none]
      : [...(isRank ? [words, ...plain] : [...plain, words]), ...parts, none];
  return { asks: `“${text}”看不出是哪个数，怎么评价？`, choices };
}
