import { isBlank } from "../text";
import { type Grid, valueAt } from "../grid";
import type { TableReading } from "./reading";
import type { TableSheet } from "./table";

/** The foot's places that are still empty, such as 单位负责人. */
export const unsigned = <R>(grid: Grid, reading: TableReading, sheet: TableSheet<R>): string[] =>
  sheet.foot
    .flat()
    .filter(({ id }) => {
      const place = reading.slots.get(id);
      return !place || isBlank(valueAt(grid, place.row, place.column));
    })
    .map(({ label }) => label.replace(/[:：]$/, ""));
