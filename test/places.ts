import { findBureau } from "../src/plan";
import { builtInPlan as plan } from "../src/plan/built-in";
import { cellAddress } from "../src/grid";
import { formSheet, taskSheet } from "../src/sheets";
import { frameOf, keyOf, type TableSheet } from "../src/tables";

/** Where a sheet as inserted or handed out has its cells, by what a person reads there. */
export function placesOf<R>(sheet: TableSheet<R>) {
  const { records, slots } = frameOf(sheet);
  const known = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`no ${what} on ${sheet.name}`);
    return found;
  };
  const rowOf = (key: string | number): number =>
    known(
      records.find(({ record }) => keyOf(sheet, record) === String(key)),
      String(key),
    ).row;
  const columnOf = (header: string): number =>
    sheet.columns.indexOf(
      known(
        sheet.columns.find((column) => [column.header, column.id].includes(header)),
        header,
      ),
    );
  return {
    name: sheet.name,
    /** `row("YL07")` → 12 */
    row: (key: string | number): number => rowOf(key) + 1,
    /** `cell("YL07", "本期值")` → `H12`; a column by its header, or by its id where the plan words the header */
    cell: (key: string | number, header: string): string => cellAddress(rowOf(key), columnOf(header)),
    /** `slot("报告期")` → `F3` */
    slot(label: string): string {
      const { row, slot } = known(
        slots.find((one) => one.slot.label === `${label}：`),
        label,
      );
      return cellAddress(row, slot.columns[0]);
    },
  };
}

export type Places = ReturnType<typeof placesOf>;

const given = (bureau: string | undefined) => {
  const found = bureau === undefined ? null : findBureau(bureau, plan);
  if (found?.ok === false) throw new Error(bureau);
  return found ? { bureau: found.value } : {};
};

/** 指标填报 of the whole city or of a bureau. */
export const formPlaces = (bureau?: string): Places => placesOf(formSheet(plan, given(bureau)));
/** 任务分工 of the whole city or of a bureau. */
export const taskPlaces = (bureau?: string): Places => placesOf(taskSheet(plan, given(bureau)));
