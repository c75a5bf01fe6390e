/*
 * The measures of official documents, GB/T 9704—2012: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; the title in 2号小标宋,
 * headings in 3号黑体, text in 3号仿宋, 22 lines of 28 characters a page. Tables in 小五, so that their columns fit.
 */

/** Millimetres. */
export const PAPER = { width: 210, height: 297, top: 37, left: 28, bodyWidth: 156, bodyHeight: 225 } as const;
export const BOTTOM = PAPER.height - PAPER.top - PAPER.bodyHeight;
export const RIGHT = PAPER.width - PAPER.left - PAPER.bodyWidth;

const MILLIMETRES_PER_INCH = 25.4;
export const POINTS_PER_INCH = 72;
export const inPoints = (millimetres: number): number =>
  (millimetres * POINTS_PER_INCH) / MILLIMETRES_PER_INCH;

/** A way of writing: points, and lines of so many points. */
export interface Hand {
  font: string;
  size: number;
  line: number;
  bold?: true;
}

export type Hands = Readonly<Record<"title" | "heading" | "text" | "head" | "cell" | "note", Hand>>;

/** Three quarters of the text, but no smaller than tables. */
const noteOf = (text: number, cell: number): number => Math.max(cell, text * 0.75);

/**
 * Other names of the standard's fonts, then what stands in for them where there is none: 小标宋 comes with no system, 仿宋 and
 * 黑体 go by their names in either language.
 */
export const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ["方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "宋体", "SimSun"],
  仿宋: ["FangSong", "仿宋_GB2312", "STFangsong"],
  黑体: ["SimHei", "STHeiti"],
  宋体: ["SimSun", "STSong"],
};

/** 4号半角宋体, between dashes. */
export const PAGE_NUMBER = { font: "宋体", size: 14 } as const;

/** All in one proportion to the text, but for tables, which are small already. */
const handsOf = (text: number, cell: number): Hands => ({
  title: { font: "方正小标宋简体", size: Math.round(text * 1.375), line: Math.round(text * 2.25) },
  heading: { font: "黑体", size: text, line: Math.round(text * 1.8) },
  text: { font: "仿宋", size: text, line: Math.round(text * 1.8) },
  head: { font: "黑体", size: cell, line: Math.round(cell * 1.5) },
  cell: { font: "仿宋", size: cell, line: Math.round(cell * 1.5) },
  note: { font: "仿宋", size: noteOf(text, cell), line: Math.round(noteOf(text, cell) * 1.6) },
});

/** By the standard: 3号 in lines of 29 points. */
export const HANDS: Hands = handsOf(16, 9);

/** The standard's, then smaller ones for what is to go on one page: 4号, 小4号, 5号, 小5号. */
export const SMALLER: readonly Hands[] = [
  HANDS,
  handsOf(14, 9),
  handsOf(12, 9),
  handsOf(10.5, 8),
  handsOf(9, 7.5),
];

/** Of a number in a cell: Excel may show fewer than it was given. */
export const DIGITS = 10;

/** Begins a paragraph. */
export const INDENT = "　　";

/** Em of a text: Chinese characters and marks are 1, others so much. */
const emOf = (text: string, narrow: number): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 1 : narrow), 0);

/** Half of a Chinese character in 仿宋; more in the fonts that stand in for it. */
const [NARROW, STANDING_IN] = [0.5, 0.6];
const SENTENCE = /[。；]/;

/** How many lines a text takes in a column, at a guess that is rather too high than too low. Points. */
export function linesIn(text: string, width: number, { size }: Hand): number {
  const room = Math.max(1, Math.floor(width / size - 0.4));
  return text.split("\n").reduce((sum, line) => {
    const em = emOf(line, SENTENCE.test(line) ? STANDING_IN : NARROW);
    return sum + Math.max(1, Math.ceil(em / room));
  }, 0);
}
