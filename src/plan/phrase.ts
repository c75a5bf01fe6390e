import { APART } from "./tidy";
import { type Amount, MULTIPLIER, UNIT } from "./unit";
import { AFTER, BEFORE, type Said, taken } from "./words";

/* One phrase of a cell: a number, or two as a range, with the words round it. */

export interface Phrase {
  readonly amounts: readonly [Amount] | readonly [from: Amount, to: Amount];
  readonly said: Said;
  /** (18): in plain brackets, which may mean a sum */
  readonly bracketed?: true;
  /** 〔18〕: in the brackets of sums */
  readonly summed?: true;
  /** it stands among words that nobody knows */
  readonly loose?: true;
}

const NUMBER = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";
const AMOUNT = `(-?${NUMBER})(${MULTIPLIER})(${UNIT})?`;
const ONE = new RegExp(`^${AMOUNT}$`);
const TWO = new RegExp(`^${AMOUNT}(?:[-—~]+|至|到)${AMOUNT}$`);
/** 介于55%和60%之间 */
const BETWEEN = new RegExp(`^(?:介于|处于|在)?${AMOUNT}(?:[-—~]+|至|到|和|与)${AMOUNT}之间$`);
const CUMULATIVE = new RegExp(`^〔([^〔〕]+)〕(${MULTIPLIER}${UNIT})?$`);
const IN_BRACKETS = new RegExp(`^\\((-?${NUMBER})\\)$`);

const numberOf = (text: string): number => Number(text.replace(/,/g, ""));
const amount = (number: string, multiplier: string, unit: string | undefined): Amount => ({
  number: numberOf(number),
  multiplier,
  unit: unit ?? "",
});

/** Years such as 2021-2025 are no range of values. */
const isYear = ({ number, multiplier, unit }: Amount): boolean =>
  number >= 1900 && number < 2100 && multiplier === "" && (unit === "" || unit === "年");

/** `1-2万`: the multiplier is meant of both. */
function rangeOf(from: Amount, to: Amount): readonly [Amount, Amount] | null {
  const [multiplier, unit] = [from.multiplier, from.unit];
  const shared =
    multiplier === "" && unit === "" && from.number < to.number
      ? { ...from, multiplier: to.multiplier, unit: to.unit }
      : { ...from, unit: unit === "" ? to.unit : unit };
  return isYear(shared) && isYear(to) ? null : [shared, to.unit === "" ? { ...to, unit } : to];
}

const merged = (said: readonly Said[]): Said => said.reduceRight((all, one) => ({ ...all, ...one }), {});

function read(text: string, outer: Said): Phrase | null {
  const before = taken(text, BEFORE);
  const one = ONE.exec(before.rest);
  // ≥ and 以上 round one number: a word behind is asked only where the number does not stand alone
  const after = one ? { rest: before.rest, said: [] } : taken(before.rest, AFTER);
  const said = merged([...before.said, outer, ...after.said]);
  if (contradict([...before.said, outer, ...after.said])) return null;
  const number = one ?? ONE.exec(after.rest);
  if (number) return finite({ amounts: [amount(number[1]!, number[2]!, number[3])], said });
  const two = TWO.exec(after.rest) ?? BETWEEN.exec(after.rest);
  if (two) {
    const range = rangeOf(amount(two[1]!, two[2]!, two[3]), amount(two[4]!, two[5]!, two[6]));
    return range && finite({ amounts: range, said });
  }
  const cumulative = CUMULATIVE.exec(after.rest);
  if (cumulative) {
    const inner = read(cumulative[1]! + (cumulative[2] ?? ""), { ...said, cumulative: true });
    return inner && { ...inner, summed: true };
  }
  const bracketed = IN_BRACKETS.exec(after.rest);
  return bracketed && finite({ amounts: [amount(bracketed[1]!, "", "")], said, bracketed: true });
}

/** ≥ and 以内 of one number. */
const contradict = (said: readonly Said[]): boolean => {
  const signs = said.flatMap(({ comparator }) => (comparator ? [/[>≥]/.test(comparator)] : []));
  return signs.includes(true) && signs.includes(false);
};

const finite = (phrase: Phrase): Phrase | null =>
  phrase.amounts.every(({ number }) => Number.isFinite(number)) ? phrase : null;

/** Longer texts are prose, whatever stands in them. */
const LONGEST = 200;
const TWO_SIGNS = /[<>≥≤]{2}/;
const NUMBERS = new RegExp(NUMBER, "g");
const YEARS = /(?:19|20)\d\d年/g;
const words = (patterns: string): string => `(?:${patterns})?`;
const WITHIN = new RegExp(
  `${words("≥|≤|>|<|不低于|不少于|不小于|至少|最少|不超过|不高于|不大于|至多|最多|超过|大于|低于|小于|少于|约")}` +
    `${NUMBER}${MULTIPLIER}(?:${UNIT})?${words("以上|以下|以内|左右")}`,
);
/** What words are made of; signs and letters that nobody expects make a text unreadable. */
const PROSE = /^[\u3400-\u9fff0-9.,:;、。()“”"'《》%‰\-~—≥≤<>/ⅠⅡⅢⅣⅤ]+$/;

/** 全省前10: fewer is better. */
const RANK = /(?:前|第|排名|位[列居次])\D{0,3}\d/;

/** A number among unknown words: `每个县至少1所`. None where there are several, or none. */
function loosely(text: string): Phrase | null {
  const plain = text.replace(YEARS, "");
  if (!PROSE.test(plain) || !/[\u3400-\u9fff]{2}/.test(plain)) return null;
  if ((plain.match(NUMBERS) ?? []).length !== 1) return null;
  const within = read(WITHIN.exec(plain)?.[0] ?? "", {});
  if (!within) return null;
  const said: Said = RANK.test(plain) ? { to: -1, ...within.said } : within.said;
  return { ...within, said, loose: true };
}

/** Reads tidy text; null: no number is to be had of it. */
export function readPhrase(text: string): Phrase | null {
  if (!/\d/.test(text) || text.includes(APART) || TWO_SIGNS.test(text) || text.length > LONGEST) return null;
  return read(text, {}) ?? loosely(text);
}
