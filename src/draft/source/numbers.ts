import { isCellSafe } from "../../plan";
import { fold } from "../../text";
import type { Heading, Line } from "./grid";

/** 1, 12., （3）, ③, 四: the number of a row. */
const NUMBER = /^[(（]?(?:\d{1,4}|[①-⑳]|[一二三四五六七八九十]{1,3})[)）.、．]?$/;

/** The number of a row, and nothing else. */
export const isRowNumber = (text: string): boolean => NUMBER.test(fold(text));

/** SH-01, A1-1, 1.2: orders rows, and is no number. */
export const isCode = (text: string): boolean =>
  /^(?=.*\d)[A-Za-z\d]{1,8}(?:[-_.·][A-Za-z\d]{1,8}){0,4}$/.test(fold(text)) && !NUMBER.test(fold(text));

/** A column of 序号 or 编号 whose cells are no numbers: codes of the indicators where each can be one, else kept as it is printed. */
export function withCodes(headings: readonly Heading[], lines: readonly Line[]): Heading[] {
  return headings.map((heading, i): Heading => {
    if (heading.role !== "number") return heading;
    const rows = lines.filter(({ cells }) => cells.length > 1 && cells[i]?.from === undefined);
    const texts = rows.map(({ cells }) => cells[i]?.text.trim() ?? "").filter((text) => text !== "");
    const codes = texts.filter(isCode);
    if (codes.length === 0 || codes.length * 2 < texts.length) return heading;
    const isUnique = new Set(codes.map((code) => fold(code).toUpperCase())).size === texts.length;
    return { ...heading, role: isUnique && codes.every((code) => isCellSafe(fold(code))) ? "code" : "other" };
  });
}
