import { fail, fold, ok, type Result } from "../text";
import type { CheckComparison, Term } from "./check";

/* Reads what people write on the sides of a check: codes, numbers, + - × ÷ and brackets; behind an equality ±. */

/** Why a side is none, in codes; the words stand below. */
export type TermIssue =
  | { code: "empty" }
  | { code: "unknown"; text: string; example: string }
  | { code: "unreadable"; at: string }
  | { code: "unmatched" }
  | { code: "too-long" }
  | { code: "within"; comparison: string };

const words: { [C in TermIssue["code"]]: (issue: Extract<TermIssue, { code: C }>) => string } = {
  empty: () => "没有填，请写指标代码、数或算式",
  unknown: ({ text, example }) => `没有指标“${text}”，请写“规划指标”表中的指标代码，例如 ${example}`,
  unreadable: ({ at }) =>
    `${at === "" ? "没有写完" : `从“${at}”起读不懂`}，请写指标代码、数和 + - × ÷ ( )，例如 A01÷A02×100`,
  unmatched: () => "括号没有成对，请补上或删去",
  "too-long": () => "太长，请分成几条规则",
  within: ({ comparison }) =>
    `± 只能写在“=”的右式末尾，后面跟一个数，例如 A03±0.5${comparison === "=" ? "" : `；比较是“${comparison}”的，请去掉`}`,
};

export const termMessage = (issue: TermIssue): string =>
  (words[issue.code] as (issue: TermIssue) => string)(issue);

/** No rule of a plan is longer, and no formula of Excel may be nested as deep as such a text. */
const MOST_CHARACTERS = 200;
const MOST_LEVELS = 20;

const SIGNS: Readonly<Record<string, "+" | "-" | "*" | "/">> = {
  "+": "+",
  ...{ "-": "-", "−": "-", "–": "-", "—": "-" },
  ...{ "*": "*", "×": "*", "✕": "*" },
  ...{ "/": "/", "÷": "/" },
};
const isPart = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_.]/u.test(sign);

/** Thrown within this file only. */
class Unread extends Error {
  constructor(readonly issue: TermIssue) {
    super(issue.code);
  }
}

class Reader {
  private at = 0;
  private levels = 0;
  private readonly capitals: string;

  /** @param codes longest first: a code may be another's beginning */
  constructor(
    private readonly text: string,
    private readonly codes: readonly string[],
    private readonly example: string,
  ) {
    this.capitals = text.toUpperCase();
  }

  whole(): Term {
    const term = this.sum();
    if (this.at < this.text.length) this.stop();
    return term;
  }

  private sum(): Term {
    return this.chain(["+", "-"], () => this.chain(["*", "/"], () => this.factor()));
  }

  private chain(signs: readonly string[], part: () => Term): Term {
    let term = part();
    for (let sign = this.sign(); sign && signs.includes(sign); sign = this.sign()) {
      this.at++;
      term = [term, sign, part()];
    }
    return term;
  }

  private sign(): "+" | "-" | "*" | "/" | undefined {
    return SIGNS[this.text[this.at] ?? ""];
  }

  private factor(): Term {
    if (++this.levels > MOST_LEVELS) throw new Unread({ code: "too-long" });
    const factor = this.code() ?? this.number() ?? this.negative() ?? this.bracket() ?? this.stop();
    this.levels--;
    return factor;
  }

  private code(): Term | undefined {
    const isHere = (code: string): boolean =>
      this.capitals.startsWith(code.toUpperCase(), this.at) && !isPart(this.text[this.at + code.length]);
    const code = this.codes.find(isHere);
    if (code !== undefined) this.at += code.length;
    return code;
  }

  private number(): Term | undefined {
    const [digits] = /^\d+(?:\.\d+)?/.exec(this.text.slice(this.at)) ?? [];
    if (digits === undefined || isPart(this.text[this.at + digits.length])) return undefined;
    this.at += digits.length;
    return Number(digits);
  }

  private negative(): Term | undefined {
    if (this.sign() !== "-") return undefined;
    this.at++;
    return [0, "-", this.factor()];
  }

  private bracket(): Term | undefined {
    if (this.text[this.at] !== "(") return undefined;
    this.at++;
    const term = this.sum();
    if (this.text[this.at] !== ")") this.stop();
    this.at++;
    return term;
  }

  /** Says what stands here in place of what could. */
  private stop(): never {
    const rest = this.text.slice(this.at);
    const [word] = /^[\p{L}\p{N}_.]+/u.exec(rest) ?? [];
    if (word !== undefined && /\p{L}/u.test(word))
      throw new Unread({ code: "unknown", text: word, example: this.example });
    const [open, close] = ["(", ")"].map((sign) => this.text.split(sign).length);
    throw new Unread(open === close ? { code: "unreadable", at: rest } : { code: "unmatched" });
  }
}

export interface Side {
  term: Term;
  /** how far the other side may be from it: ± */
  within: number;
}

const WITHIN = /^(.*?)(?:±|\+\/-)(.*)$/s;

/**
 * Reads a side of a check. Never throws.
 * @param comparison of the check, where this is its right side: only there ± may stand
 */
export function readSide(
  text: string,
  codes: readonly string[],
  comparison?: CheckComparison,
): Result<Side, TermIssue> {
  const plain = fold(text)
    .replace(/[【[{]/g, "(")
    .replace(/[】\]}]/g, ")");
  const [, before, after] = WITHIN.exec(plain) ?? [];
  const own = before ?? plain;
  if (own === "") return fail({ code: "empty" });
  if (plain.length > MOST_CHARACTERS) return fail({ code: "too-long" });
  if (after !== undefined && (comparison !== "=" || !/^\d+(?:\.\d+)?$/.test(after)))
    return fail({ code: "within", comparison: comparison ?? "=" });
  try {
    const longestFirst = [...codes].sort((a, b) => b.length - a.length);
    const term = new Reader(own, longestFirst, codes[0] ?? "A01").whole();
    return ok({ term, within: after === undefined ? 0 : Number(after) });
  } catch (error) {
    if (error instanceof Unread) return fail(error.issue);
    throw error;
  }
}
