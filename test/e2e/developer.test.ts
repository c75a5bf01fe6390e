import { coverage } from "../../src/workbench/host/coverage";
import { type OpenWorkbench, openWorkbench } from "./workbench";

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
  await page.getByLabel("错误").selectOption("AccessDenied");
  await act("让这个动作失败");
  await page.getByText("生效中：再过 1 次后的请求的第 40 个动作失败（AccessDenied）").waitFor();
  await press("插入指标模板");
  await pane.getByText(/受保护，请先在“审阅”中撤销保护/).waitFor();
  expect(await sheets()).toEqual(["Sheet1"]);
  await page.getByText("没有故障").waitFor();
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
