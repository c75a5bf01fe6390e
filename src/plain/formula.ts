import { COMPARED_DECIMALS, UNSEEN } from "../text";

/** Excel formulas put together as text. Only functions that Excel 2016, WPS and LibreOffice share. */

/** A text as a formula writes it: `他说"好"` → `"他说""好"""`. */
export const quote = (text: string): string => `"${text.replace(/"/g, '""')}"`;

export const isNumber = (x: string): string => `ISNUMBER(${x})`;
export const isText = (x: string): string => `ISTEXT(${x})`;

/** As numbers are compared. */
export const rounded = (x: string): string => `ROUND(${x},${COMPARED_DECIMALS})`;

/** `IF(c1,v1,IF(c2,v2,…,otherwise))` */
export const choose = (cases: [condition: string, value: string][], otherwise: string): string =>
  cases.reduceRight((rest, [condition, value]) => `IF(${condition},${value},${rest})`, otherwise);

/** The text with each of the words taken out, in the given order. */
export const without = (text: string, words: readonly string[]): string =>
  words.reduce((inner, word) => `SUBSTITUTE(${inner},${quote(word)},"")`, text);

/** The text with each of the first words of the pairs in place of the second. */
export const replaced = (text: string, pairs: readonly (readonly [from: string, to: string])[]): string =>
  pairs.reduce((inner, [from, to]) => `SUBSTITUTE(${inner},${quote(from)},${quote(to)})`, text);

export const DIGITS = [..."0123456789"];

/* `fold` in two steps, because Excel nests no more than 64 levels. */

/** Without spaces and what shows nothing. */
export const seen = (cell: string): string => without(`CLEAN(${cell})`, UNSEEN);

const HALF_WIDTH: (readonly [string, string])[] = [
  ..."０１２３４５６７８９．，／－～％＞＜＝＋（）［］＊＃＾￥＼？！ＨＱｈｑＮＡｎａＯｏ﹪﹣﹢﹐﹒﹙﹚﹡﹟",
].map((wide) => [wide, wide.normalize("NFKC")] as const);
/** Half width; full-width forms that no figure, no period and no word for "no data" uses stay. */
export const halfWidth = (text: string): string => replaced(text, HALF_WIDTH);

const constants = (texts: readonly string[]): string => `{${texts.map(quote).join()}}`;

/** True when the text is one of the words. Not every program takes "" for a word of a list. */
export const oneOf = (text: string, words: readonly string[]): string => {
  const listed = `SUMPRODUCT(EXACT(${text},${constants(words.filter((word) => word !== ""))})*1)>0`;
  return words.includes("") ? `OR(${text}="",${listed})` : listed;
};

/** True when the text begins with one of the words. */
export const beginsWith = (text: string, words: readonly string[]): string => {
  const lengths = [...new Set(words.map((word) => word.length))];
  const tests = lengths.map((length) =>
    oneOf(
      `LEFT(${text},${length})`,
      words.filter((word) => word.length === length),
    ),
  );
  return tests.length === 1 ? tests[0]! : `OR(${tests.join()})`;
};

/** The number that stands beside `text` in the list, 0 when it is not there. EXACT knows no wildcards, unlike MATCH. */
export const listed = (text: string, list: Readonly<Record<string, number>>): string => {
  return `SUMPRODUCT(EXACT(${text},${constants(Object.keys(list))})*{${Object.values(list).join()}})`;
};

/** True for one or two digits. */
export const upToTwoDigits = (text: string): string => {
  const digit = (side: string): string => `ISNUMBER(FIND(${side}(${text}),"0123456789"))`;
  return `AND(LEN(${text})>=1,LEN(${text})<=2,${digit("LEFT")},${digit("RIGHT")})`;
};
