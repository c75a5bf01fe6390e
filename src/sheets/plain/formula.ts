/** Excel formulas put together as text. Only functions that Excel 2016, WPS and LibreOffice share. */

/** A text as a formula writes it: `他说"好"` → `"他说""好"""`. */
export const quote = (text: string): string => `"${text.replace(/"/g, '""')}"`;

export const isNumber = (x: string): string => `ISNUMBER(${x})`;
export const isText = (x: string): string => `ISTEXT(${x})`;

/** `IF(c1,v1,IF(c2,v2,…,otherwise))` */
export const choose = (cases: [condition: string, value: string][], otherwise: string): string =>
  cases.reduceRight((rest, [condition, value]) => `IF(${condition},${value},${rest})`, otherwise);

/** The text with each of the words taken out, in the given order. */
export const without = (text: string, words: readonly string[]): string =>
  words.reduce((inner, word) => `SUBSTITUTE(${inner},${quote(word)},"")`, text);

const replaced = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((inner, [from, to]) => `SUBSTITUTE(${inner},${quote(from)},${quote(to)})`, text);

export const DIGITS = [..."0123456789"];
const SPACES = [" ", "\u3000", "\u00a0"];
const FULL_WIDTH = [..."０１２３４５６７８９．，／－～％＞＜＝＋ＨＱｈｑ"];

/** As `fold` does: no white space, half width. Full-width forms that no figure and no period uses stay. */
export const folded = (cell: string): string =>
  replaced(
    without(`CLEAN(${cell})`, SPACES),
    FULL_WIDTH.map((wide) => [wide, wide.normalize("NFKC")] as const),
  );

/** The number that stands beside `text` in the list, 0 when it is not there. EXACT knows no wildcards, unlike MATCH. */
export const listed = (text: string, list: Readonly<Record<string, number>>): string => {
  const keys = Object.keys(list).map(quote).join();
  return `SUMPRODUCT(EXACT(${text},{${keys}})*{${Object.values(list).join()}})`;
};

/** True for one or two digits. */
export const upToTwoDigits = (text: string): string => {
  const digit = (side: string): string => `ISNUMBER(FIND(${side}(${text}),"0123456789"))`;
  return `AND(LEN(${text})>=1,LEN(${text})<=2,${digit("LEFT")},${digit("RIGHT")})`;
};
