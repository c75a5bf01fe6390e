import type { Tag } from "./plain-xml";
import { rawAttribute, unescapeXml } from "./xml";

const signs = (from: string, to: string): Record<string, string> =>
  Object.fromEntries([...from].map((sign, i) => [sign, [...to][i]!]));
const DIGITS = "0123456789()+-=";
/** Raised and lowered digits as such, so that the mark of a footnote is no digit of the number before it. */
const PLACED: Record<string, Record<string, string>> = {
  superscript: signs(DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼"),
  subscript: signs(DIGITS, "₀₁₂₃₄₅₆₇₈₉₍₎₊₋₌"),
};

/** Reads an `<si>` or `<is>` as plain text: of its parts neither their looks nor how they are pronounced. */
export class TextReader {
  text = "";
  private child = "";
  private reading = false;
  private placed: Record<string, string> | undefined;

  /** @param depth 1 for what stands directly in the element */
  tag({ name, kind, attributes }: Tag, depth: number): void {
    if (depth === 1) {
      this.child = kind === "open" ? name : "";
      this.placed = undefined;
    }
    if (name === "vertAlign" && this.child === "r")
      this.placed = PLACED[rawAttribute(attributes, "val") ?? ""];
    if (name === "t" && (depth === 1 || (depth === 2 && this.child === "r"))) this.reading = kind === "open";
  }

  add(xml: string): void {
    if (!this.reading) return;
    const { placed } = this;
    const text = unescapeXml(xml);
    this.text += placed ? text.replace(/[0-9()+=-]/g, (sign) => placed[sign]!) : text;
  }
}
