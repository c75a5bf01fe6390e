const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The text that a part of XML stands for. */
export const unescapeXml = (xml: string): string =>
  xml.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (!hex && !decimal) return ENTITIES[name!] ?? whole;
      const code = parseInt(hex ?? decimal!, hex ? 16 : 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

const ESCAPES: Record<string, string> = { "<": "&lt;", ">": "&gt;", '"': "&quot;", "&": "&amp;" };
export const escapeXml = (text: string): string => text.replace(/[<>"&]/g, (sign) => ESCAPES[sign]!);

export interface Element {
  attribute: (name: string) => string | undefined;
  /** what stands between its tags, as XML */
  content: string;
}

/** The value of an attribute among those of a tag, as XML. */
export function rawAttribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`);
  if (at < 0) return undefined;
  const from = at + name.length + 3;
  return attributes.slice(from, attributes.indexOf('"', from));
}

/** The attributes with one of another value. */
export const withAttribute = (attributes: string, name: string, value: string | number): string => {
  const known = rawAttribute(attributes, name);
  if (known === undefined) return `${attributes} ${name}="${value}"`;
  return attributes.replace(` ${name}="${known}"`, () => ` ${name}="${value}"`);
};

/** Every element of a name in plain XML, as plainXml gives it; elements of one name do not nest in what is read here. */
export function elements(xml: string, name: string): Element[] {
  const form = new RegExp(`<${name}(\\s(?:[^>"]|"[^"]*")*?)?(?:/>|>([^]*?)</${name}>)`, "g");
  return [...xml.matchAll(form)].map(([, attributes = "", content = ""]) => ({
    content,
    attribute: (wanted) => {
      const value = rawAttribute(attributes, wanted);
      return value === undefined ? undefined : unescapeXml(value);
    },
  }));
}

/** The encoding of a part: by its first bytes, else as it says of itself. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  if (first === 0xef) return "utf-8";
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? "utf-8";
}

export const decodeXml = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);
