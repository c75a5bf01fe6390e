import { atExcelsPrecision, fail, ok, type Result } from "../text";
import { byWords, type Direction } from "./better";
import type { PlanIssue } from "./issues";
import type { Comparator, Notation } from "./notation";
import { type Phrase, readPhrase } from "./phrase";
import { secondOf } from "./ratio";
import type { TargetType } from "./target-type";
import { tidy } from "./tidy";
import { type Amount, inUnit } from "./unit";
import {
  isAverageGrowth,
  isChangeOf,
  isFlow,
  isInWords,
  isShare,
  isStock,
  isSum,
  mayBeSum,
  NONE,
  UNDISCLOSED,
} from "./words";

/** One way to understand a printed target. */
export interface Meaning {
  readonly type: TargetType;
  readonly notation: Notation;
  /** where this way settles which is better */
  readonly direction?: Direction;
  /** where it is met within so many percent */
  readonly within?: number;
}

/** What stands round a printed target and tells what it means. */
export interface Around {
  readonly name: string;
  readonly unit: string;
  /** what its column says of every number in it */
  readonly column?: "cumulative" | "average";
  /** 约数: how far from it is still met, percent */
  readonly within?: number;
  /** years from the base to the target */
  readonly years?: number;
  /** null: there is none that is a number, and a change is judged by itself, whatever it is a share of */
  readonly base?: number | null;
}

type Ways = readonly Meaning[];

/** How far from an approximate target is still met, as long as nobody says otherwise. */
const USUAL_WITHIN = 5;

const FLIPPED: Readonly<Record<Comparator, Comparator>> = { ">": "<", "≥": "≤", "<": ">", "≤": "≥" };
const directionOf = (comparator: Comparator): Direction => (/[>≥]/.test(comparator) ? "higher" : "lower");

/** The approximate value: not less, not more, or within; the likeliest first. */
function approximately(type: TargetType, value: number, around: Around, ceiling: boolean): Ways {
  const { within = USUAL_WITHIN } = around;
  const span = Math.abs(value * within) / 100;
  const range: Meaning = {
    type: "range",
    notation: { kind: "range", from: atExcelsPrecision(value - span), to: atExcelsPrecision(value + span) },
    within,
  };
  if (around.within !== undefined) return [range];
  const likely: Direction = ceiling || byWords(around.name) === "lower" ? "lower" : "higher";
  const level = (direction: Direction): Meaning => ({
    type,
    notation: { kind: "value", value, comparator: null },
    direction,
  });
  const ways = [level(likely), level(likely === "higher" ? "lower" : "higher")];
  // a growth in % is no range of 亿元
  const isOwn = type !== "average" || around.unit === "%";
  return span === 0 || !isOwn ? ways : [...ways, range];
}

/** A number of its own, judged as a level, a sum or an average. */
function numberWays(type: TargetType, { said, amounts }: Phrase, around: Around): Ways {
  const growth = type === "average" && amounts[0].unit === "%";
  const numbers = amounts.map((one) => (growth ? one.number : inUnit(one, around.unit)));
  if (numbers.includes(null)) return [];
  const [from, to] = numbers as [number, number?];
  if (to !== undefined)
    return from < to && !said.comparator ? [{ type: "range", notation: { kind: "range", from, to } }] : [];
  const sign = said.change === -1 && type === "average" && !isChangeOf(around.name, -1) ? -1 : 1;
  const value = sign * from;
  if (said.approximate && !said.comparator) return approximately(type, value, around, said.ceiling ?? false);
  const plain = said.comparator ?? (said.ceiling ? "≤" : null);
  const comparator = plain && sign < 0 ? FLIPPED[plain] : plain;
  const to_ = said.to ?? (sign < 0 && !comparator ? -1 : undefined);
  const notation: Notation = { kind: "value", value, comparator };
  if (around.within !== undefined && !comparator) return approximately(type, value, around, false);
  return [{ type, notation, ...(to_ && { direction: to_ > 0 ? "higher" : "lower" }) }];
}

type Change = Extract<Notation, { kind: "change" }>;

