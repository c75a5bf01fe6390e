import { TABLES } from "./excel";
import type { Kind } from "./model";
import api from "./office-api.json";

/** Class → member → requirement set, of all there is in Office.js for the classes hosted; generated from its types. */
export const OFFICE_API: Readonly<Record<string, Readonly<Record<string, string>>>> = api;

/** What the host answers of one class, and what Office.js has besides. */
export interface Coverage {
  type: string;
  answered: string[];
  missing: string[];
}

/** Members that belong to the library itself never reach a host. */
export const coverage = (): Coverage[] =>
  Object.entries(OFFICE_API).map(([type, members]) => {
    const hosted = new Set(Object.keys(TABLES[type as Kind].members));
    const all = Object.keys(members);
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
  const needed = OFFICE_API[type]?.[name];
  return needed !== undefined && /^\d/.test(needed) && order(needed) > order(claimed);
}
