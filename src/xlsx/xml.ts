const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The text that a part of XML stands for. */
export const unescapeXml = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex || decimal
      ? String.fromCodePoint(parseInt(hex ?? decimal!, hex ? 16 : 10))
      : (ENTITIES[name!] ?? whole),
  );

export interface Element {
  attribute: (name: string) => string | undefined;
  /** what stands between its tags, as XML */
  content: string;
}

/** Every element of a name, whatever its namespace prefix; elements of one name do not nest in what is read here. */
export function elements(xml: string, name: string): Element[] {
  const form = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, "g");
  return [...xml.matchAll(form)].map(([, attributes = "", content = ""]) => ({
    content,
    attribute: (wanted) => {
      const [, value] = new RegExp(`\\s${wanted}="([^"]*)"`).exec(attributes) ?? [];
      return value === undefined ? undefined : unescapeXml(value);
    },
  }));
}
