import { atExcelsPrecision, fail, ok, type Result } from "../text";
import { byWords, type Direction } from "./inference";
import type { PlanIssue } from "./issues";
import type { Comparator, Notation } from "./notation";
import { type Phrase, readPhrase } from "./phrase";
import type { TargetType } from "./target-type";
import { tidy } from "./tidy";
import { type Amount, inUnit } from "./unit";
import { isAverageGrowth, isChangeOf, isCumulative, isInWords, NONE, UNDISCLOSED } from "./words";

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
  /** the base is no number: a change is then judged by itself, whatever it is a share of */
  readonly baseless?: boolean;
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
  return span === 0 ? ways : [...ways, range];
}

/** A number of its own, judged as a level, a sum or an average. */
function numberWays(type: TargetType, { said, amounts }: Phrase, around: Around): Ways {
  const growth = type === "average" && amounts[0].unit === "%";
  const numbers = amounts.map((one) => (growth ? one.number : inUnit(one, around.unit)));
  if (numbers.includes(null)) return [];
  const [from, to] = numbers as [number, number?];
  if (to !== undefined)
    return from < to && !said.comparator ? [{ type: "range", notation: { kind: "range", from, to } }] : [];
  const sign = said.change === -1 && growth && !isChangeOf(around.name, -1) ? -1 : 1;
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
  if (unit === "%") return around.baseless ? [inPercent] : [inPercent, { by: own, in: "unit" }];
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

/** How the numbers of a phrase are to be judged. */
function phraseWays(phrase: Phrase, around: Around): Ways {
  const { said, amounts } = phrase;
  const { name, column, years } = around;
  const own = said.change !== undefined && isChangeOf(name, said.change);
  const average = said.average ?? (column === "average" && !said.cumulative && !said.based);
  if (average || (isAverageGrowth(name) && !said.cumulative)) return numberWays("average", phrase, around);
  if (amounts[0].unit === "倍" && said.change === undefined && amounts.length === 1)
    return timesWays(phrase, around);
  if (said.change !== undefined && !own) {
    const changes = changeWays(phrase, around);
    // 增长8% over several years is the whole, or each year's
    if (said.based || said.cumulative || years === 1 || amounts[0].unit !== "%" || amounts.length > 1)
      return changes;
    return [...changes, ...numberWays("average", phrase, around)];
  }
  if (said.cumulative || column === "cumulative" || isCumulative(name))
    return numberWays("cumulative", phrase, around);
  const level = numberWays("level", phrase, around);
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

/** Exactly what is printed, none of it lost: no way to understand it where any of it is not. */
function tidyWays(text: string, around: Around): Ways {
  if (NONE.test(text)) return [{ type: "none", notation: { kind: "none" } }];
  if (UNDISCLOSED.test(text)) return [{ type: "none", notation: { kind: "undisclosed" } }];
  const pair = floorAndStretch(text);
  if (pair) return stretched(tidyWays(pair[0], around), pair[1], around);
  const twice = inTwoUnits(text, around);
  if (twice) return twice;
  if (!/\d/.test(text.replace(/(?:19|20)\d\d年/g, ""))) return isInWords(text) ? [WORDS] : [];
  const phrase = readPhrase(text);
  if (!phrase) return [];
  return phrase.loose ? [WORDS, ...phraseWays(phrase, around)] : phraseWays(phrase, around);
}

/** All ways to understand a printed target: one is certain, several are to be asked, the likeliest first; none is refused. */
export const meaningsOf = (text: string, around: Around): Ways => tidyWays(tidy(text), around);

/** What a plan states of a target beside what it prints. */
export interface Stated {
  readonly type?: TargetType;
  readonly direction?: Direction;
}

/** A printed number judged as a level, a sum or an average is each of these, if the plan says so. */
const NUMBERS: readonly TargetType[] = ["level", "cumulative", "average"];

function ofType(ways: Ways, type: TargetType): Ways {
  if (type === "words") return [WORDS];
  const fitting = ways.filter((way) => way.type === type);
  if (fitting.length > 0) return fitting;
  if (type === "none") return [{ type, notation: { kind: "none" } }];
  if (!NUMBERS.includes(type)) return [];
  return ways.flatMap((way) => (way.notation.kind === "value" ? [{ ...way, type }] : []));
}

/** The ways that are left where the plan states type and direction; one settles it. */
export function settled(ways: Ways, { type, direction }: Stated): Ways {
  const typed = type === undefined ? ways : ofType(ways, type);
  const directed = typed.filter((way) => way.direction === direction);
  const left = direction === undefined || directed.length === 0 ? typed : directed;
  // of a stated kind the likeliest holds, unless it is open which is better
  const open = left.some((way) => way.direction !== left[0]!.direction);
  return type === undefined || open ? left : left.slice(0, 1);
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
  const phrase = readPhrase(plain);
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
