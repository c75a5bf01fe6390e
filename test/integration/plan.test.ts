import "./no-reading-by-itself";
import { adoptPlan, restoreBuiltIn, state, workbook } from "../../src/commands";
import { readAgain } from "../../src/commands/live";
import { readHoldings, readSelection } from "../../src/excel";
import { builtInPlan } from "../../src/plan/built-in";
import { planInUse } from "../../src/plan/in-use";
import type { Host } from "../../src/workbench/host/host";
import county from "../plans/county-2023.json";
import nation from "../plans/nation-2030.json";
import { openAddIn } from "./office";
import { onPlanSheet, put, sheetNames, shown } from "./plan-sheets";
import { press } from "./press";

let host: Host;
beforeAll(async () => {
  ({ host } = await openAddIn());
});

const FIGURES = "数";
const figure = async (address: string, formula: string): Promise<void> => {
  await put(FIGURES, address, formula);
  await host.settled();
};
const requests = async (work: () => Promise<unknown>): Promise<number> => {
  await host.settled();
  host.requests.length = 0;
  await work();
  return host.requests.length;
};
const PLAN_SHEETS = ["规划指标", "规划任务", "规划单位"];

beforeAll(async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add(FIGURES);
    await context.sync();
  });
  await put(FIGURES, "A1", '=YIZHI.TARGET("YL07")');
  await host.settled();
});

test("a workbook without a plan of its own has the built-in one, and is read as before", async () => {
  expect(await shown(FIGURES, "A1")).toBe(55);
  await press("insertForm");
  await readHoldings(planInUse());
  expect(await requests(() => readHoldings(planInUse()))).toBe(1);
  await onPlanSheet("指标填报", "YL07", "本期值", 48);
});

test("a plan that is adopted is written in one reading and one writing request, calculated with at once, and said what changed", async () => {
  let changes: string[] = [];
  const count = await requests(async () => {
    const adoption = await adoptPlan(county);
    expect(adoption).toMatchObject({ sheets: PLAN_SHEETS, kept: [] });
    ({ changes } = adoption);
  });
  // and the calculation
  expect(count).toBe(3);
  expect(changes).toEqual(
    expect.arrayContaining([
      "规划名称由“宿州市“一老一小”整体解决方案”改为“寿县暖民心行动年度目标任务”",
      "目标年由“2025”改为“2023”",
      expect.stringMatching(/^增加指标：指标1 达到“三公里”充分就业标准的社区、.*、指标11 /),
      expect.stringMatching(/^减少指标：YL01 /),
    ]),
  );
  expect(planInUse()).toMatchObject({ id: county.id, name: county.name });
  expect(workbook.get().plan).toEqual({ own: true, issues: [] });
  await host.settled();
  expect(await shown(FIGURES, "A1")).toBe("#N/A");
  await figure("A2", '=YIZHI.GAP("指标1",4)');
  expect(await shown(FIGURES, "A2")).toBe(5);
});

test("its sheets are protected without a password, printed text stays text", async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("规划指标");
    sheet.protection.load("protected,options");
    const target = sheet.getRange("G6").load("values,numberFormat,format/protection/locked");
    const spare = sheet.getRange("A40").load("values,format/protection/locked");
    await context.sync();
    return { sheet, target, spare };
  });
  expect(read.sheet.protection.protected).toBe(true);
  expect(read.target.values).toEqual([["9"]]);
  expect(read.target.numberFormat).toEqual([["@"]]);
  expect([read.target.format.protection.locked, read.spare.format.protection.locked]).toEqual([false, false]);
});

test("a form of the plan before is brought up to date; what was typed for indicators that are gone is kept below", async () => {
  await press("insertForm");
  const notice = state.get().notice!;
  expect(notice).toMatchObject({ kind: "success" });
  const used = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("指标填报").getUsedRange().load("values");
    await context.sync();
    return range.values;
  });
  const column = used.find((row) => row.includes("本期值"))!.indexOf("本期值");
  const own = used.findIndex(([code]) => code === "指标1");
  const kept = used.findIndex(([code]) => code === "YL07");
  expect(own).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(own);
  expect(used[kept]![column]).toBe(48);
});

test("the next command works on what was typed on the plan's sheets meanwhile, and all is calculated anew", async () => {
  await onPlanSheet("规划指标", "指标1", "2023年(目标)", "≥20");
  await press("auditForm");
  expect(planInUse().index.indicators.get("指标1")?.[0]?.target.text).toBe("≥20");
  await host.settled();
  expect(await shown(FIGURES, "A2")).toBe(16);
});

test("a fault leaves the plan before in use, and is said with its cell until it is mended", async () => {
  await onPlanSheet("规划指标", "指标1", "方向", "不知道");
  await readAgain();
  expect(state.get().notice).toMatchObject({
    kind: "error",
    text: "工作簿中的规划有误，改好之前仍按上一次的规划计算。“规划指标”J6：“不知道”看不懂，请填“越高越好”或“越低越好”。",
  });
  expect(workbook.get().plan.issues).toHaveLength(1);
  expect(await shown(FIGURES, "A2")).toBe(16);
  await onPlanSheet("规划指标", "指标1", "方向", "越低越好");
  await readAgain();
  expect(state.get().notice).toBeNull();
  await host.settled();
  expect(await shown(FIGURES, "A2")).toBe(-16);
});

