import type { CellValue, Workbook } from "@cj-tech-master/excelts";
import { fileFor, type Incoming, readIncoming } from "../../src/exchange";
import { loadXlsx } from "../../src/xlsx/libraries";
import { type Bureau, findBureau, parsePeriod } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM_SHEET, formSheet, TASKS_SHEET, taskSheet } from "../../src/sheets";
import { frameOf } from "../../src/tables";

export const PERIOD = "2023年";
const MADE = new Date("2024-01-05T08:00:00Z");

export function bureau(name: string): Bureau {
  const found = findBureau(name, plan);
  if (!found.ok) throw new Error(name);
  return found.value;
}

/** Where a distributed file has its cells, as a person would find them: `at("YL07", "actual")` → `H9`. */
export function places(name: string) {
  const find = (sheet: ReturnType<typeof formSheet> | ReturnType<typeof taskSheet>) => {
    const { records } = frameOf(sheet as ReturnType<typeof formSheet>);
    return (key: string | number, column: string): string => {
      const letter = String.fromCharCode(65 + sheet.columns.findIndex((c) => c.id === column));
      const id = (record: { code?: string; number: number }) => record.code ?? record.number;
      return `${letter}${records.find(({ record }) => id(record) === key)!.row + 1}`;
    };
  };
  return {
    form: find(formSheet(plan, { bureau: bureau(name) })),
    task: find(taskSheet(plan, { bureau: bureau(name) })),
  };
}

/** A returned file: handed out, changed by its bureau, saved by a program. */
export async function returned(
  name: string,
  edit: (workbook: Workbook) => void,
  period = PERIOD,
): Promise<Uint8Array> {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load((await fileFor(plan, bureau(name), period, MADE)).bytes);
  edit(workbook);
  return workbook.xlsx.writeBuffer();
}

/** Types values into a returned file: `{ YL07: 48 }` into 本期值, `{ 3: "推进中" }` into 进展状态. */
export const filled = (
  name: string,
  actuals: Record<string, CellValue>,
  states: Record<number, string> = {},
  period = PERIOD,
): Promise<Uint8Array> =>
  returned(
    name,
    (workbook) => {
      const { form, task } = places(name);
      for (const [code, value] of Object.entries(actuals))
        workbook.getWorksheet(FORM_SHEET)!.getCell(form(code, "actual")).value = value;
      for (const [number, value] of Object.entries(states))
        workbook.getWorksheet(TASKS_SHEET)!.getCell(task(Number(number), "state")).value = value;
    },
    period,
  );

export const expectation = (periodText = PERIOD) => {
  const period = parsePeriod(periodText, plan);
  if (!period.ok) throw new Error(periodText);
  return { plan, period: period.value, periodText };
};

export const incoming = (file: string, bytes: Uint8Array): Promise<Incoming> =>
  readIncoming(file, bytes, expectation());
