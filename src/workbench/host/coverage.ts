import { HOSTED as CONDITIONAL_FORMATS } from "./excel/conditional-format";
import { HOSTED as DATA_VALIDATION } from "./excel/data-validation";
import { HOSTED as FORMATS } from "./excel/format";
import { HOSTED as NAMES } from "./excel/names";
import { HOSTED as PAGE_LAYOUT } from "./excel/page-layout";
import { HOSTED as RANGES } from "./excel/range";
import { HOSTED as RANGE_AREAS } from "./excel/range-areas";
import { HOSTED as WORKBOOK } from "./excel/workbook";
import { HOSTED as WORKSHEETS } from "./excel/worksheet";
import { membersOf } from "./object";
import api from "./office-api.json";

/** Class → member → requirement set, of all there is in Office.js for the classes hosted; generated from its types. */
export const OFFICE_API: Readonly<Record<string, Readonly<Record<string, string>>>> = api;

const CLASSES: Record<string, { prototype: object }> = {
  ...WORKBOOK,
  ...WORKSHEETS,
  ...RANGES,
  ...RANGE_AREAS,
  ...FORMATS,
  ...DATA_VALIDATION,
  ...CONDITIONAL_FORMATS,
  ...NAMES,
  ...PAGE_LAYOUT,
};

/** The protocol sets these under other names than Office.js shows. */
const ALIASES: Record<string, string> = { Gridlines: "showGridlines", Headings: "showHeadings" };

const LISTENER = /^_(?:Unr|R)egister(\w+)Event$/;

/** A protocol member as Office.js spells it; one of the library's own keeps its underscore. */
export function memberName(name: string): string {
  const [, event] = LISTENER.exec(name) ?? [];
  if (event) return event === "DataChanged" ? "onChanged" : `on${event}`;
  return ALIASES[name] ?? (name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1));
}

/** What the host answers of one class, and what Office.js has besides. */
export interface Coverage {
  type: string;
  answered: string[];
  missing: string[];
}

/** Members that belong to the library itself never reach a host. */
export const coverage = (): Coverage[] =>
  Object.entries(CLASSES).map(([type, { prototype }]) => {
    const hosted = new Set(membersOf(prototype).map(memberName));
    const all = Object.keys(OFFICE_API[type] ?? {});
    return {
      type,
      answered: all.filter((name) => hosted.has(name)),
      missing: all.filter((name) => !hosted.has(name)),
    };
  });

const order = (set: string): number => {
  const [major = 0, minor = 0] = set.split(".").map(Number);
  return major * 1000 + minor;
};

/** True when Excel with this ExcelApi set does not know the member yet. */
export function isNewer(type: string, name: string, claimed: string): boolean {
  const needed = OFFICE_API[type]?.[memberName(name)];
  return needed !== undefined && /^\d/.test(needed) && order(needed) > order(claimed);
}
