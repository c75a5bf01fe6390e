import { escapeXml } from "../../xml";

/** An element as XML; what is empty among its contents is left out. */
export function element(
  name: string,
  attributes: Record<string, string | number> = {},
  ...content: string[]
): string {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const inner = content.join("");
  return `<${name}${named.join("")}${inner === "" ? "/>" : `>${inner}</${name}>`}`;
}

/** An element that says one thing. */
export const said = (name: string, val: string | number): string => element(name, { val });

/** An element that holds a text. */
export const holding = (name: string, text: string): string => element(name, {}, escapeXml(text));
