import { HostCollection, HostObject } from "./object";
import type { Query } from "./protocol";

type Spelling = (name: string) => string;

/** A load answers in the protocol's spelling, a retrieve in the author's. */
export const AS_IS: Spelling = (name) => name;
export const CAMEL: Spelling = (name) =>
  name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1);

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `["values", "format/fill/color"]` → `{Values: [], Format: ["fill/color"]}` */
function heads(select: string[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const path of select) {
    const [head, ...rest] = path.split(/[/.]/);
    const name = pascal(head!);
    const deeper = out.get(name) ?? [];
    if (rest.length > 0) deeper.push(rest.join("/"));
    out.set(name, deeper);
  }
  return out;
}

function loadObject(
  object: HostObject,
  select: string[],
  expand: string[],
  spell: Spelling,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object.identity())) out[spell(name)] = value;
  const everything = select.length === 0 || select.includes("*");
  const wanted = heads([...select.filter((s) => s !== "*"), ...expand]);
  for (const [name, deeper] of wanted) {
    const value = object.getProperty(name);
    out[spell(name)] =
      value instanceof HostObject ? loadAny(value, { Select: deeper }, spell) : (value ?? null);
  }
  if (everything)
    for (const name of object.propertyNames()) {
      const value = wanted.has(name) ? undefined : object.getProperty(name);
      if (value !== undefined && !(value instanceof HostObject)) out[spell(name)] = value;
    }
  return out;
}

/** The answer to a load: the object's identity and the chosen properties, or a collection's items. */
export function loadAny(object: HostObject, query: Query, spell: Spelling): Record<string, unknown> {
  const { Select = [], Expand = [], Skip = 0, Top } = query;
  if (!(object instanceof HostCollection)) return loadObject(object, Select, Expand, spell);
  const own = Select.filter((s) => /^items(\/|$)/i.test(s) === false);
  const ofItems = Select.filter((s) => /^items\//i.test(s)).map((s) => s.slice("items/".length));
  const items = (object.items() as HostObject[]).slice(Skip, Top === undefined ? undefined : Skip + Top);
  const chosen = ofItems.length > 0 ? ofItems : own;
  return {
    [spell === AS_IS ? "_Items" : "items"]: items.map((item) =>
      loadAny(item, { Select: chosen, Expand }, spell),
    ),
  };
}
