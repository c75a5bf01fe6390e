import { type Area, readArea } from "../../grid";

const listed = (reference: string): string[] => reference.split(/[\s,]+/).filter(Boolean);

/** Areas as a file lists them, such as `A1:B2 D4`; what is none is left out. */
export const areasOf = (reference: string): Area[] => listed(reference).flatMap((one) => readArea(one) ?? []);

/** Whether all that the file lists is areas, and it lists any. */
export const isReadable = (reference: string): boolean =>
  listed(reference).length > 0 && listed(reference).every((one) => readArea(one) !== null);
