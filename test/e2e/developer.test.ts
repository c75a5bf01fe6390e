import { coverage } from "../../src/workbench/host/coverage";
import { type OpenWorkbench, openWorkbench, reloaded } from "./workbench";

let workbench: OpenWorkbench;
const sheets = (): Promise<string[]> =>
  workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const all = context.workbook.worksheets.load("items/name");
      await context.sync();
      return all.items.map(({ name }) => name);
    }),
  );

beforeAll(async () => (workbench = await openWorkbench()), 900_000);
afterAll(() => workbench?.close());

const act = (name: string): Promise<void> =>
  workbench.page.getByRole("button", { name, exact: true }).click();

test("the panel is folded until it is asked for, and states what of Office.js is answered", async () => {
  const { page } = workbench;
  const panel = page.getByRole("region", { name: "Office.js 覆盖" });
  expect(await panel.isVisible()).toBe(false);
  await page.getByText("开发者", { exact: true }).click();
  await panel.waitFor();
  for (const { type, answered } of coverage()) {
    const row = panel.getByRole("row").filter({ has: page.getByRole("cell", { name: type, exact: true }) });
    expect(await row.innerText()).toContain(answered.join(" "));
  }
});

test("an action that is made to fail leaves no sheet, and the pane says what to do", async () => {
  const { page, pane, press } = workbench;
  await page.getByLabel("第几次请求").fill("2");
  await page.getByLabel("第几个动作").fill("40");
  await page.getByRole("combobox", { name: /^错误/ }).selectOption("AccessDenied");
  await act("让这个动作失败");
  await page.getByText("生效中：再过 1 次后的请求的第 40 个动作失败（AccessDenied）").waitFor();
  await press("插入指标模板");
  await pane.getByText(/受保护，请先在“审阅”中撤销保护/).waitFor();
  expect(await sheets()).toEqual(["Sheet1"]);
  await page.getByText("没有故障").waitFor();
});

test("拒绝一切: nothing changes and the pane says to end the editing; without it the same command works", async () => {
  const { page, pane, press } = workbench;
  await act("拒绝一切（正在编辑）");
  await page.getByText("生效中：单元格正在编辑，拒绝一切请求").waitFor();
  await press("插入指标模板");
  await pane.getByRole("alert").getByText("有单元格正在编辑，请先按回车或 Esc 结束编辑，再点一次").waitFor();
  await act("清除全部故障");
  expect(await sheets()).toEqual(["Sheet1"]);
  await press("插入指标模板");
  await pane.getByRole("status").getByText("已插入“指标填报”").waitFor();
  expect(await sheets()).toEqual(["Sheet1", "指标填报"]);
});

test("an answer that comes late is waited for, with a bar that says what is done, and the command completes", async () => {
  const { page, pane } = workbench;
  await page.getByLabel("应答晚（毫秒）").fill("2000");
  await act("设定");
  await page.getByText("生效中：每次应答晚 2000 毫秒").waitFor();
  await act("插入任务分工表");
  await pane.getByRole("progressbar", { name: "正在插入任务分工表…" }).waitFor();
  await pane.getByRole("button", { name: "取消" }).waitFor();
  await pane.getByText("已插入“任务分工”").waitFor();
  await pane.getByRole("progressbar").waitFor({ state: "detached" });
  await act("清除全部故障");
  expect(await sheets()).toContain("任务分工");
});

test("保护工作簿结构: a sheet that would be added is refused, and the pane names the protection", async () => {
  const { page, pane, press } = workbench;
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("任务分工").delete();
      await context.sync();
    }),
  );
  await act("保护工作簿结构");
  await page.getByText("生效中：工作簿结构受保护").waitFor();
  await press("插入任务分工表");
  await pane.getByRole("alert").getByText("工作簿结构受保护，不能新增工作表").waitFor();
  await act("清除全部故障");
  expect(await sheets()).toEqual(["Sheet1", "指标填报"]);
  await press("插入任务分工表");
  await pane.getByText("已插入“任务分工”").waitFor();
});

test("a pane loaded under ExcelApi 1.9 has all it needs", async () => {
  const { page, pane, press } = workbench;
  await page.getByRole("combobox", { name: "ExcelApi" }).selectOption("1.9");
  await reloaded(workbench, () => act("换成这个版本并重载窗格"));
  await page.getByText("生效中：只有 ExcelApi 1.9").waitFor();
  await press("插入指标模板");
  await pane.getByRole("status").getByText("“指标填报”完好，填报内容没有改动").waitFor();
  await press("标记滞后");
  await pane.getByText("报告期为空").first().waitFor();
});

test("under ExcelApi 1.8 it audits on demand, says what it cannot do, and leaves the sheets alone", async () => {
  const { page, pane, press } = workbench;
  await page.getByRole("combobox", { name: "ExcelApi" }).selectOption("1.8");
  await reloaded(workbench, () => act("换成这个版本并重载窗格"));
  await press("插入任务分工表");
  const told = pane.getByRole("alert");
  await told.getByText("此版本的 Excel 缺少所需功能，请").waitFor();
  await told.getByText("详情").click();
  await told.getByText(/ApiNotFound.*\(\w+\.\w+\)/).waitFor();
  await press("审核数据");
  await pane.getByText("此版本 Excel 不能随填随审，改动数据后请点“审核数据”。").waitFor();
  await pane.getByText(/^审核发现 1 项/).waitFor();
  expect(await sheets()).toEqual(["Sheet1", "指标填报", "任务分工"]);
  await reloaded(workbench, () => act("清除全部故障"));
  await press("插入任务分工表");
  await pane.getByRole("status").getByText("“任务分工”完好").waitFor();
});

test("every member that the page's add-in asked for is among those answered", async () => {
  const asked = await workbench.page.evaluate(() =>
    window.workbench.requests.flatMap(({ members }) => members),
  );
  const answered = coverage().flatMap(({ type, answered: names }) => names.map((name) => `${type}.${name}`));
  const unknown = [...new Set(asked)].filter(
    (member) => !member.includes("._") && !answered.includes(member),
  );
  expect(unknown).toEqual([]);
});
