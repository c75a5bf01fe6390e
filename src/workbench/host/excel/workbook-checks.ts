import { HostError } from "../errors";
import type { Book } from "../model";

/** @throws HostError GeneralException while the user looks at another workbook */
export function checkFront({ manners }: Book): void {
  if (manners.anotherWorkbook) throw new HostError("GeneralException", "another workbook in front");
}

/** @throws HostError AccessDenied when sheets must not be added, removed or renamed */
export function checkStructure({ password }: Book): void {
  if (password !== null) throw new HostError("AccessDenied", "protected workbook");
}
