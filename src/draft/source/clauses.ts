import { fold } from "../../text";
import type { Question, Questions } from "../question";
import { lookOf } from "./words";

/** What a sentence says of one indicator: its name and the words of its target, to the letter. */
export interface Clause {
  readonly name: string;
  readonly target: string;
  readonly baseline?: string;
  /** 其中 as printed, of the indicator before it; else "" */
  readonly part: string;
}

const LEAD =
  "(?:力争|均|都|分别|基本|年均|年平均|争取|预期|预计|比上年|同比|(?:较|比)[^，,。；;]{2,8}?年末?|再)*";
const REACH =
  "(?:达到|达|增长|提高到|提高|提升到|提升至|提升|增加到|增加至|增加|上升到|上升|降低到|降低至|降至|降到|下降到|下降至|下降|降低|减少到|减少|控制在|保持在|稳定在|维持在|不低于|不少于|不超过|不高于|不小于|不大于|高于|低于|超过|大于|小于|至少|为|约|突破)";
const VERB = new RegExp(`${LEAD}${REACH}+`, "g");

/** Targets in words, at the end of a clause. */
const WORDS =
  /(?:基本|总体)?(?:(?:保持|稳步|持续|明显|继续|显著|适度|进一步|大幅|逐步|平稳|不断)[\u4e00-\u9fff]{2,10}|均?(?:高于|低于|优于)[^\d]{2,15}|(?:增长)?与[^\d]{2,15}(?:同步|持平|相当|一致)|应保尽保|全覆盖|完成(?:国家|省|市|上级)[^\d]{2,12})$/;

const BARE = /^(.*?[^\d.,～~—至-])((?:\d[\d.,]*)(?:[~～—至-]\d[\d.]*)?[^\d，,。；;]{1,8})$/;
const FROM_TO =
  /^(.+?)(?:由|从)([^，,]*?\d[\d.,]*[^提增上下降减，,]{0,6})((?:提高|提升|增加|上升|下降|降低|减少|降)(?:到|至).+)$/;
const YEAR_AT = /(?:，|,)?到\d{4}年(?:末|底)?(?:，|,)?$/;
const NUMBER_PHRASE =
  /\d[\d.,]*(?:[~～—至-]\d[\d.]*)?(?:%|‰|个百分点|[万亿]?(?![的以在和及与])[\u4e00-\u9fff])?(?:以上|以下|以内|左右)?/g;

/** A number with its unit; what is counted at length (2名专职工作人员) may as well be part of the name. */
const isNumber = (text: string): boolean =>
  /\d/.test(text) &&
  lookOf(text) === "value" &&
  !/[\u4e00-\u9fff]{5}/.test(text.replace(/(以上|以下|以内|左右|上下)$/, "").replace(/百分点/, ""));

/** Sets the parts of a sentence apart: at commas and semicolons outside of brackets, quotes and numbers. */
export function partsOf(sentence: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  [...sentence].forEach((sign, i, signs) => {
    if ("（(“《〔[".includes(sign)) depth++;
    else if ("）)”》〕]".includes(sign)) depth = Math.max(0, depth - 1);
    const inNumber =
      sign === "," && /\d/.test(signs[i - 1] ?? "") && /\d{3}/.test(signs.slice(i + 1, i + 4).join(""));
    if (depth === 0 && "，,；;。".includes(sign) && !inNumber) parts.push("");
    else parts[parts.length - 1] += sign;
  });
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const OPENING = /^(?:到\d{4}年(?:末|底)?[，,]?|实现|确保|力争|争取|使)+(?=.{4})/;

/** Name and target of a clause where the words leave no doubt. */
export function clauseOf(printed: string): Clause | undefined {
  const part = PART_OF.exec(printed)![0];
  const text = printed.slice(part.length).replace(OPENING, "");
  const made = (name: string, target: string, baseline?: string): Clause | undefined => {
    const own = name.replace(YEAR_AT, "").trim();
    return own.length < 2
      ? undefined
      : { name: own, target: target.trim(), part, ...(baseline ? { baseline } : {}) };
  };
  const change = FROM_TO.exec(text);
  if (change) return made(change[1]!, change[3]!, change[2]);
  for (const verb of text.matchAll(VERB)) {
    if (verb.index < 2) continue;
    const tail = text.slice(verb.index + verb[0].length);
    if (isNumber(tail)) return made(text.slice(0, verb.index), text.slice(verb.index));
  }
  const words = WORDS.exec(text);
  if (words && words.index >= 2) return made(text.slice(0, words.index), text.slice(words.index));
  const bare = BARE.exec(text);
  return bare && !/\d/.test(bare[1]!) && isNumber(bare[2]!) && fold(bare[1]!).length >= 4
    ? made(bare[1]!, bare[2]!)
    : undefined;
}

/** Years and ages are no targets. */
const NO_TARGET = /^(?:(?:19|20)\d\d年|[\d-]+岁)/;
const PART_OF = /^(?:其中[，,：:]?\s*)?/;
const MOST_NUMBERS = 3;

/** Asks of a part of a sentence that holds a number what its target is; undefined: it is no indicator. */
export function askClause(line: number, text: string, questions: Questions): Clause | undefined {
  const printed = [...new Set(text.match(NUMBER_PHRASE) ?? [])].filter((phrase) => !NO_TARGET.test(phrase));
  // a number at the end is rather the target than one before it
  const phrases = printed.filter((phrase) => text.endsWith(phrase));
  phrases.push(...printed.filter((phrase) => !phrases.includes(phrase)));
  if (phrases.length === 0) return undefined;
  const question: Question = {
    id: `clause ${line} ${text}`,
    line,
    place: `第 ${line} 行`,
    printed: text,
    asks: "这一句里哪个是目标？",
    proposals: [
      ...phrases.slice(0, MOST_NUMBERS).map((phrase, i) => ({
        id: `number ${i}`,
        words: `目标是“${phrase}”`,
        follows: `指标名称用整句，目标填“${phrase}”`,
      })),
      { id: "none", words: "不作指标", follows: "这一句不进规划" },
    ],
  };
  const id = questions.ask(question);
  const phrase = phrases[Number(id.replace("number ", ""))];
  if (phrase === undefined) return undefined;
  const part = PART_OF.exec(text)![0];
  return { name: text.slice(part.length), target: phrase, part };
}
