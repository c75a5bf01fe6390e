import { elements, unescapeXml } from "../../xlsx";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number as a file writes it; null for what is none, or greater than any. */
export function numberIn(text: string): number | null {
  const number = NUMBER.test(text.trim()) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : null;
}

const DAY = 86_400_000;
/** Day 25569 is 1970-01-01. */
const FIRST = 25569;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/;
const TIME = /(?:^|T)(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/;

/** `2023-05-01T12:00:00` as a day counted from 1900, `12:00` as a part of a day; null for what is none. */
export function dayIn(text: string): number | null {
  const [date, time] = [DATE.exec(text.trim()), TIME.exec(text.trim())];
  if (!date && !time) return null;
  const [, year, month, day] = (date ?? []).map(Number);
  const [, hours = 0, minutes = 0, seconds = 0] = (time ?? []).map((part) => Number(part ?? 0));
  const whole = date ? Date.UTC(year!, month! - 1, day) / DAY + FIRST : 0;
  // Excel counts a 29th of February 1900 that never was
  return (whole > 60 || !date ? whole : whole - 1) + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** The text of a cell or of a shared one, whatever its parts look like; without how it is read aloud. */
export const textIn = (xml: string): string =>
  elements(xml.replace(/<rPh[\s>][^]*?<\/rPh>/g, ""), "t")
    .map(({ content }) => unescapeXml(content))
    .join("");