/** What a change can be a share of: 提高6个百分点 is of the unit, 下降30% of the base. */
function changesIn({ number, unit, multiplier }: Amount, around: Around): Pick<Change, "by" | "in">[] {
  const inPercent = { by: number, in: "percent" } as const;
  const own = inUnit({ number, multiplier, unit }, around.unit);
  // 增长1.5倍 is often said of what has become 1.5 times as much
  const times = [
    { by: atExcelsPrecision(number * 100), in: "percent" } as const,
    { by: number, in: "times" } as const,
  ];
  if (unit === "倍") return number > 1 ? times : times.slice(0, 1);
  if (/百分点/.test(unit)) return own === null ? [] : [{ by: own, in: "unit" }];
  if (unit === "%" && around.unit !== "%") return [inPercent];
  if (own === null) return [];
  if (unit === "" && multiplier === "") return [{ by: own, in: "unit" }, inPercent];
  if (unit === "%") return around.base === null ? [inPercent] : [inPercent, { by: own, in: "unit" }];
  return [{ by: own, in: "unit" }];
}

/** 提高6个百分点, 较2015年下降30%. */
function changeWays({ said, amounts }: Phrase, around: Around): Ways {
  const [amount, end] = amounts;
  if (end) return said.change === 1 ? numberWays("level", { said, amounts }, around) : [];
  const sign = said.change ?? 1;
  const printed = said.comparator ?? (said.ceiling ? "≤" : null);
  const wanted = byWords(around.name) ?? (sign < 0 ? "lower" : "higher");
  const likely: readonly Comparator[] = wanted === (sign < 0 ? "lower" : "higher") ? ["≥", "≤"] : ["≤", "≥"];
  const signs: readonly (Comparator | null)[] = said.approximate && !printed ? likely : [printed];
  return changesIn(amount, around).flatMap((change) =>
    signs.map((plain): Meaning => {
      const comparator = plain && sign < 0 ? FLIPPED[plain] : plain;
      const direction = comparator ? directionOf(comparator) : sign < 0 ? "lower" : "higher";
      return {
        type: "change",
        notation: { kind: "change", ...change, by: sign * change.by, comparator },
        direction,
      };
    }),
  );
}

/** 1.3倍以内: of the base, unless the indicator is itself in times. */
function timesWays(phrase: Phrase, around: Around): Ways {
  const { said, amounts } = phrase;
  const level = numberWays("level", phrase, around);
  if (/倍|比/.test(around.name) || around.unit === "倍") return level;
  const comparator = said.comparator ?? (said.ceiling ? "≤" : null);
  const change: Meaning = {
    type: "change",
    notation: { kind: "change", by: amounts[0].number, in: "times", comparator },
    ...(comparator && { direction: directionOf(comparator) }),
  };
  return said.based ? [change] : [change, ...level];
}

/** 较2025年下降18% of 碳排放强度降幅: how much it has fallen by then, or a change below 0. */
function namedChangeWays(phrase: Phrase, around: Around): Ways {
  const changes = changeWays(phrase, around);
  return phrase.said.change === 1 ? changes : [...numberWays("cumulative", phrase, around), ...changes];
}

/** A number under a name with 累计: all that there is by then, or the sum since the plan began. */
function sumOrStock(phrase: Phrase, around: Around): Ways {
  const sum = numberWays("cumulative", phrase, around);
  const { name, base } = around;
  if (phrase.amounts.length > 1 || (typeof base !== "number" && !isStock(name))) return sum;
  const stock = numberWays("level", phrase, around);
  const [number] = phrase.amounts.map((one) => inUnit(one, around.unit));
  const isGrown = typeof base !== "number" || (number ?? base) > base;
  return isGrown && !isFlow(name) ? [...stock, ...sum] : [...sum, ...stock];
}

/** 单位GDP二氧化碳排放 in % without a base: how much it is to fall. */
const isFallInPercent = ({ name, unit, base }: Around): boolean =>
  unit === "%" && base === null && byWords(name) === "lower";

function fallWays({ said, amounts }: Phrase, around: Around): Ways {
  const [{ number }, end] = amounts;
  if (end || number === 0) return [];
  return changeWays(
    { said: { ...said, change: -1 }, amounts: [{ number: Math.abs(number), multiplier: "", unit: "%" }] },
    around,
  );
}

