import type { Access } from "./access";
import { memberName, protocolName } from "./member-name";
import { type HostObject, isObject } from "./object";
import type { Query } from "./protocol";

type Spelling = (name: string) => string;

/** A load answers in the protocol's spelling, a retrieve in the author's. */
export const AS_IS: Spelling = protocolName;
export const CAMEL: Spelling = (name) => name;

/** `["values", "format/fill/color"]` → `{values: [], format: ["fill/color"]}` */
function heads(select: string[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const path of select) {
    const [head, ...rest] = path.split(/[/.]/);
    const name = memberName(head!);
    const deeper = out.get(name) ?? [];
    if (rest.length > 0) deeper.push(rest.join("/"));
    out.set(name, deeper);
  }
  return out;
}

/** Answers the loads of one request. */
export class Loading {
  constructor(private readonly access: Access) {}

  private properties(
    object: HostObject,
    select: string[],
    expand: string[],
    spell: Spelling,
  ): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(this.access.identity(object)))
      out[spell(memberName(name))] = value;
    const everything = select.length === 0 || select.includes("*");
    const wanted = heads([...select.filter((s) => s !== "*"), ...expand]);
    for (const [name, deeper] of wanted) {
      const value = this.access.read(object, name);
      out[spell(name)] = isObject(value) ? this.load(value, { Select: deeper }, spell) : (value ?? null);
    }
    if (everything)
      for (const name of this.access.properties(object)) {
        const value = wanted.has(name) ? undefined : this.access.read(object, name);
        if (value !== undefined && !isObject(value)) out[spell(name)] = value;
      }
    return out;
  }

  /** The object's identity and the chosen properties, or a collection's items. */
  load(object: HostObject, query: Query, spell: Spelling): Record<string, unknown> {
    const { Select = [], Expand = [], Skip = 0, Top } = query;
    const all = this.access.items(object);
    if (!all) return this.properties(object, Select, Expand, spell);
    const asked = Select.filter((s) => !/^items(\/|$)/i.test(s));
    const ofAll = asked.filter((s) => this.access.isProperty(object, memberName(s)));
    const own = asked.filter((s) => !ofAll.includes(s));
    const ofItems = Select.filter((s) => /^items\//i.test(s)).map((s) => s.slice("items/".length));
    const items = all.slice(Skip, Top === undefined ? undefined : Skip + Top);
    const chosen = ofItems.length > 0 ? ofItems : own;
    return {
      ...(ofAll.length > 0 && this.properties(object, ofAll, [], spell)),
      [spell === AS_IS ? "_Items" : "items"]: items.map((item) =>
        this.load(item, { Select: chosen, Expand }, spell),
      ),
    };
  }
}
