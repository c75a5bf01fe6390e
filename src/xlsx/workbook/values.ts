import { elements, readDate, unescapeXml } from "..";

const DAY = 86_400_000;
/** Day 25569 is 1970-01-01. */
const FIRST = 25569;
/** Up to here Excel's days are one less, for it counts a 29th of February 1900 that never was. */
const LEAP = 60;

/** `2023-05-01T12:00:00` as a day counted from 1900, `12:00` as a part of a day; null for what is none. */
export function dayIn(text: string): number | null {
  const date = readDate(text);
  if (!date) return null;
  const day = date.getTime() / DAY + FIRST;
  return day >= 1 && day <= LEAP ? day - 1 : day;
}

/** The text of a cell or of a shared one, whatever its parts look like; without how it is read aloud. */
export const textIn = (xml: string): string =>
  elements(xml.replace(/<rPh[\s>][^]*?<\/rPh>/g, ""), "t")
    .map(({ content }) => unescapeXml(content))
    .join("");
