import { parseArea, sheetOf } from "../address";
import { collection } from "../collection";
import { HostError } from "../errors";
import type { Cells, Members, Table } from "../model";
import { asKind, object } from "../object";
import { CONTENTS, tableOf } from "./contents";
import { copyCells } from "./copy";
import { LINES_AND_CELLS } from "./lines";
import { MERGES } from "./merges";
import { addressOf, PLACES, withArea } from "./places";
import { sheetNamed } from "./sheets";
import { checkFront } from "./workbook-checks";

function cellsOf(cells: Cells, address: string): Cells {
  const name = sheetOf(address);
  const sheet = name === null ? cells : sheetNamed(cells.book, name);
  if (!sheet) throw new HostError("ItemNotFound", `WorksheetCollection "${name}"`);
  return { ...sheet, areas: [parseArea(address)] };
}

/** Of whole rows, columns and sheets the used part is copied, and no sizes. */
function copyFrom(
  cells: Cells,
  source: unknown,
  kind: unknown,
  skipBlanks: unknown,
  transpose: unknown,
): void {
  if (skipBlanks === true || transpose === true)
    throw new HostError("ApiNotFound", "Range.copyFrom with skipBlanks or transpose");
  const from = asKind(source, "Range")?.of ?? cellsOf(cells, String(source));
  copyCells(from, cells, kind ?? "All");
}

function select(cells: Cells): void {
  checkFront(cells.book);
  cells.book.engine.select(cells.sheet, tableOf(cells));
}

/** What one range and several have in common. */
const OF_CELLS: Members<Cells> = {
  format: { read: (cells) => object("RangeFormat", cells) },
  dataValidation: { read: (cells) => object("DataValidation", cells) },
  conditionalFormats: { read: (cells) => object("ConditionalFormatCollection", cells) },
  worksheet: { read: ({ book, sheet }) => object("Worksheet", { book, sheet }) },
};

export const Range: Table<Cells> = {
  members: {
    ...OF_CELLS,
    ...PLACES,
    ...CONTENTS,
    ...MERGES,
    ...LINES_AND_CELLS,
    copyFrom: { call: copyFrom },
    select: { call: select },
  },
};

export const RangeAreas: Table<Cells> = {
  members: {
    ...OF_CELLS,
    address: { read: addressOf },
    areas: { read: (cells) => object("RangeCollection", cells) },
    areaCount: { read: ({ areas }) => areas.length },
  },
};

export const RangeCollection = collection(
  "RangeCollection",
  (cells: Cells) => cells.areas.map((area) => object("Range", withArea(cells, area))),
  (range) => [addressOf(range)],
);
