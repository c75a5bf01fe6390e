import { formatArea, parseArea, quoteSheet, sheetOf } from "../address";
import { collection, itemOf } from "../collection";
import { HostError } from "../errors";
import type { Cells, Name, Scope, Table } from "../model";
import { asKind, type HostObject, object } from "../object";
import { nameOf, sheetNamed } from "./sheets";

const VALID = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
const LIKE_A_CELL = /^([A-Za-z]{1,3}\d+|[RrCc])$/;
const TEXT = /^="((?:[^"]|"")*)"$/;

/** As `'甲 表'!$B$2:$C$3`. */
const fixedAddress = ({ areas: [area], ...sheet }: Cells): string =>
  `${quoteSheet(nameOf(sheet))}!${formatArea(area!).replace(/[A-Z]+|\d+/g, "$$$&")}`;

function formulaOf({ book, sheet, name }: Name): string {
  const formula = book.engine.names(sheet).get(name);
  if (formula === undefined) throw new HostError("ItemNotFound", `name "${name}"`);
  return formula;
}

function cellsOf(name: Name): Cells | null {
  const formula = formulaOf(name);
  const sheetName = sheetOf(formula);
  const sheet = sheetName === null || formula.endsWith("#REF!") ? null : sheetNamed(name.book, sheetName);
  return sheet && { ...sheet, areas: [parseArea(formula)] };
}

const typeOf = (name: Name): string =>
  sheetOf(formulaOf(name)) === null ? "String" : cellsOf(name) ? "Range" : "Error";

/** The text or number that it stands for, or its range's address. */
function valueOf(name: Name): string {
  const formula = formulaOf(name);
  const [, text] = TEXT.exec(formula) ?? [];
  if (text !== undefined) return text.replace(/""/g, '"');
  if (typeOf(name) === "Error") return "#REF!";
  const cells = cellsOf(name);
  return cells ? fixedAddress(cells) : formula.replace(/^=/, "");
}

function rangeOf(name: Name): HostObject | null {
  const cells = cellsOf(name);
  return cells && object("Range", cells);
}

function rangeOrError(name: Name): HostObject {
  const range = rangeOf(name);
  if (!range) throw new HostError("ItemNotFound", `range of "${name.name}"`);
  return range;
}

export const NamedItem: Table<Name> = {
  identity: ({ name }) => ({ _Id: name }),
  members: {
    name: { read: ({ name }) => name },
    formula: {
      read: formulaOf,
      write: ({ book, sheet, name }, value) => book.engine.setName(name, String(value), sheet),
    },
    scope: { read: ({ sheet }) => (sheet === undefined ? "Workbook" : "Worksheet") },
    visible: { read: () => true },
    type: { read: typeOf },
    value: { read: valueOf },
    getRange: { call: rangeOrError },
    getRangeOrNullObject: { call: rangeOf },
    delete: { call: ({ book, sheet, name }) => book.engine.removeName(name, sheet) },
  },
};

const items = (scope: Scope): HostObject<"NamedItem">[] =>
  [...scope.book.engine.names(scope.sheet).keys()].map((name) => object("NamedItem", { ...scope, name }));

const keys = ({ name }: Name): string[] => [name];

function add(scope: Scope, asked: unknown, reference: unknown): HostObject {
  const name = String(asked);
  if (!VALID.test(name) || LIKE_A_CELL.test(name)) throw new HostError("InvalidArgument", `name "${name}"`);
  if (itemOf(items(scope), keys, name)) throw new HostError("ItemAlreadyExists", `name "${name}"`);
  const range = asKind(reference, "Range");
  const formula = range ? `=${fixedAddress(range.of)}` : String(reference);
  scope.book.engine.setName(name, formula.startsWith("=") ? formula : `="${formula}"`, scope.sheet);
  return object("NamedItem", { ...scope, name });
}

export const NamedItemCollection = collection("NamedItemCollection", items, keys, { add: { call: add } });
