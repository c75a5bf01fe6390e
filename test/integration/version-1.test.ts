import "./no-reading-by-itself";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { archivePeriod, state } from "../../src/commands";
import { auditForm, insertTable } from "../../src/excel";
import { FORM, TASKS } from "../../src/sheets";
import { findBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { restore } from "../../src/workbench/engine/restore";
import { takeSnapshot } from "../../src/workbench/engine/snapshot";
import { Host } from "../../src/workbench/host/host";
import { readXlsx } from "../../src/xlsx/workbook";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

/* A workbook that the first version made and a bureau filled is taken over by this one. */

const engine = new PlainEngine();
const civil = findBureau("市民政局", plan);

/** Every text and number of the workbook that is no formula. */
const contents = (): Set<unknown> =>
  new Set(
    takeSnapshot(engine).sheets.flatMap(({ cells }) =>
      cells.flat().flatMap((cell) => (cell && !cell.formula && cell.value !== null ? [cell.value] : [])),
    ),
  );

beforeAll(async () => {
  await loadOffice(new Host(engine));
  const bytes = readFileSync(join(__dirname, "../cases/returned/version-1-own-workbook/file.xlsx"));
  const file = await readXlsx(bytes, "YIZHI");
  if (!file.ok) throw new Error(JSON.stringify(file.issue));
  restore(engine, takeSnapshot(engine), file.value.workbook);
});

test("its audit says that the form is of an older version, and accuses nobody of changing it", async () => {
  const { report } = await auditForm(plan);
  const altered = report.findings.filter(({ message }) => message.includes("表样"));
  expect(altered.map(({ level, message }) => [level, message])).toEqual([["提示", "表样是旧版本"]]);
});

test("归档本期 makes the ledgers in it, of what was filled in", async () => {
  await archivePeriod({ cleanOnly: true });
  expect(state.get().notice?.text).toMatch(/^已归档 2023年：初报 \d+ 项/);
  expect(engine.sheets().map(({ name }) => name)).toEqual(expect.arrayContaining(["历史数据", "任务历史"]));
  expect([...contents()]).toEqual(expect.arrayContaining(["2023年", "YL07", 48]));
});

test("brought up to date, it holds everything that was typed, and says so once", async () => {
  if (!civil.ok) throw new Error();
  const typed = ["2023年", 45, 48, 60.5, "新增床位在建", "推进中"];
  expect([...contents()]).toEqual(expect.arrayContaining(typed));
  const { created, repairs } = await insertTable(FORM, plan, civil.value);
  expect({ created, codes: repairs.map(({ code }) => code) }).toEqual({
    created: false,
    codes: ["template-updated"],
  });
  expect(await insertTable(TASKS, plan, civil.value)).toMatchObject({ created: false });
  expect([...contents()]).toEqual(expect.arrayContaining(typed));
  expect((await insertTable(FORM, plan, civil.value)).repairs).toEqual([]);
  expect((await insertTable(TASKS, plan, civil.value)).repairs).toEqual([]);
  const { report } = await auditForm(plan);
  expect(report.findings.filter(({ message }) => message.includes("表样"))).toEqual([]);
});