/** Less than so many times the base, 〔60〕 may be the level that the base is. */
const LIKE_BASE = 1.5;

function sumWays(phrase: Phrase, around: Around): Ways {
  const sum = numberWays("cumulative", phrase, around);
  if (!phrase.summed || phrase.amounts.length > 1) return sum;
  // a sum of what has fallen, of which more is better
  if (isFallInPercent(around))
    return [...sum.map((way): Meaning => ({ ...way, direction: "higher" })), ...fallWays(phrase, around)];
  const number = inUnit(phrase.amounts[0], around.unit);
  const { base } = around;
  const isLikeBase =
    typeof base === "number" && number !== null && number > base && number < LIKE_BASE * base;
  return isLikeBase ? [...sum, ...numberWays("level", phrase, around)] : sum;
}

/** How the numbers of a phrase are to be judged. */
function phraseWays(phrase: Phrase, around: Around): Ways {
  const { said, amounts } = phrase;
  const { name, column, years } = around;
  const own = said.change !== undefined && isChangeOf(name, said.change);
  const average = said.average ?? (column === "average" && !said.cumulative && !said.based);
  if (average || (isAverageGrowth(name) && !said.cumulative)) return numberWays("average", phrase, around);
  if (amounts[0].unit === "倍" && said.change === undefined && amounts.length === 1)
    return timesWays(phrase, around);
  if (own && said.based) return namedChangeWays(phrase, around);
  if (said.change !== undefined && !own) {
    const changes = changeWays(phrase, around);
    // 增长8% over several years is the whole, or each year's
    if (said.based || said.cumulative || years === 1 || amounts[0].unit !== "%" || amounts.length > 1)
      return amounts[0].unit === "倍" ? [...changes, WORDS] : changes;
    return [...changes, ...numberWays("average", phrase, around)];
  }
  if (said.cumulative || column === "cumulative" || isSum(name)) return sumWays(phrase, around);
  if (mayBeSum(name)) return sumOrStock(phrase, around);
  const level = numberWays("level", phrase, around);
  if (isFallInPercent(around) && !isShare(name)) return [...fallWays(phrase, around), ...level];
  return phrase.bracketed ? [...numberWays("cumulative", phrase, around), ...level] : level;
}

const WORDS: Meaning = { type: "words", notation: { kind: "words" } };

/** `2万元以上，力争2.2万元`: the floor, and what is striven for. */
const STRETCH = /^(.+?)[,;、，；](?:并|再)?((?:力争|争取|努力|冲刺|挑战).+)$/;
const STRETCH_BEHIND = /^(.+?)\(((?:力争|争取|努力|冲刺|挑战).+)\)$/;
const STRETCH_BEFORE = /^((?:力争|争取|努力|冲刺|挑战).+?)[,;、，；]((?:确保|保证|不低于|至少).+)$/;

function floorAndStretch(text: string): readonly [floor: string, stretch: string] | null {
  const before = STRETCH_BEFORE.exec(text);
  if (before) return [before[2]!, before[1]!];
  const behind = STRETCH.exec(text) ?? STRETCH_BEHIND.exec(text);
  return behind && [behind[1]!, behind[2]!];
}

/** Two units of one thing, `66.67公顷（1000亩）`: the first counts where they agree. */
const TWICE = /^(.*\d.*?)\((?:约|合|折合)?([\d.,]+[百千万亿]*(?:亩|公顷|平方公里|平方米))\)$/;
const IN_MU: Readonly<Record<string, number>> = { 亩: 1, 公顷: 15, 平方公里: 1500, 平方米: 0.0015 };
const AGREEING = 0.01;

/** The unit that stands behind a cell's number, without 万 and 亿; of two the first; empty where none does. */
export function printedUnit(text: string): string {
  const plain = tidy(text);
  const amounts = readPhrase(TWICE.exec(plain)?.[1] ?? plain)?.amounts ?? [];
  return amounts[amounts.length - 1]?.unit ?? "";
}

