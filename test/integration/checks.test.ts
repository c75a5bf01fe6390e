import "./no-reading-by-itself";
import { addChecks, adoptPlan, choice, state, workbook } from "../../src/commands";
import { readAgain } from "../../src/commands/live";
import { planInUse } from "../../src/plan/in-use";
import type { Host } from "../../src/workbench/host/host";
import county from "../plans/county-2023.json";
import { openAddIn } from "./office";
import { onPlanSheet, sheetNames } from "./plan-sheets";
import { press } from "./press";

let host: Host;
beforeAll(async () => {
  ({ host } = await openAddIn());
});

const FORM = "指标填报";
const type = (code: string, header: string, content: unknown): Promise<void> =>
  onPlanSheet(FORM, code, header, content);

/** What the form shows under a header, by code; rows kept below the table too. */
async function shown(header: string): Promise<Map<string, unknown>> {
  await host.settled();
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(FORM).getUsedRange().load("values");
    await context.sync();
    return range.values as unknown[][];
  });
  const column = values.find((row) => row.includes(header))!.indexOf(header);
  return new Map(values.map((row) => [String(row[0]), row[column]]));
}

const WORDS = "核实：示范性婴幼儿照护服务机构数不应多于登记备案的托育机构数（TY04 为 12，TY03 为 10）";

test("审核提示 of the form says in both rows that two indicators contradict each other", async () => {
  choice.set({ period: "2023年" });
  await press("insertForm");
  await type("TY04", "本期值", 12);
  expect((await shown("审核提示")).get("TY04")).toBe("");
  await type("TY03", "本期值", 10);
  const check = await shown("审核提示");
  expect([check.get("TY03"), check.get("TY04"), check.get("TY05")]).toEqual([WORDS, WORDS, ""]);
});

test("the audit says it once, with both cells, and it is settled by a reason", async () => {
  await press("auditForm");
  const found = (): unknown[] =>
    workbook.get().report!.findings.filter(({ message }) => message.includes("不应多于"));
  expect(found()).toEqual([
    expect.objectContaining({
      code: "TY04",
      message: expect.stringMatching(/（TY04（H\d+）为 12，TY03（H\d+）为 10）/),
    }),
  ]);
  await type("TY03", "情况说明", "三家机构正在办理备案");
  await press("auditForm");
  expect(found()).toEqual([expect.objectContaining({ explanation: "三家机构正在办理备案" })]);
});

test("补充指标 come with the form where they are chosen; the workbook's plan has them from then on", async () => {
  expect((await shown("本期值")).has("BC01")).toBe(false);
  choice.set({ supplement: true });
  await press("insertForm");
  await readAgain();
  expect(state.get().notice).toMatchObject({ kind: "success" });
  expect(planInUse().version).toBe("1+补充");
  expect((await shown("2025年(目标)")).get("BC01")).toBe(58000);
  await type("BC01", "本期值", 50000);
  await type("BC02", "本期值", 20000);
  await type("YL07", "本期值", 43);
  const [check, status] = [await shown("审核提示"), await shown("状态")];
  expect(check.get("YL07")).toMatch(/相差不超过 0.5 个百分点（BC02 为 20000，BC01 为 50000，YL07 为 43）/);
  expect([status.get("BC01"), status.get("BC02")]).toEqual([
    expect.not.stringMatching(/#|未填报/),
    expect.stringMatching(/不评价/),
  ]);
  await press("auditForm");
  expect(workbook.get().report!.findings.filter(({ message }) => message.startsWith("表样"))).toEqual([]);
});

test("left again, what was typed for them is kept below, and comes back with them", async () => {
  choice.set({ supplement: false });
  await press("insertForm");
  await readAgain();
  expect(planInUse().version).toBe("1");
  expect(workbook.get().report!.progress.total).toBe(29);
  choice.set({ supplement: true });
  await press("insertForm");
  await readAgain();
  expect(planInUse().version).toBe("1+补充");
  expect((await shown("本期值")).get("BC01")).toBe(50000);
});

test("加规划校核 gives the built-in plan its sheets, with its rules and 补充指标", async () => {
  await addChecks();
  expect(state.get().notice).toMatchObject({ kind: "success", text: expect.stringContaining("“规划校核”") });
  expect(await sheetNames()).toEqual(
    expect.arrayContaining(["规划指标", "规划任务", "规划单位", "规划校核"]),
  );
  // the sheet that was asked for is the one that is shown
  expect(host.engine.sheets().find(({ id }) => id === host.engine.activeSheet())!.name).toBe("规划校核");
  expect(workbook.get().plan.own).toBe(true);
  expect(planInUse()).toMatchObject({
    id: "suzhou-yilaoyixiao",
    checks: [{ left: "TY04" }, { right: "YL07±0.5" }],
  });
  expect(planInUse().sections).toHaveLength(3);
});

test("a rule that is written there holds for the form", async () => {
  await onPlanSheet("规划校核", "TY04", "右式", "TY03+5");
  await press("insertForm");
  expect(planInUse().checks![0]!.right).toBe("TY03+5");
  const check = await shown("审核提示");
  expect([check.get("TY03"), check.get("TY04")]).toEqual(["", ""]);
});

test("a fault is said with its cell, and the rules before stay in use", async () => {
  await onPlanSheet("规划校核", "TY04", "级别", "必须");
  await press("auditForm");
  await readAgain();
  expect(workbook.get().plan.issues).toEqual([
    {
      sheet: "规划校核",
      address: expect.stringMatching(/^D\d$/),
      words: "“必须”看不懂，请填强制、核实、提示",
    },
  ]);
  expect(planInUse().checks![0]!.right).toBe("TY03+5");
  await onPlanSheet("规划校核", "TY04", "级别", "核实");
  await readAgain();
});

test("another plan's sheets take the place of these; rules that it does not have are kept aside", async () => {
  const adoption = await adoptPlan(county);
  expect(adoption.sheets).toEqual(["规划指标", "规划任务", "规划单位"]);
  expect(adoption.kept).toContain("规划校核（原）");
  expect(planInUse().checks).toBeUndefined();
  await readAgain();
  expect(planInUse().id).toBe(county.id);
});

test("加规划校核 adds one sheet to a plan of the workbook's own: one reading, one writing request", async () => {
  await host.settled();
  host.requests.length = 0;
  await addChecks();
  expect(host.requests.length).toBeLessThanOrEqual(3);
  expect(state.get().notice).toMatchObject({
    kind: "success",
    text: expect.stringContaining("已加“规划校核”表"),
  });
  expect(planInUse()).toMatchObject({ id: county.id, checks: [] });
  await addChecks();
  expect(state.get().notice).toMatchObject({ kind: "info" });
});
