import fc from "fast-check";
import { bureausToServe, sheetsFor } from "../../src/exchange";
import { loadXlsx } from "../../src/xlsx/libraries";
import { writeWorkbook } from "../../src/xlsx/write";
import { type Bureau, type Indicator, indicatorsOfBureau, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import type { Cell, SheetLayout } from "../../src/grid";
import { FORM_SHEET, formSheet } from "../../src/sheets";
import { frameOf } from "../../src/tables";
import types from "../plans/types-2030.json";
import { assessed, same, type Scenario, scenarios, type Shown } from "../plain/cases";
import { convert } from "./soffice";

const FIGURES = ["expected", "gap", "progress", "status", "check"] as const;
/** Of each bureau. */
const SCENARIOS = 20;
/** The second has a target of every kind. */
const PLANS: readonly Plan[] = [builtInPlan, openPlan(types)];

interface Filled {
  name: string;
  plan: Plan;
  bureau: Bureau;
  indicators: readonly Indicator[];
  scenario: Scenario;
}

const frame = ({ plan, bureau }: Pick<Filled, "plan" | "bureau">) => {
  const sheet = formSheet(plan, { bureau });
  return { ...frameOf(sheet), column: (id: string) => sheet.columns.findIndex((c) => c.id === id) };
};

/** A bureau's sheets with a scenario typed in and no results, so that whatever is read back was calculated. */
function fill({ plan, bureau, scenario }: Filled): SheetLayout[] {
  const { records, slots, column } = frame({ plan, bureau });
  const bare = (cell: Cell | null): Cell | null =>
    typeof cell === "object" && cell !== null ? { formula: cell.formula } : cell;
  const layouts = sheetsFor(plan, bureau, "").map((layout) => ({
    ...layout,
    cells: layout.cells.map((row) => row.map(bare)),
  }));
  const { cells } = layouts.find((layout) => layout.name === FORM_SHEET)!;
  for (const id of ["period", "tolerance", "redline"] as const) {
    const { row, slot } = slots.find((s) => s.slot.id === id)!;
    cells[row]![slot.columns[0]] = scenario[id];
  }
  for (const { row, record } of records) {
    const typed = scenario.rows[record.code]!;
    for (const id of ["actual", "previous"] as const) cells[row]![column(id)] = (typed[id] ?? "") as Cell;
  }
  return layouts;
}

async function read(bytes: Uint8Array, one: Filled): Promise<Map<string, Shown>> {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.getWorksheet(FORM_SHEET)!;
  const { records, column } = frame(one);
  const value = (row: number, id: string): unknown => {
    const cell = sheet.getRow(row + 1).getCell(column(id) + 1);
    return cell.result ?? "";
  };
  return new Map(
    records.map(({ row, record }) => [
      record.code,
      Object.fromEntries(FIGURES.map((id) => [id, value(row, id)])) as unknown as Shown,
    ]),
  );
}

/** LibreOffice has no logical cells: under a number format TRUE is 1, and shown so. */
const withoutLogicals = (scenario: Scenario): Scenario => ({
  ...scenario,
  rows: Object.fromEntries(
    Object.entries(scenario.rows).map(([code, row]) => [
      code,
      typeof row.actual === "boolean" ? { ...row, actual: Number(row.actual) } : row,
    ]),
  ),
});

/** Periods as they lie in the built-in plan's years. */
const inYearsOf = (plan: Plan, scenario: Scenario): Scenario => {
  const later = plan.baselineYear - builtInPlan.baselineYear;
  const moved = String(scenario.period).replace(/20\d\d/g, (year) => String(Number(year) + later));
  return later === 0 ? scenario : { ...scenario, period: moved };
};

/** Files of a plan's bureaus, each to be filled at random. */
function filledOf(plan: Plan, p: number): Filled[] {
  const bureaus = bureausToServe(plan).filter((b) => indicatorsOfBureau(b, plan).length > 0);
  return bureaus.flatMap((bureau, b) => {
    const indicators = indicatorsOfBureau(bureau, plan);
    const samples = fc.sample(scenarios(indicators), { numRuns: SCENARIOS, seed: b });
    return samples.map((scenario, i): Filled => ({
      name: `${p}-${b}-${i}.xlsx`,
      ...{ plan, bureau, indicators, scenario: withoutLogicals(inYearsOf(plan, scenario)) },
    }));
  });
}

/** Distributed files, filled at random and recalculated by LibreOffice, against the assessment. */
export async function run(): Promise<string> {
  const filled = PLANS.flatMap(filledOf);
  const files = [];
  for (const one of filled) {
    const properties = { title: "", subject: "", keywords: "", description: "" };
    const sheets = fill(one);
    files.push({ name: one.name, bytes: await writeWorkbook({ sheets, properties, created: new Date(0) }) });
  }
  const saved = convert(files, "xlsx", true);
  const differences: string[] = [];
  let compared = 0;
  for (const one of filled) {
    const shown = await read(saved.get(one.name)!, one);
    for (const indicator of one.indicators) {
      const wanted = assessed(indicator, one.scenario, one.plan);
      compared++;
      for (const id of FIGURES)
        if (!same(shown.get(indicator.code)![id], wanted[id]))
          differences.push(
            JSON.stringify({
              code: indicator.code,
              figure: id,
              found: shown.get(indicator.code)![id],
              wanted: wanted[id],
              ...one.scenario.rows[indicator.code],
              period: one.scenario.period,
              tolerance: one.scenario.tolerance,
              redline: one.scenario.redline,
            }),
          );
    }
  }
  if (differences.length > 0)
    throw new Error(
      `${differences.length} of ${compared * FIGURES.length} differ:\n${differences.join("\n")}`,
    );
  return `${compared} rows in ${files.length} distributed files of ${PLANS.length} plans, ${FIGURES.length} figures each: all as the assessment gives them`;
}
