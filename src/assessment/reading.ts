import { fold, type Indicator, isBlank, isDateFormat, isPercentFormat, shownDate } from "../plan";

/** A cell as typed: nothing, a number, or something else; `reading` is the number such text most likely means. */
export type Reading =
  { kind: "blank" } | { kind: "number"; value: number } | { kind: "text"; text: string; reading?: number };

/** What people write around a number, longer words before those they begin with. */
export const AROUND = {
  before: ["大约", "约", "近", "超过", "超", ">=", "≥", ">", "<=", "≤", "<"],
  after: ["左右", "以上", "以下", "余", "多", "%", "万", "元", "人", "家", "个", "岁", "张", "所"],
} as const;

/** Excel keeps no more; a longer number would be offered changed. */
export const MOST_DIGITS = 15;

const LIKELY = new RegExp(
  `^(?:${AROUND.before.join("|")})*([-+]?(?:[1-9]\\d{0,2}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?:${AROUND.after.join("|")})*$`,
);

function likelyNumber(text: string): number | undefined {
  const digits = LIKELY.exec(fold(text))?.[1]?.replace(/,/g, "");
  return digits === undefined || digits.replace(/[-+.]/g, "").length > MOST_DIGITS
    ? undefined
    : Number(digits);
}

/** Excel's word for an error cell is passed on as this. */
export const ERROR_CELL = "错误值";

function words(input: unknown): string {
  if (typeof input === "boolean") return input ? "TRUE" : "FALSE";
  return typeof input === "string" ? input : ERROR_CELL;
}

/** NaN and Infinity are none. */
export const isNumber = (input: unknown): input is number =>
  typeof input === "number" && Number.isFinite(input);

/** Reads a cell's raw value. Numbers that are none (NaN, Infinity), booleans and errors are text. Never throws. */
export function readActual(input: unknown): Reading {
  if (isBlank(input)) return { kind: "blank" };
  if (isNumber(input)) return { kind: "number", value: input };
  const text = words(input);
  const reading = typeof input === "string" ? likelyNumber(input) : undefined;
  return reading === undefined ? { kind: "text", text } : { kind: "text", text, reading };
}

/** An entry cell: its raw value and its number format. */
export interface EntryCell {
  value: unknown;
  format?: string;
}

export const isEntryCell = (input: unknown): input is EntryCell =>
  typeof input === "object" && input !== null && "value" in input;

/** Reads an entry as its user sees it: a date or a percentage in a number's place is text. */
export function readEntry({ value, format = "General" }: EntryCell, { max }: Indicator): Reading {
  if (!isNumber(value)) return readActual(value);
  if (isDateFormat(format)) return { kind: "text", text: shownDate(value) };
  if (!isPercentFormat(format)) return readActual(value);
  const reading = Number((100 * value).toPrecision(MOST_DIGITS));
  return { kind: "text", text: `${reading}%`, ...(max === 100 && { reading }) };
}
