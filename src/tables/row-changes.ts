import type { Grid } from "../grid";
import type { TableReading } from "./reading";
import { recordIn } from "./record-in";
import type { Repair } from "./repairs";
import type { Returned } from "./returned";
import { keyOf, type TableSheet } from "./table";
import type { Target } from "./target";

interface Rows<R> {
  /** all that was found, rows of another plan in which nobody typed too */
  found: TableReading;
  reading: TableReading;
  returned: Returned;
  target: Target<R>;
  full: TableSheet<R>;
  /** the table is another plan's, so its rows come and go */
  isOther: boolean;
}

/** The rows that came and went with a plan, and what went back to them from below the table. */
export function rowChanges<R>(
  grid: Grid,
  { found, reading, returned, target, full, isOther }: Rows<R>,
): Repair[] {
  const recordAt = (row: number) => recordIn(grid, reading, full, row);
  const subject = full.columns.find(({ id }) => id === full.subject)!;
  const added = target.frame.records
    .map(({ record }) => ({ key: keyOf(full, record), name: String(subject.cell!(record, () => "")) }))
    .filter(({ key }) => isOther && !reading.rows.has(key));
  const left = new Set(reading.strays);
  const gone = found.strays.filter((row) => !left.has(row)).flatMap((row) => recordAt(row) ?? []);
  const back = [...returned.rows].flatMap(([key, row]) => {
    const record = recordAt(row);
    return record && record.typed !== "" ? [{ ...record, key }] : [];
  });
  const staying = returned.staying.filter(({ because }) => isOther || because === "filled");
  return [
    ...added.map((one): Repair => ({ code: "record-added", ...one })),
    ...gone.map(({ key, name }): Repair => ({ code: "record-gone", key, name })),
    ...back.map((one): Repair => ({ code: "record-returned", ...one })),
    ...staying.map(({ row, key, because }): Repair => {
      return { code: "record-stays", key, name: recordAt(row)?.name ?? "", because };
    }),
  ];
}
