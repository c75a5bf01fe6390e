import { seriesColor } from "../../../grid";
import { fromColor, type Theme } from "../styles";
import { at, attribute, type Node, valueAt } from "./tree";

/** Colours of a theme by the names that drawings have for them, in the order of their numbers. */
const NAMES = "bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

const hex = (part: number): string =>
  Math.round(Math.min(255, part)).toString(16).padStart(2, "0").toUpperCase();

/** Darker by `lumMod`, and lighter by `lumOff`: thousandths of a percent. */
function shaded(color: string, node: Node): string {
  const part = (name: string, usual: number): number => Number(valueAt(node, name) ?? usual) / 100_000;
  const [kept, white] = [part("a:lumMod", 100_000), part("a:lumOff", 0)];
  return `#${[1, 3, 5].map((from) => hex(parseInt(color.slice(from, from + 2), 16) * kept + 255 * white)).join("")}`;
}

const ACCENTS = 6;
const FIRST_ACCENT = NAMES.indexOf("accent1");

/** The colour of a series that has none of its own, where the file's theme has others than the workbench. */
export function themeColor(index: number, theme: Theme | undefined): string | undefined {
  const color = theme?.[FIRST_ACCENT + (index % ACCENTS)];
  return color === seriesColor({}, index) ? undefined : color;
}

/** The colour with which something is filled, such as `#1F4E9E`; undefined where it is none, or not plain. */
export function fillIn(node: Node | undefined, theme: Theme | undefined): string | undefined {
  const fill = at(node, "a:solidFill");
  const plain = attribute(at(fill, "a:srgbClr"), "val");
  if (plain && /^[\da-f]{6}$/i.test(plain)) return `#${plain.toUpperCase()}`;
  const named = at(fill, "a:schemeClr");
  const number = NAMES.indexOf(attribute(named, "val") ?? "");
  const color = number < 0 ? undefined : fromColor({ theme: number }, theme);
  return color && shaded(color, named!);
}