function inTwoUnits(text: string, around: Around): Ways | null {
  const parts = TWICE.exec(text);
  const [first, second] = [parts?.[1], parts?.[2]].map((part) => (part ? readPhrase(part) : null));
  if (!first || !second) return null;
  const [one, other] = [first, second].map(({ amounts: [amount] }) => {
    const mu = IN_MU[amount.unit];
    return mu === undefined ? null : mu * inUnit({ ...amount, unit: "" }, "")!;
  });
  if (!one || !other || Math.abs(one - other) > AGREEING * other) return [];
  const ways = phraseWays(first, around);
  return ways.length > 0 ? ways : phraseWays(second, around);
}

function stretched(ways: Ways, text: string, around: Around): Ways {
  // striven for in words: it is printed, and judges nothing
  if (!/\d/.test(text)) return ways;
  const phrase = readPhrase(text);
  const number = phrase && inUnit(phrase.amounts[0], around.unit);
  if (number === null || phrase!.loose) return [];
  return ways.flatMap((way): Ways => {
    const { notation } = way;
    return notation.kind === "value" ? [{ ...way, notation: { ...notation, stretch: number } }] : [];
  });
}

/** 95（不含民办）: a number, and words beside it */
const REMARKED = /^[^\u3400-\u9fff]*\d[^()]{0,6}\([^()\d]+\)$/;

/** 2028年, 2028年12月: when, and no value */
const DATES = /(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?/g;

/** 增长一倍 */
const TIMES_IN_WORDS = /[一二两三四五六七八九](?=倍)/;
const inDigits = (word: string): string => String("一二三四五六七八九".indexOf(word.replace("两", "二")) + 1);

/** Exactly what is printed, none of it lost: no way to understand it where any of it is not. */
function tidyWays(text: string, around: Around): Ways {
  if (NONE.test(text)) return [{ type: "none", notation: { kind: "none" } }];
  if (UNDISCLOSED.test(text)) return [{ type: "none", notation: { kind: "undisclosed" } }];
  const pair = floorAndStretch(text);
  if (pair) return stretched(tidyWays(pair[0], around), pair[1], around);
  const twice = inTwoUnits(text, around);
  if (twice) return twice;
  const second = secondOf(text);
  if (second !== text) {
    const ways = tidyWays(second, around).filter(({ type }) => type !== "words");
    return ways.length > 0 ? [...ways, WORDS] : [];
  }
  const counted = text.replace(TIMES_IN_WORDS, inDigits);
  if (!/\d/.test(counted.replace(DATES, ""))) return isInWords(text) ? [WORDS] : [];
  const phrase = readPhrase(counted);
  if (!phrase) return [];
  const ways = phraseWays(phrase, around);
  if (!phrase.loose || ways.length === 0) return ways;
  return REMARKED.test(text) ? [...ways, WORDS] : [WORDS, ...ways];
}

/** All ways to understand a printed target: one is certain, several are to be asked, the likeliest first; none is refused. */
export function meaningsOf(text: string, around: Around): Ways {
  const ways = tidyWays(tidy(text), around);
  const same = ways.map((way) => JSON.stringify(way));
  return ways.filter((_, i) => same.indexOf(same[i]!) === i);
}

const unreadable = (text: string): Result<Notation, PlanIssue> => fail({ code: "notation-unreadable", text });

/**
 * Reads a cell that says how things stand, in a unit, such as `> 95`, `1,000`, `1.35万张`, `XX` or `-`. What has no number,
 * and what only tells of numbers in words, is words.
 */
export function parseNotation(text: string, unit = ""): Result<Notation, PlanIssue> {
  const plain = tidy(text);
  if (NONE.test(plain)) return ok({ kind: "none" });
  if (UNDISCLOSED.test(plain)) return ok({ kind: "undisclosed" });
  const [twice] = inTwoUnits(plain, { name: "", unit }) ?? [];
  if (twice) return ok(twice.notation);
  const phrase = readPhrase(secondOf(plain));
  if (!phrase) return /[\u3400-\u9fff]{2}/.test(plain) ? ok({ kind: "words" }) : unreadable(text);
  const { said, loose } = phrase;
  if (loose || said.change || said.average || said.cumulative || said.based) return ok({ kind: "words" });
  const [way] = numberWays(
    "level",
    { ...phrase, said: { ...said, approximate: undefined } },
    { name: "", unit },
  );
  return way ? ok(way.notation) : unreadable(text);
}