test("adopting another plan keeps a sheet on which something stands that the new one does not have", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("规划单位");
    const used = sheet.getUsedRange().load("values");
    await context.sync();
    const row = used.values.findIndex(([name]) => name === county.bureaus[0]!.name);
    used.getCell(row, 2).values = [["王五"]];
    await context.sync();
  });
  await readAgain();
  const { kept, sheets } = await adoptPlan(nation);
  expect(sheets).toEqual(PLAN_SHEETS);
  expect(kept).toEqual(
    ["规划指标（原）", "规划任务（原）", "规划单位（原）"].filter((name) => kept.includes(name)),
  );
  expect(kept).toContain("规划单位（原）");
  expect(planInUse().id).toBe(nation.id);
});

test("the built-in plan comes back: the sheets stay under other names, and are the plan again when renamed", async () => {
  const { kept, changes } = await restoreBuiltIn();
  expect(kept).toEqual(["规划指标（停用）", "规划任务（停用）", "规划单位（停用）"]);
  expect(changes.length).toBeGreaterThan(0);
  expect(planInUse()).toBe(builtInPlan);
  expect(workbook.get().plan).toEqual({ own: false, issues: [] });
  await host.settled();
  expect(await shown(FIGURES, "A1")).toBe(55);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("规划指标（停用）").name = "规划指标";
    await context.sync();
  });
  await readAgain();
  expect(planInUse().id).toBe(nation.id);
  await restoreBuiltIn();
});

test("a foreign sheet of the name is never touched", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("规划指标");
    sheet.getRange("A1:C2").values = [
      ["序号", "指标名称", "2030年"],
      [1, "我的指标", 5],
    ];
    await context.sync();
  });
  await readAgain();
  expect(planInUse()).toBe(builtInPlan);
  const { sheets } = await adoptPlan(county);
  expect(sheets).toEqual(["规划指标（一指）", "规划任务", "规划单位"]);
  expect(await shown("规划指标", "B2")).toBe("我的指标");
  expect(planInUse().id).toBe(county.id);
  await restoreBuiltIn();
  expect(await sheetNames()).toContain("规划指标");
});

const aside = async (): Promise<string[]> => (await sheetNames()).filter((name) => /（(原|停用)/.test(name));

/** Neither a plan of its own nor sheets of one. */
async function begin(): Promise<void> {
  await restoreBuiltIn(undefined, true);
  for (const name of await aside())
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
}
test("plans before leave one set of sheets; taking back leaves none that holds a plan only", async () => {
  await begin();
  await adoptPlan(county);
  await adoptPlan(nation);
  expect(await aside()).toHaveLength(3);
  await adoptPlan({ ...nation, version: "2", name: "另一规划" });
  expect(await aside()).toHaveLength(3);
  // back to the one before
  await adoptPlan(nation, undefined, true);
  expect(await aside()).toEqual([]);
  await restoreBuiltIn(undefined, true);
  expect(await aside()).toEqual([]);
  expect(planInUse()).toBe(builtInPlan);
});

const other = { ...nation, version: "2", name: "另一规划" };

test("what was typed on a sheet kept of a plan before is there after further plans; what is gone is named", async () => {
  await begin();
  await adoptPlan(county);
  await adoptPlan(nation);
  // a text that stands elsewhere, a formula, a note beyond all that is read
  await onPlanSheet("规划指标（原）", "指标1", "2023年(目标)", county.bureaus[0]!.name);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("规划任务（原）");
    sheet.protection.unprotect();
    sheet.getRange("BB3").values = [["备忘"]];
    await context.sync();
  });
  await onPlanSheet("规划单位（原）", county.bureaus[0]!.name, "电话", "=1+1");
  const { gone, kept } = await adoptPlan(other);
  expect(gone).toEqual([]);
  expect(kept).toEqual(["规划指标（原2）", "规划任务（原2）", "规划单位（原2）"]);
  expect((await adoptPlan(nation)).gone).toEqual(kept);
  expect(await aside()).toEqual(
    expect.arrayContaining(["规划指标（原）", "规划任务（原）", "规划单位（原）"]),
  );
});

test("what was typed on the plan's own sheet is kept, though it stands elsewhere in the new plan", async () => {
  await begin();
  const [first, second] = county.bureaus.map(({ name }) => name);
  await adoptPlan(county);
  await onPlanSheet("规划单位", first!, "电话", second);
  expect((await adoptPlan(county)).kept).toEqual(["规划单位（原）"]);
  expect((await shown("规划单位（原）", "D4")) === second).toBe(true);
  await begin();
});

test("a plan whose sheet someone deletes is said to be gone, until it is there again", async () => {
  const { sheets } = await adoptPlan(county);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheets[0]!).delete();
    await context.sync();
  });
  await readAgain();
  expect(planInUse()).toBe(builtInPlan);
  expect(state.get().notice).toMatchObject({
    kind: "error",
    text: expect.stringMatching(/^“规划指标”表已不在工作簿中，.*内置规划.*请撤销删除.*导入/) as string,
  });
  await adoptPlan(county);
  await readAgain();
  expect(state.get().notice).toBeNull();
  await restoreBuiltIn();
  await readAgain();
  expect(state.get().notice).toBeNull();
});

test("a selection is read as it is shown", async () => {
  await put(FIGURES, "D1", "'〔18〕");
  await put(FIGURES, "E1", 0.5);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(FIGURES).getRange("D1:F3");
    range.getCell(0, 1).numberFormat = [["0%"]];
    range.select();
    await context.sync();
  });
  expect(await readSelection()).toEqual({ address: `${FIGURES}!D1:E1`, cells: [["〔18〕", "50%"]] });
});
