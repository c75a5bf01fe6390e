import { rawAttribute, readXml, unescapeXml } from "../..";

/** An element with all that stands in it. */
export interface Node {
  name: string;
  /** as XML */
  attributes: string;
  children: Node[];
  /** what stands in it beside its elements */
  text: string;
}

/** A part as a tree, whatever its prefixes; its root has no name. @throws where it is no XML */
export function treeOf(xml: string): Node {
  const root: Node = { name: "", attributes: "", children: [], text: "" };
  const open = [root];
  readXml(xml, {
    tag: ({ name, attributes, kind }) => {
      if (kind === "close") return void open.pop();
      const node: Node = { name, attributes, children: [], text: "" };
      open.at(-1)!.children.push(node);
      if (kind === "open") open.push(node);
    },
    text: (text) => {
      open.at(-1)!.text += unescapeXml(text);
    },
  });
  return root;
}

/** The elements of a name that stand in it. */
export const childrenOf = (node: Node | undefined, name: string): Node[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The first element at the end of a path such as `c:title/c:tx`. */
export const at = (node: Node | undefined, path: string): Node | undefined =>
  path.split("/").reduce<Node | undefined>((one, name) => childrenOf(one, name)[0], node);

export function attribute(node: Node | undefined, name: string): string | undefined {
  const value = node && rawAttribute(node.attributes, name);
  return value === undefined ? undefined : unescapeXml(value);
}

/** What an element at the end of a path says. */
export const valueAt = (node: Node | undefined, path: string): string | undefined =>
  attribute(at(node, path), "val");

/** Every element of a name within, however deep. */
export const within = (node: Node | undefined, name: string): Node[] =>
  node?.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]) ?? [];
