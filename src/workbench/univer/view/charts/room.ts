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
/** Of the chart's width: what names beside the axis may take, and those below it together. */
const NAMES_SHARE = 0.3;
const NAMES_PART = 0.8;
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

/** Where title, legend and what is drawn stand in a chart, so that none lies over another. */
export function roomFor({ title, legend, names }: Around, { width }: Size) {
  const top = title ? MARGIN + TITLE_HEIGHT : MARGIN;
  const grid = { left: MARGIN, right: MARGIN + 8, top, bottom: MARGIN };
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
  return {
    title: { left: "center" as const, top: MARGIN, padding: 0 },
    titleText: { width: width - 2 * MARGIN, overflow: "truncate" as const },
    legend: place?.legend ?? {},
    grid: { ...grid, ...place?.grid },
    /** names of categories break into lines where they are wider than their room */
    wordsIn: (categories: readonly string[], lying: boolean) => {
      const room = lying
        ? NAMES_SHARE * width
        : Math.max(LEAST_NAME, (NAMES_PART * width) / categories.length);
      const isLong = categories.some((name) => widthOf(name) > room);
      return isLong ? { width: room, overflow: "break" as const, lineHeight: NAME_LINE } : {};
    },
  };
}
