import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { auditForm, insertTable } from "../../src/excel";
import { findBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM, TASKS } from "../../src/sheets";
import { CALCULATION_SHEET, repairMessage } from "../../src/tables";
import { restore } from "../../src/workbench/engine/restore";
import { takeSnapshot } from "../../src/workbench/engine/snapshot";
import type { Host } from "../../src/workbench/host/host";
import { readXlsx } from "../../src/xlsx/workbook";
import { openAddIn } from "../integration/office";

/*
 * Workbooks that an earlier version of the add-in made and people filled, and what becomes of each: adding a folder with
 * a file.xlsx adds a test. Where there is no expected.json, the first run writes it and fails, so that somebody reads it.
 */

const FOLDER = join(__dirname, "taken-over");
let host: Host;

beforeAll(async () => void ({ host } = await openAddIn()));

/** Everything that somebody may have typed: every text and number of the workbook that is no formula, and every formula that is none of ours. */
const typed = (): unknown[] =>
  takeSnapshot(host.engine)
    .sheets.filter(({ name }) => name !== CALCULATION_SHEET)
    .flatMap(({ cells }) =>
      cells.flat().flatMap((cell) => {
        if (!cell) return [];
        if (cell.formula) return /YIZHI|计算过程/.test(cell.formula) ? [] : [cell.formula];
        return cell.value === null || cell.value === "" ? [] : [cell.value];
      }),
    );

async function open(name: string): Promise<void> {
  const file = await readXlsx(readFileSync(join(FOLDER, name, "file.xlsx")), "YIZHI");
  if (!file.ok) throw new Error(JSON.stringify(file.issue));
  restore(host.engine, takeSnapshot(host.engine), file.value.workbook);
  await host.settled();
}

const findings = async () =>
  (await auditForm(plan)).report.findings.map(
    ({ level, sheet, address, message }) => `${level} ${sheet} ${address} ${message}`,
  );

test.each(readdirSync(FOLDER))("%s", async (name) => {
  await open(name);
  const before = typed();
  const { report } = await auditForm(plan);
  const found = await findings();
  const bureau = findBureau(report.bureau, plan);
  const of = bureau.ok ? bureau.value : undefined;
  const repairs: string[] = [];
  for (const kind of [FORM, TASKS]) {
    const update = await insertTable(kind, plan, of, report.period);
    expect(update.created).toBe(false);
    repairs.push(...update.repairs.map((repair) => `${kind.name}: ${repairMessage(repair)}`));
  }
  await host.settled();
  const after = new Set(typed());
  const gone = before.filter((content) => !after.has(content));
  for (const kind of [FORM, TASKS])
    expect((await insertTable(kind, plan, of, report.period)).repairs).toEqual([]);
  const outcome = {
    bureau: report.bureau,
    period: report.period,
    findings: found,
    repairs,
    gone,
    findingsAfterwards: await findings(),
  };
  const golden = join(FOLDER, name, "expected.json");
  if (!existsSync(golden)) {
    writeFileSync(golden, `${JSON.stringify(outcome, null, 2)}\n`);
    throw new Error(`${golden} was not there: read what was written`);
  }
  expect(outcome).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});
