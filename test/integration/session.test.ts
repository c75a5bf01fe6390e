import { builtInPlan as plan } from "../../src/plan/built-in";
import { insertTable } from "../../src/excel";
import { convertForm } from "../../src/excel/convert";
import { FORM, FORM_SHEET, TASKS } from "../../src/sheets";
import { PLAIN_FORM } from "../../src/plain";
import { COLORS } from "../../src/grid/palette";
import { MAX_COLUMNS } from "../../src/workbench/engine/engine";
import { findForm, trialFor, writeTrial } from "../../src/workbench/page/trial-form";
import type { Host } from "../../src/workbench/host/host";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { freshWorkbook } from "./fresh";
import { openAddIn } from "./office";

/** A filled workbook, to which things are done at the screen and by commands. */
let host: Host;
let engine: UniverEngine;

const LENGTH = 60;
const [STATUS, LEADING, PERIOD] = [11, 12, 5];
const ROW_1 = { row: 0, column: 0, rows: 1, columns: MAX_COLUMNS };
const book = () => engine.api.getActiveWorkbook()!;
const idOf = (name: string): string => engine.sheets().find((sheet) => sheet.name === name)!.id;

/** What the form says: how many rows have which status, and those highlighted otherwise than their status asks. */
async function said(sheet: string): Promise<{ statuses: Record<string, number>; wrong: number[] }> {
  await host.settled();
  const column = (at: number) => ({ row: 4, column: at, rows: LENGTH, columns: 1 });
  const values = engine.readCells(sheet, column(STATUS)).map(([cell]) => String(cell!.value ?? ""));
  const looks = engine.readShownStyles(sheet, column(LEADING)).map(([style]) => style!);
  const strong: unknown[] = [COLORS.severe.cell, COLORS.lagging.cell];
  const statuses: Record<string, number> = {};
  for (const value of values) if (/^[^\p{L}\p{N}]/u.test(value)) statuses[value] = (statuses[value] ?? 0) + 1;
  const wrong = values.flatMap((value, i) =>
    value.includes("滞后") === strong.includes(looks[i]!.fill) ? [] : [i + 5],
  );
  return { statuses, wrong };
}

/** The period that 任务分工 shows. */
async function periodOfTasks(): Promise<unknown> {
  await host.settled();
  return engine.readCells(idOf("任务分工"), { row: 1, column: 3, rows: 1, columns: 1 })[0]![0]!.value;
}

async function insertFilled(): Promise<void> {
  await insertTable(FORM, plan, undefined, undefined);
  await host.settled();
  const form = findForm(engine)!;
  writeTrial(engine, form, "all", trialFor(form, "all"));
}

let filled: Awaited<ReturnType<typeof said>>;

beforeAll(async () => {
  ({ host, engine } = await openAddIn(({ history }) => ({ change: (act) => history.change(act) })));
  await insertFilled();
  await insertTable(TASKS, plan);
  filled = await said(idOf(FORM_SHEET));
  book().setActiveSheet(idOf(FORM_SHEET));
});
freshWorkbook(() => host);

test("every lagging row stands out, and no other", () => {
  expect(Object.values(filled.statuses).reduce((a, b) => a + b)).toBeGreaterThan(20);
  expect(filled.wrong).toEqual([]);
});

test("as plain formulas, and as functions again, the form says the same", async () => {
  const form = idOf(FORM_SHEET);
  await convertForm(plan, "formulas", PLAIN_FORM);
  expect(await said(form)).toEqual(filled);
  await convertForm(plan, "functions", PLAIN_FORM);
  expect(await said(form)).toEqual(filled);
});

const setPeriod = (sheet: string, row: number, value: string): void =>
  engine.writeCells(sheet, { row, column: PERIOD, rows: 1, columns: 1 }, [[{ value }]]);

/** What is done to the form's sheet, and where 报告期 is afterwards. */
test.each<[string, number, (form: string) => void]>([
  ["renamed", 2, (form) => book().getSheetBySheetId(form)!.setName("养老上报")],
  ["renamed by a command", 2, (form) => engine.history.change(() => engine.renameSheet(form, "养老 上报"))],
  ["copied", 2, (form) => engine.history.change(() => void engine.copySheet(form, "副本", 1))],
  ["without row 1", 1, (form) => void book().getSheetBySheetId(form)!.deleteRows(0, 1)],
  [
    "without row 1 by a command",
    1,
    (form) => engine.history.change(() => engine.deleteCells(form, ROW_1, "rows")),
  ],
])("%s the form says the same, 任务分工 follows it, and undone too", async (_, row, act) => {
  const form = idOf(FORM_SHEET);
  const before = await periodOfTasks();
  act(form);
  expect((await said(form)).statuses).toEqual(filled.statuses);
  setPeriod(form, row, "2024年");
  expect(await periodOfTasks()).toBe("2024年");
  setPeriod(form, row, String(before));
  await host.settled();
  await engine.api.undo();
  expect(await said(form)).toEqual(filled);
  setPeriod(form, 2, "2024年");
  expect(await periodOfTasks()).toBe("2024年");
  setPeriod(form, 2, String(before));
  expect(await periodOfTasks()).toBe(before);
});

test("a copy reads its own 报告期", async () => {
  const form = idOf(FORM_SHEET);
  const copy = engine.copySheet(form, "副本", 1);
  setPeriod(copy, 2, "");
  expect((await said(copy)).statuses).not.toEqual(filled.statuses);
  expect(await said(form)).toEqual(filled);
  engine.removeSheet(copy);
  expect(await said(form)).toEqual(filled);
});

test("deleted and inserted again it works, and 任务分工 follows the new one", async () => {
  const form = idOf(FORM_SHEET);
  book().deleteSheet(form);
  await host.settled();
  await insertFilled();
  expect(await said(idOf(FORM_SHEET))).toEqual(filled);
  setPeriod(idOf(FORM_SHEET), 2, "2025年");
  expect(await periodOfTasks()).toBe("2025年");
});
