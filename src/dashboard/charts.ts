import { area, type Area, type ChartSpec } from "../grid";
import { CLASS_COLUMNS, type Block } from "./blocks";
import { DONE, DUE, type Ink, INKS } from "./colors";

/** Bars beyond these cannot be told apart any more. */
const MOST_BARS = 15;

/** Zeros say nothing beside a mark that is not there. */
const COUNT_LABELS = "0;;";

type Drawn = Pick<ChartSpec, "type" | "title" | "categories" | "values" | "gapWidth" | "overlap"> & {
  inks: readonly Ink[];
  labelFormat: string;
};

const inkOf = (id: string): Ink => INKS[id]!;

/** How each table is drawn, by its id; a table that is not here is not drawn. */
const DRAWN: Partial<Record<Block["id"], Drawn>> = {
  bureaus: {
    type: "BarStacked",
    title: "各责任部门指标状态",
    inks: CLASS_COLUMNS.map(({ id }) => inkOf(id)),
    categories: { title: "责任部门", reversed: true },
    values: { title: "指标（项）", min: 0, format: "0" },
    labelFormat: COUNT_LABELS,
    ...{ gapWidth: 40, overlap: 100 },
  },
  progress: {
    type: "BarClustered",
    title: "完成进度与序时进度",
    inks: [DONE, DUE],
    categories: { title: "指标", reversed: true },
    values: { title: "占目标的路程", format: "0%" },
    labelFormat: "0.0%",
    ...{ gapWidth: 40, overlap: 0 },
  },
  course: {
    type: "ColumnStacked",
    title: "各期指标状态",
    inks: CLASS_COLUMNS.map(({ id }) => inkOf(id)),
    categories: { title: "报告期" },
    values: { title: "指标（项）", min: 0, format: "0" },
    labelFormat: COUNT_LABELS,
    ...{ gapWidth: 60, overlap: 100 },
  },
};

/** Where no mark would be longer than 0 there is nothing to see. */
export function isDrawn({ id, rows }: Block): boolean {
  const inks = DRAWN[id]?.inks ?? [];
  return rows.some((cells) =>
    cells.slice(1, 1 + inks.length).some((cell) => typeof cell === "number" && cell !== 0),
  );
}

/** Of a chart's height, where one of two bars side by side takes 1: what stands around the marks, bars that stand, a bar alone. */
const [AROUND, STANDING, ALONE] = [9, 9, 1.7];

/** How much height a table's chart needs beside the others'. */
export function chartHeight({ id, rows }: Block): number {
  const { type, inks } = DRAWN[id]!;
  if (!type.startsWith("Bar")) return AROUND + STANDING;
  return AROUND + Math.min(rows.length, MOST_BARS) * (type === "BarClustered" ? inks.length : ALONE);
}

/** The chart of a table whose header row and first column stand at `row`, in the sheet's first column. */
export function chartOf({ id, headers, rows }: Block, row: number, position: Area): ChartSpec {
  const { inks, title, labelFormat, ...looks } = DRAWN[id]!;
  const bars = Math.min(rows.length, MOST_BARS);
  const series = headers.slice(1).flatMap((name, i): ChartSpec["series"] => {
    const ink = inks[i];
    return ink
      ? [
          {
            name,
            values: area(row + 1, 1 + i, bars, 1),
            color: ink.color,
            labelFormat,
            labelColor: ink.label,
          },
        ]
      : [];
  });
  return {
    name: `看板${title}`,
    title: rows.length > bars ? `${title}（前${bars}个）` : title,
    source: area(row, 0, 1 + bars, 1 + series.length),
    series,
    legend: "Bottom",
    position,
    ...looks,
  };
}
