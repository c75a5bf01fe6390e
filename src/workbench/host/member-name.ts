/** The protocol sets these under other names than Office.js shows. */
const ALIASES: Record<string, string> = { Gridlines: "showGridlines", Headings: "showHeadings" };

const LISTENER = /^_(?:Unr|R)egister(\w+)Event$/;

/** Whether a member is a listener that goes, not one that comes. */
export const isFarewell = (name: string): boolean => name.startsWith("_Unregister");

/** A protocol member as Office.js spells it; one of the library's own keeps its underscore. */
export function memberName(name: string): string {
  const [, event] = LISTENER.exec(name) ?? [];
  if (event) return event === "DataChanged" ? "onChanged" : `on${event}`;
  return ALIASES[name] ?? (name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1));
}

/** As the protocol spells it when it answers. */
export const protocolName = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
