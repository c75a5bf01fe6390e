import { type Indicator, indicatorsOf, type Plan } from "../../src/plan";
import { CALCULATION_SHEET, expandTable, frameOf, type TableSheet } from "../../src/tables";
import { calculationLayout, PLAIN_FORMULAS } from "../../src/plain";
import type { Cell, SheetLayout } from "../../src/grid";
import { formSheet } from "../../src/sheets";
import type { CellContent } from "../../src/workbench/engine/engine";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { assessed, same, type Scenario, type Shown } from "./cases";

const content = (cell: Cell | null): CellContent =>
  cell === null || cell === ""
    ? { value: null }
    : typeof cell === "object"
      ? { value: null, formula: cell.formula }
      : { value: cell };

type Form = TableSheet<Indicator>;

/**
 * Once per test file, because Univer takes one workbook per realm: a form with plain formulas in the workbench's engine; `fill` types a scenario and gives what each row then shows.
 * @param arrange what a user does to the form's rows after it was made
 */
export function recalculating(of: Plan, arrange: (form: Form) => Form = (form) => form) {
  const engine = createHeadlessEngine();
  const made = formSheet(of, { formulas: PLAIN_FORMULAS });
  const sheet = arrange(made);
  const layout = expandTable(sheet);
  const put = (id: string, { cells }: SheetLayout): void =>
    engine.writeCells(
      id,
      { row: 0, column: 0, rows: cells.length, columns: cells[0]!.length },
      cells.map((row) => row.map(content)),
    );
  const form = engine.addSheet(layout.name);
  const calculation = engine.addSheet(CALCULATION_SHEET);
  for (const [name, target] of Object.entries(layout.names))
    if (typeof target === "object")
      engine.setName(name, `='${layout.name}'!$${String.fromCharCode(65 + target.column)}$${target.row + 1}`);
  put(form, layout);
  put(calculation, calculationLayout(made, of));
  const frame = frameOf(sheet);
  const column = (id: string): number => sheet.columns.findIndex((c) => c.id === id);
  const cell = (row: number, at: number) => ({ row, column: at, rows: 1, columns: 1 });
  const slot = (id: string): { row: number; column: number; rows: number; columns: number } => {
    const { row, slot: found } = frame.slots.find((s) => s.slot.id === id)!;
    return cell(row, found.columns[0]);
  };
  const typed = (value: unknown): CellContent => ({ value: value === "" ? null : (value as string) });
  return async (scenario: Scenario): Promise<Map<string, Shown>> => {
    for (const id of ["period", "tolerance", "redline"] as const)
      engine.writeCells(form, slot(id), [[typed(scenario[id])]]);
    const entries: (CellContent | null)[][] = Array.from({ length: frame.body.rows }, () => [null, null]);
    for (const { row, record } of frame.records) {
      const { actual, previous } = scenario.rows[record.code]!;
      entries[row - frame.body.row] = [previous, actual].map((value) => ({ value: value as string | null }));
    }
    engine.writeCells(form, { ...frame.body, column: column("previous"), columns: 2 }, entries);
    await engine.settled();
    const shown = engine.readCells(form, { ...frame.body, column: 0, columns: sheet.columns.length });
    return new Map(
      frame.records.map(({ row, record }) => {
        const value = (id: string): unknown => shown[row - frame.body.row]![column(id)]!.value ?? "";
        return [
          record.code,
          {
            expected: value("expected"),
            gap: value("gap"),
            progress: value("progress"),
            status: value("status"),
            check: value("check"),
          },
        ];
      }),
    );
  };
}

export function compare(of: Plan, scenario: Scenario, shown: Map<string, Shown>): void {
  const differences = indicatorsOf(of).flatMap((indicator) => {
    const wanted = assessed(indicator, scenario, of);
    const found = shown.get(indicator.code)!;
    return (Object.keys(wanted) as (keyof Shown)[])
      .filter((id) => !same(found[id], wanted[id]))
      .map((id) => ({
        code: indicator.code,
        ...scenario.rows[indicator.code],
        period: scenario.period,
        tolerance: scenario.tolerance,
        redline: scenario.redline,
        figure: id,
        found: found[id],
        wanted: wanted[id],
      }));
  });
  expect(differences).toEqual([]);
}
