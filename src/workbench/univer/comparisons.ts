import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

/**
 * Univer remembers in which cells of a column it met a value, and answers later comparisons from there: wrongly, for
 * it holds 0, "" and a blank for the same, "1" for 1, and what cells held before they were calculated. Nothing put in,
 * nothing is answered.
 */
export function compareAnew(): void {
  const nothing = (): void => undefined;
  Object.assign(CELL_INVERTED_INDEX_CACHE, { set: nothing, setContinueBuildingCache: nothing });
}
