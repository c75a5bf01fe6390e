import { convertedText, isUnit, meaningsOf, printedUnit } from "../../plan";
import { fold } from "../../text";
import { isNone } from "./notes";
import { bareName, nameAndUnit } from "./name";
import type { SourceTable } from "../source/table";
import type { ValueColumn } from "./value-columns";

/* 计量单位 of each row, as far as names, the column of units and what stands above the table say it. */

const SAME = /^(?:[〃″"”]|同上)$/;
const OF_ALL = /^[(（]?\s*(?:计量)?单位\s*[:：]\s*([^)）\s]+?)\s*[)）]?$/;

/** The unit of all rows that have none of their own: `单位：亿元` above the table. */
export function unitOfAll({ notes }: SourceTable): string {
  return notes.map((note) => OF_ALL.exec(note.trim())?.[1]).find((unit) => unit !== undefined) ?? "";
}

/** The unit of each row; 〃 is that of the row above, — is none. */
export function unitsOf({ columns, rows }: SourceTable): string[] {
  const [unit, name] = (["unit", "name"] as const).map((one) =>
    columns.findIndex(({ role }) => role === one),
  );
  let above = "";
  return rows.map(({ cells }) => {
    const printed = (cells[unit!] ?? "").trim();
    const own = SAME.test(fold(printed)) ? above : isNone(printed) ? "" : printed;
    if (own !== "") above = own;
    return own || nameAndUnit(bareName(cells[name!] ?? "")).unit;
  });
}

/** A growth in % beside an amount: 亿元, and 年均增长（%） of it. `isSaid`: not by its header, but by the row. */
export function isGrowth(
  { unit: head, header, of }: ValueColumn,
  text: string,
  unit: string,
  isSaid: boolean,
): boolean {
  if (unit === "" || /%|‰|百分点/.test(fold(unit)) || of === "cumulative") return false;
  const printed = printedUnit(text);
  const said =
    printed === "%" || (printed === "" && (isSaid || head === "%" || /增长|增速|增幅/.test(header)));
  const ways = meaningsOf(text, { name: "", unit: "%", column: "average" });
  return said && ways.some(({ type }) => type === "average");
}

const isShare = (unit: string): boolean => /%|‰|百分点/.test(fold(unit));

/** True where two units are said of one row that are not the same. */
export const isOtherUnit = (one: string, other: string): boolean =>
  isUnit(one) && isUnit(other) && fold(one) !== fold(other) && convertedText(`1${one}`, other) !== "1";

/** 8 under 2030年目标（%） is 8% of 亿元: a share in the head of the target alone is no amount's unit. */
export function inHeadsUnit(
  text: string,
  unit: string,
  target: ValueColumn | undefined,
  base: ValueColumn | undefined,
): string {
  const isOdd =
    target?.role === "target" && isShare(target.unit ?? "") && !isShare(base?.unit ?? "") && isUnit(unit);
  return isOdd && !isShare(unit) && /^[<>≥≤]?\d+(?:\.\d+)?$/.test(fold(text)) ? `${text}%` : text;
}
