import { inside, outside } from "../../engine/areas";
import type { HighlightRule } from "../../engine/engine";
import { collection, itemOf } from "../collection";
import { HostError } from "../errors";
import type { Cells, Highlight, Property, Table } from "../model";
import { type HostObject, object } from "../object";
import { checkFormat } from "./cells";

const rules = ({ book, sheet }: Cells): HighlightRule[] => book.engine.sheetState(sheet).highlights;

function store(cells: Cells, highlights: HighlightRule[]): void {
  checkFormat(cells);
  cells.book.engine.updateSheet(cells.sheet, { highlights });
}

function ruleOf({ cells, id }: Highlight): HighlightRule {
  const rule = rules(cells).find((one) => one.id === id);
  if (!rule) throw new HostError("ItemNotFound", "ConditionalFormat");
  return rule;
}

function change(highlight: Highlight, part: Partial<HighlightRule>): void {
  const { cells, id } = highlight;
  const changed = { ...ruleOf(highlight), ...part };
  store(
    cells,
    rules(cells).map((rule) => (rule.id === id ? changed : rule)),
  );
}

/** A part of the rule. @param usual where the rule does not say */
const part = <P extends keyof HighlightRule>(
  name: P,
  convert: (value: unknown) => HighlightRule[P],
  usual: HighlightRule[P],
): Property<Highlight> => ({
  read: (highlight) => ruleOf(highlight)[name] ?? usual,
  write: (highlight, value) => change(highlight, { [name]: convert(value) }),
});

function formula(value: unknown): string {
  if (typeof value === "string" && value.startsWith("=")) return value;
  throw new HostError("InvalidArgument", "ConditionalFormatRule.formula");
}

export const ConditionalFormatRule: Table<Highlight> = { members: { formula: part("formula", formula, "") } };

export const ConditionalRangeFont: Table<Highlight> = {
  members: { color: part("fontColor", String, ""), bold: part("bold", Boolean, false) },
};

export const ConditionalRangeFill: Table<Highlight> = { members: { color: part("fill", String, "") } };

export const ConditionalRangeFormat: Table<Highlight> = {
  members: {
    font: { read: (of) => object("ConditionalRangeFont", of) },
    fill: { read: (of) => object("ConditionalRangeFill", of) },
  },
};

export const CustomConditionalFormat: Table<Highlight> = {
  members: {
    rule: { read: (of) => object("ConditionalFormatRule", of) },
    format: { read: (of) => object("ConditionalRangeFormat", of) },
  },
};

function remove(highlight: Highlight): void {
  ruleOf(highlight);
  store(
    highlight.cells,
    rules(highlight.cells).filter(({ id }) => id !== highlight.id),
  );
}

export const ConditionalFormat: Table<Highlight> = {
  identity: ({ id }) => ({ Id: id }),
  members: {
    id: { read: ({ id }) => id },
    type: { read: () => "Custom" },
    priority: { read: ({ cells, id }) => rules(cells).findIndex((rule) => rule.id === id) },
    custom: { read: (of) => object("CustomConditionalFormat", of) },
    delete: { call: remove },
  },
};

const items = (cells: Cells): HostObject<"ConditionalFormat">[] =>
  rules(cells)
    .filter((rule) => inside(rule.areas, cells.areas).length > 0)
    .map(({ id }) => object("ConditionalFormat", { cells, id }));

const keys = ({ id }: Highlight): string[] => [id];

function found(cells: Cells, key: unknown): HostObject {
  const item = cells.book.manners.staleRules ? null : itemOf(items(cells), keys, key);
  if (!item) throw new HostError("ItemNotFound", `ConditionalFormat "${String(key)}"`);
  return item;
}

let nextRule = 1;

/** Excel puts each new rule on top. */
function add(cells: Cells, kind: unknown): HostObject {
  if (kind !== "Custom")
    throw new HostError("ApiNotFound", `ConditionalFormatCollection.add "${String(kind)}"`);
  const id = `{CF-${nextRule++}}`;
  store(cells, [{ id, areas: cells.areas, formula: "" }, ...rules(cells)]);
  return object("ConditionalFormat", { cells, id });
}

function clear(cells: Cells): void {
  const left = rules(cells).map((rule) => ({ ...rule, areas: outside(rule.areas, cells.areas) }));
  store(
    cells,
    left.filter(({ areas }) => areas.length > 0),
  );
}

export const ConditionalFormatCollection = collection("ConditionalFormatCollection", items, keys, {
  getItem: { call: found },
  add: { call: add },
  clearAll: { call: clear },
});
