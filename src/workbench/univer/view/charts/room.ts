import type { LegendPlace } from "../../../../grid";

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

interface Around {
  title: string | undefined;
  legend: LegendPlace | undefined;
  /** of the series */
  names: readonly string[];
}

const MARGIN = 12;
const TITLE_HEIGHT = 32;
/** Of one line of the legend; of a mark in it, and of the gaps beside its name. */
const LEGEND_LINE = 22;
const MARK = { width: 20, height: 11 };
const GAP = 10;
/** Of the other axis with its title, about. */
const AXIS = 44;
/** What names beside the axis may take of a chart's width. */
const NAMES_SHARE = 0.3;
const LEAST_NAME = 40;
const NAME_LINE = 14;

/** About, of text of 12 pixels: Chinese is as wide as high. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > "\u00FF" ? 12 : 7), 0);

const itemWidth = (name: string): number => MARK.width + 5 + widthOf(name) + GAP;

/** Into how many lines the legend breaks. */
function linesOf(names: readonly string[], width: number): number {
  let [lines, used] = [1, 0];
  for (const name of names) {
    const item = itemWidth(name);
    if (used > 0 && used + item > width) [lines, used] = [lines + 1, 0];
    used += item;
  }
  return lines;
}

const isLong = (names: readonly string[], width: number): boolean =>
  names.some((name) => widthOf(name) > width);

/** Names that are too long break into two lines where there is height for them; else they end in dots. */
function wordsBeside(names: readonly string[], chartWidth: number, height: number) {
  const width = NAMES_SHARE * chartWidth;
  if (!isLong(names, width)) return {};
  const overflow = height / names.length < 2 * NAME_LINE ? ("truncate" as const) : ("break" as const);
  return { width, overflow, lineHeight: NAME_LINE };
}

function wordsBelow(names: readonly string[], allWidth: number) {
  const width = Math.max(LEAST_NAME, allWidth / names.length - GAP);
  return isLong(names, width) ? { width, overflow: "break" as const, lineHeight: NAME_LINE } : {};
}

/** Where title, legend and what is drawn stand in a chart, so that none lies over another. */
export function roomFor({ title, legend, names }: Around, { width, height }: Size) {
  const top = title ? MARGIN + TITLE_HEIGHT : MARGIN;
  const across = LEGEND_LINE * linesOf(names, width - 2 * MARGIN);
  const along = Math.max(0, ...names.map(itemWidth)) + GAP;
  const item = { itemWidth: MARK.width, itemHeight: MARK.height, itemGap: GAP, padding: 0 };
  const upright = { ...item, orient: "vertical" as const, top: "middle" as const };
  const flat = { ...item, left: "center" as const, width: width - 2 * MARGIN };
  const places = {
    Bottom: { legend: { ...flat, bottom: MARGIN }, grid: { bottom: MARGIN + across } },
    Top: { legend: { ...flat, top }, grid: { top: top + across } },
    Left: { legend: { ...upright, left: MARGIN }, grid: { left: MARGIN + along } },
    Right: { legend: { ...upright, right: MARGIN }, grid: { right: MARGIN + along } },
  };
  const place = legend && places[legend];
  const grid = { left: MARGIN, right: MARGIN + 8, top, bottom: MARGIN, ...place?.grid };
  return {
    title: { left: "center" as const, top: MARGIN, padding: 0 },
    titleText: { width: width - 2 * MARGIN, overflow: "truncate" as const },
    legend: place?.legend ?? {},
    grid,
    wordsIn: (categories: readonly string[], lying: boolean) =>
      lying
        ? wordsBeside(categories, width, height - grid.top - grid.bottom - AXIS)
        : wordsBelow(categories, width - grid.left - grid.right - AXIS),
  };
}
