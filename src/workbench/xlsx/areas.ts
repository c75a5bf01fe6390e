import type { Area } from "../engine/engine";
import { parseArea } from "../host/address";

/** An area as a file gives it; null for what is none. */
export function areaIn(reference: string): Area | null {
  try {
    return parseArea(reference);
  } catch {
    return null;
  }
}

const listed = (reference: string): string[] => reference.split(/[\s,]+/).filter(Boolean);

/** Areas as a file lists them, such as `A1:B2 D4`; what is none is left out. */
export const areasOf = (reference: string): Area[] => listed(reference).flatMap((one) => areaIn(one) ?? []);

/** Whether all that the file lists is areas, and it lists any. */
export const isReadable = (reference: string): boolean =>
  listed(reference).length > 0 && listed(reference).every((one) => areaIn(one) !== null);
