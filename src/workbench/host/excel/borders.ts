import type { Area, BorderEdge } from "../../engine/engine";
import { collection } from "../collection";
import { HostError } from "../errors";
import type { Border, Cells, Table } from "../model";
import { object } from "../object";
import { color } from "./arguments";
import { sharedStyle, writeStyle } from "./cells";

type Part = [edge: BorderEdge, cut: (area: Area) => Area];

/** The cells of an area whose edges a border of a name is. */
const SIDES: Record<string, Part[]> = {
  EdgeTop: [["top", (a) => ({ ...a, rows: 1 })]],
  EdgeBottom: [["bottom", (a) => ({ ...a, row: a.row + a.rows - 1, rows: 1 })]],
  EdgeLeft: [["left", (a) => ({ ...a, columns: 1 })]],
  EdgeRight: [["right", (a) => ({ ...a, column: a.column + a.columns - 1, columns: 1 })]],
  InsideHorizontal: [
    ["bottom", (a) => ({ ...a, rows: a.rows - 1 })],
    ["top", (a) => ({ ...a, row: a.row + 1, rows: a.rows - 1 })],
  ],
  InsideVertical: [
    ["right", (a) => ({ ...a, columns: a.columns - 1 })],
    ["left", (a) => ({ ...a, column: a.column + 1, columns: a.columns - 1 })],
  ],
};

/** A single row or column has nothing inside. */
const partsOf = ({ cells, side }: Border): { edge: BorderEdge; cells: Cells }[] =>
  SIDES[side]!.map(([edge, cut]) => ({
    edge,
    cells: { ...cells, areas: cells.areas.map(cut).filter(({ rows, columns }) => rows * columns > 0) },
  }));

interface Line {
  style: string;
  color: string;
}

function current(border: Border): Line | null {
  const [part] = partsOf(border);
  const shown = sharedStyle(part!.cells, ({ borders }) => JSON.stringify(borders?.[part!.edge] ?? null));
  return shown === null ? null : (JSON.parse(shown) as Line | null);
}

function draw(border: Border, line: Line | null): void {
  const { cells, side } = border;
  const lacks = ({ rows, columns }: Area): boolean =>
    (side === "InsideHorizontal" && rows === 1) || (side === "InsideVertical" && columns === 1);
  if (cells.book.manners.insideBorders && cells.areas.some(lacks))
    throw new HostError("InvalidArgument", side);
  for (const part of partsOf(border))
    if (part.cells.areas.length > 0) writeStyle(part.cells, { borders: { [part.edge]: line } });
}

const BLACK = "#000000";

export const RangeBorder: Table<Border> = {
  members: {
    sideIndex: { read: ({ side }) => side },
    style: {
      read: (border) => current(border)?.style ?? "None",
      write: (border, value) => {
        if (value !== "Continuous" && value !== "None")
          throw new HostError("ApiNotFound", `RangeBorder.style "${String(value)}"`);
        draw(border, value === "None" ? null : { style: value, color: current(border)?.color ?? BLACK });
      },
    },
    color: {
      read: (border) => current(border)?.color ?? BLACK,
      write: (border, value) => draw(border, { style: "Continuous", color: color(value) }),
    },
  },
};

export const RangeBorderCollection = collection(
  "RangeBorderCollection",
  (cells: Cells) => Object.keys(SIDES).map((side) => object("RangeBorder", { cells, side })),
  ({ side }) => [side],
);
