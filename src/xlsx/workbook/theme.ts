import { elements } from "..";
import type { Theme } from "./styles";

/** In the order in which looks count a theme's colours; the light ones and the dark ones stand the other way in its part. */
const ORDER = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

/** The colours of a file's theme; undefined where it does not have them all. */
export function themeOf(xml: string): Theme | undefined {
  const [scheme] = elements(xml, "a:clrScheme");
  const colors = ORDER.map((name) => {
    const [one] = elements(scheme?.content ?? "", `a:${name}`);
    const color = /\s(?:lastClr|val)="([\da-fA-F]{6})"/.exec(one?.content ?? "")?.[1];
    return color && `#${color.toUpperCase()}`;
  });
  return colors.every((color) => color !== undefined) ? colors : undefined;
}
