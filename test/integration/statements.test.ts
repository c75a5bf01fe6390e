import { auditForm, insertTable } from "../../src/excel";
import { markLagging } from "../../src/excel/mark";
import { convertForm } from "../../src/excel/convert";
import { readMergeTarget, writeMerge } from "../../src/excel/merge";
import { decided, distribute, mergeReport, readIncoming } from "../../src/exchange";
import { PLAIN_FORM } from "../../src/plain";
import { parsePeriod } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { usePlan } from "../../src/plan/in-use";
import { openPlan } from "../../src/plan/open";
import { FORM, FORM_SHEET, RECORDS } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import { findForm } from "../../src/workbench/page/trial-form";
import { loadXlsx } from "../../src/xlsx/libraries";
import { openAddIn } from "./office";

/* 人工判断 on its way: handed out, stated by a bureau, merged, judged. */

const indicator = (code: string, name: string) => ({
  ...{ code, label: name, unit: "", baseline: "", target: "持续改善", type: "words" },
  ...{ responsible: "县民政局", milestones: [] },
});
const plan = openPlan({
  ...{ id: "shou", version: "1", name: "寿县规划", place: "寿县", baselineYear: 2025, targetYear: 2030 },
  ...{ indicatorTable: { title: "寿县规划指标填报表", source: "寿县规划" } },
  ...{ taskTable: { title: "寿县规划任务", source: "寿县规划" }, tasks: [] },
  sections: [
    {
      title: "养老",
      field: "养老",
      indicators: ["环境", "服务", "设施", "队伍", "制度"].map((name, i) =>
        indicator(`A0${i + 1}`, `养老${name}`),
      ),
    },
  ],
  bureaus: [{ name: "县民政局" }],
});
const STATED = { A01: "推进中", A02: "未达标", A03: "已达标", A04: "正在推进" };
const PERIOD = "2027年";
const COLUMNS = { actual: 8, reason: 14 };

let host: Host;
beforeAll(async () => {
  ({ host } = await openAddIn());
  usePlan(plan);
  await insertTable(FORM, plan, undefined, PERIOD);
});
afterAll(() => usePlan(builtInPlan));

const rows = () => findForm(host.engine)!.data.rows;
const statuses = () =>
  Object.fromEntries(rows().map((row) => [row.indicator.code, row.calculated.status.value]));

test("what a bureau states in its distributed file is merged, judged, audited, and lags where it is 未达标", async () => {
  const [file, ...others] = (await distribute(plan, { period: PERIOD, now: new Date(), carriesPlan: true }))!;
  expect(others).toEqual([]);
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load(file!.bytes);
  workbook.getWorksheet(FORM_SHEET)!.eachRow((row) => {
    const stated = (STATED as Record<string, string>)[row.getCell(1).text];
    if (stated !== undefined) row.getCell(COLUMNS.actual).value = stated;
  });
  const period = parsePeriod(PERIOD, plan);
  if (!period.ok) throw new Error(PERIOD);
  const read = await readIncoming(file!.name, await workbook.xlsx.writeBuffer(), {
    ...{ plan, period: period.value, periodText: PERIOD },
  });
  expect(read).toMatchObject({ problem: null, refused: false, issues: [], bureau: "县民政局" });
  const report = mergeReport(plan, await readMergeTarget(plan, RECORDS), [read], PERIOD);
  expect(report.items.map(({ state }) => state)).toEqual(["new", "new", "new", "new"]);
  const { writes, records } = decided(report, {}, "2028-01-05 16:00", PERIOD);
  await writeMerge(plan, writes, records, RECORDS);
  await host.settled();
  expect(statuses()).toEqual({
    ...{ A01: "→ 推进中", A02: "× 未达标", A03: "● 已达标", A04: "→ 推进中", A05: "○ 未填报" },
  });
});

test("audit asks for the reason of each; the lagging list has the one that is 未达标", async () => {
  const { form } = await auditForm(plan);
  const findings = JSON.stringify(form!.findings.map(({ code }) => code));
  for (const code of ["A01", "A02", "A03"]) expect(findings).toContain(code);
  const marking = await markLagging(plan);
  expect(marking).toMatchObject({ indicators: 1, bureaus: 1, wrong: [] });
});

test("plain formulas say the same of each", async () => {
  const before = statuses();
  await convertForm(plan, "formulas", PLAIN_FORM);
  await host.settled();
  expect(statuses()).toEqual(before);
});
