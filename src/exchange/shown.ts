import { atExcelsPrecision, fixed, isDateFormat, isPercentFormat, shown as shownNumber } from "../text";

type Value = string | number | boolean;

/** Excel's day as `2023-12-31`; day 25569 is 1970-01-01. */
export const isoDate = (serial: number): string =>
  new Date((Math.floor(serial) - 25569) * 86_400_000).toISOString().slice(0, 10);

/** `yyyy"年"m"月"` → its marks and the words between them. */
const DATE_PART = /"([^"]*)"|\[[^\]]*\]|\\(.)|_.|(y+|m+|d+)|([^ymd])/gi;
/** Formats whose order of day and month depends on the machine, and those with a time of day. */
const UNCLEAR = /h|s|mmm|ddd|^(\[[^\]]*\])*(m|d)+[-/]/i;

function dateAs(serial: number, format: string): string {
  const [year, month, day] = isoDate(serial).split("-") as [string, string, string];
  const [section] = format.split(";") as [string];
  if (UNCLEAR.test(section.replace(/"[^"]*"/g, ""))) return isoDate(serial);
  const sized = (digits: string, mark: string): string => (mark.length > 1 ? digits : String(Number(digits)));
  return section
    .replace(DATE_PART, (_, words?: string, escaped?: string, mark?: string, sign?: string) => {
      if (mark) return /y/i.test(mark) ? year : sized(/m/i.test(mark) ? month : day, mark);
      return words ?? escaped ?? sign ?? "";
    })
    .replace(/@/g, "");
}

const decimalsOf = (format: string): number | undefined => {
  const [, decimals = ""] = /^#?,?#*0(?:\.(0+))?%?$/.exec(format) ?? [];
  return /^#?,?#*0(?:\.0+)?%?$/.test(format) ? decimals.length : undefined;
};

function grouped(digits: string): string {
  const [whole, part] = digits.split(".") as [string, string?];
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? marked : `${marked}.${part}`;
}

function numberAs(value: number, format: string): string {
  const percent = isPercentFormat(format);
  const number = percent ? atExcelsPrecision(100 * value) : value;
  const decimals = decimalsOf(format);
  const digits = decimals === undefined ? shownNumber(number) : fixed(number, decimals);
  return `${format.includes("#,##") && decimals !== undefined ? grouped(digits) : digits}${percent ? "%" : ""}`;
}

/** A cell's value as its user sees it: a date in its format's order, a number with its format's decimals and percent sign. */
export function shownAs(value: Value, format: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  return isDateFormat(format) ? dateAs(value, format) : numberAs(value, format);
}
