import type { CourseLine } from "../../commands";

export const ALL = "全部";

/** What the list of courses is narrowed to; `全部` leaves everything. */
export interface CourseFilter {
  field: string;
  /** 状态 in the last period that has a value */
  status: string;
}

export const NO_FILTER: CourseFilter = { field: ALL, status: ALL };

type FieldOf = (course: CourseLine) => string;

const statusOf = ({ points }: CourseLine): string => points.at(-1)?.status ?? "";
const fits = (wanted: string, value: string): boolean => wanted === ALL || wanted === value;

export const filtered = (
  courses: readonly CourseLine[],
  filter: CourseFilter,
  fieldOf: FieldOf,
): CourseLine[] =>
  courses.filter((one) => fits(filter.field, fieldOf(one)) && fits(filter.status, statusOf(one)));

/** What each filter offers, in order of appearance, after 全部. */
export function offered(
  courses: readonly CourseLine[],
  fieldOf: FieldOf,
): Record<keyof CourseFilter, string[]> {
  const distinct = (values: string[]): string[] => [ALL, ...new Set(values.filter((value) => value !== ""))];
  return { field: distinct(courses.map(fieldOf)), status: distinct(courses.map(statusOf)) };
}
