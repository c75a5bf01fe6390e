import type { LaggingGroup, LaggingItem } from "../../commands";
import { OVERDUE } from "../../report";

export const ALL = "全部";

/** What the lagging list is narrowed to; `全部` leaves everything. */
export interface LaggingFilter {
  bureau: string;
  field: string;
  status: string;
}

export const NO_FILTER: LaggingFilter = { bureau: ALL, field: ALL, status: ALL };

const fits = (wanted: string, value: string): boolean => wanted === ALL || wanted === value;

/** What a status filter finds it by: what is 滞后 may be 逾期 too. */
const statusesOf = ({ status, overdue }: LaggingItem): string[] => (overdue ? [status, OVERDUE] : [status]);

/** The groups and items that fit; a group without items is left out. */
export const filtered = (groups: readonly LaggingGroup[], filter: LaggingFilter): LaggingGroup[] =>
  groups
    .filter(({ bureau }) => fits(filter.bureau, bureau))
    .map((group) => ({
      ...group,
      items: group.items.filter(
        (i) => fits(filter.field, i.field) && statusesOf(i).some((status) => fits(filter.status, status)),
      ),
    }))
    .filter(({ items }) => items.length > 0);

/** What each filter offers, in order of appearance, after 全部. */
export function offered(groups: readonly LaggingGroup[]): Record<keyof LaggingFilter, string[]> {
  const items = groups.flatMap((group) => group.items);
  const distinct = (values: string[]): string[] => [ALL, ...new Set(values)];
  return {
    bureau: distinct(groups.map(({ bureau }) => bureau)),
    field: distinct(items.map(({ field }) => field)),
    status: distinct(items.flatMap(statusesOf)),
  };
}

/** `：市民政局、严重滞后`; empty when nothing is narrowed. */
export function described({ bureau, field, status }: LaggingFilter): string {
  const chosen = [bureau, field, status].filter((value) => value !== ALL);
  return chosen.length === 0 ? "" : `：${chosen.join("、")}`;
}
