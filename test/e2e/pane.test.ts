import { FORM_SHEET } from "../../src/sheets";
import { cellOf, fillWithEverything } from "./figures";
import { type OpenWorkbench, openWorkbench, reloadPane } from "./workbench";

let workbench: OpenWorkbench;

/** The panel of the open tab, whose words change as the workbook changes. */
const panel = () => workbench.pane.getByRole("tabpanel");
const says = (text: string | RegExp) => panel().getByText(text).first().waitFor();
const value = async (address: string): Promise<unknown> =>
  (await workbench.values(FORM_SHEET, address))[0]![0];
const selected = (): Promise<string> =>
  workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    }),
  );
const card = (code: string) => panel().getByRole("listitem").filter({ hasText: code }).first();
const PATIENCE = 60_000;
/** Waits until a reading is as expected. */
async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + PATIENCE;
  while ((await read()) !== expected && Date.now() < end) await workbench.page.waitForTimeout(100);
  expect(await read()).toBe(expected);
}

beforeAll(async () => {
  workbench = await openWorkbench();
  await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterAll(() => workbench?.close());

test("本单位 is found under an alias by typing, and its form is inserted by keyboard", async () => {
  const { pane, page } = workbench;
  await workbench.press("打开窗格");
  await pane.getByRole("combobox", { name: "本单位" }).fill("教育体育");
  await page.keyboard.press("Enter");
  await pane.waitForFunction(() => localStorage.getItem("yizhi.bureau") === "市教体局");
  await pane.getByRole("button", { name: "插入指标模板" }).press("Enter");
  await says("已填 0/3 · 强制 1 · 核实 0 · 滞后 0");
  await pane.getByRole("combobox", { name: "本单位" }).fill("全市");
  await page.keyboard.press("Enter");
  await says(/“指标填报”表的填报单位是“市教体局”。点“更新指标模板”改为“全市”/);
  await pane.getByRole("button", { name: "更新指标模板" }).click();
  await says("已填 0/29 · 强制 1 · 核实 0 · 滞后 0");
});

test("报告期 is asked for: empty until it is chosen, in the pane as in the sheet", async () => {
  const period = workbench.pane.getByRole("combobox", { name: "报告期" });
  expect([await period.inputValue(), await period.getAttribute("placeholder")]).toEqual(["", "请选择"]);
  expect(await value("F3")).toBe("");
});

test("a bureau that has only tasks is told so, and nothing is inserted", async () => {
  const { pane, page } = workbench;
  const field = pane.getByRole("combobox", { name: "本单位" });
  await field.fill("市公安局");
  await page.keyboard.press("Enter");
  await says("“市公安局”没有指标，只有任务。");
  await workbench.press("插入指标模板");
  await pane
    .getByRole("alert")
    .getByText(/“市公安局”没有指标，只有任务.*请点“插入任务分工表”/)
    .waitFor();
  await says("已填 0/29 · 强制 1 · 核实 0 · 滞后 0");
  // it is true no longer once another is chosen
  await field.fill("全市");
  await page.keyboard.press("Enter");
  await pane.getByRole("alert").getByText("市公安局").waitFor({ state: "detached" });
});

test("the sheet's 填报单位 wins over the one remembered on this machine", async () => {
  await workbench.pane.evaluate(() => localStorage.setItem("yizhi.bureau", "市民政局"));
  await reloadPane(workbench);
  const field = workbench.pane.getByRole("combobox", { name: "本单位" });
  await eventually(() => field.inputValue(), "全市");
  await workbench.press("插入指标模板");
  await says("已填 0/29 · 强制 1 · 核实 0 · 滞后 0");
});

test("an unreadable 报告期 is refused under its field, a readable one stands in its cell", async () => {
  const { pane, page } = workbench;
  const period = pane.getByRole("combobox", { name: "报告期" });
  await period.fill("去年");
  await page.keyboard.press("Tab");
  await says(/报告期“去年”无法识别/);
  expect(await period.inputValue()).toBe("去年");
  await period.fill("2023年上半年");
  await page.keyboard.press("Enter");
  await says("已填 0/29 · 强制 0 · 核实 0 · 滞后 0");
});

test("a date typed as 报告期 is shown as its month, and the functions take it", async () => {
  const { pane, settled } = workbench;
  await workbench.paste(FORM_SHEET, { F3: 45107, [cellOf("H", "YL07")]: 48 }); // 2023-06-30
  await eventually(() => pane.getByRole("combobox", { name: "报告期" }).inputValue(), "2023年6月");
  await settled();
  expect(await value(cellOf("I", "YL07"))).toBeCloseTo(42 + 13 * 0.5, 9);
  await workbench.paste(FORM_SHEET, { F3: 43831 }); // 2020-01-01
  await workbench.open("审核");
  await says(/报告期“2020年1月”不晚于基期2020年/);
  await workbench.paste(FORM_SHEET, { F3: "2023年", [cellOf("H", "YL07")]: "" });
  await workbench.open("填报");
});

test("the button of a sheet that is there says 更新", async () => {
  const { pane } = workbench;
  await pane.getByRole("button", { name: "插入任务分工表" }).click();
  await pane.getByRole("button", { name: "更新任务分工表" }).click();
  await pane.getByText("“任务分工”完好，填报内容没有改动").waitFor();
});

test("what is pasted is audited without being asked, in as few readings as bursts", async () => {
  await fillWithEverything(workbench);
  await workbench.open("填报");
  await says("已填 25/29 · 任务 0/31 · 强制 3 · 核实 1 · 滞后指标 16 项、任务 0 项");
  const before = await workbench.page.evaluate(() => window.workbench.requests.length);
  await workbench.paste(FORM_SHEET, { [cellOf("H", "YL02")]: "九一", [cellOf("H", "YL05")]: 100 });
  await says("已填 25/29 · 任务 0/31 · 强制 2 · 核实 1 · 滞后指标 16 项、任务 0 项");
  const requests = await workbench.page.evaluate((n) => window.workbench.requests.slice(n), before);
  // the pasting, its end, one reading
  expect(requests).toHaveLength(3);
});

test("修正 puts the reading into the cell and 撤销修正 the text back", async () => {
  await workbench.open("审核");
  await card("YL01").getByRole("button", { name: "修正为 95" }).click();
  await panel().getByRole("button", { name: "撤销修正" }).waitFor();
  expect(await value(cellOf("H", "YL01"))).toBe(95);
  await panel().getByRole("button", { name: "撤销修正" }).click();
  await card("YL01").getByRole("button", { name: "修正为 95" }).waitFor();
  expect(await value(cellOf("H", "YL01"))).toBe("９５％");
});

test("a finding selects its cell from the keyboard", async () => {
  await card("YL02").getByRole("button", { name: /YL02/ }).press("Enter");
  await eventually(selected, `${FORM_SHEET}!${cellOf("H", "YL02")}`);
});

test("可以上报 comes when the last 强制 is mended and every 核实 has its 情况说明, taken right there", async () => {
  await says("还不能上报");
  await workbench.paste(FORM_SHEET, { [cellOf("H", "YL01")]: 96, [cellOf("H", "YL02")]: 95 });
  await says("1 项核实问题没有说明");
  await card("YL07").getByRole("textbox", { name: "情况说明" }).fill("床位改造停用");
  await workbench.page.keyboard.press("Enter");
  await says("可以上报");
  await says(/^指标未填 4 项：/);
  await says("任务未填 31 项");
  await says("“指标填报”表末未填 5 项：单位负责人、统计负责人、填表人、联系电话、报出日期");
  await says("核实 1 都已说明");
  await card("YL07").getByText("已说明").waitFor();
  expect(await value(cellOf("O", "YL07"))).toBe("床位改造停用");
});

test("the lagging list counts what the sheet's 状态 column counts, joint indicators once", async () => {
  await workbench.press("标记滞后");
  const states = (await workbench.values(FORM_SHEET, "L6:L40")).flat().map(String);
  const lagging = states.filter((status) => status.endsWith("滞后")).length;
  await says(new RegExp(`^滞后指标 ${lagging} 项`));
  const severe = states.filter((status) => status.endsWith("严重滞后")).length;
  await panel().getByText("筛选").click();
  await panel().getByRole("combobox", { name: "状态" }).click();
  await panel().getByRole("option", { name: "严重滞后" }).click();
  const codes = async (): Promise<number> => {
    const titles = await panel().locator("li b").allTextContents();
    return new Set(titles.map((title) => title.split(" ")[0]).filter((code) => /^[A-Z]{2}\d\d$/.test(code!)))
      .size;
  };
  await eventually(codes, severe);
});

test("what is told stays in sight, goes when it is true no longer, and can be closed", async () => {
  const { pane } = workbench;
  const told = pane.getByRole("status").getByText(/^审核发现 \d+ 项/);
  await workbench.press("审核数据");
  await panel().evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const box = (await told.boundingBox())!;
  const frame = (await workbench.page.locator("#pane").boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(frame.y);
  expect(box.y + box.height).toBeLessThan(frame.y + frame.height);
  const before = await value(cellOf("H", "YL02"));
  await workbench.paste(FORM_SHEET, { [cellOf("H", "YL02")]: "九二" });
  await told.waitFor({ state: "detached" });
  await workbench.paste(FORM_SHEET, { [cellOf("H", "YL02")]: before as number });
  await workbench.press("标记滞后");
  const marked = pane.getByRole("status").getByText("已在表中标出");
  await marked.waitFor();
  await pane.getByRole("button", { name: "关闭" }).click();
  await marked.waitFor({ state: "detached" });
});

test("a tab whose script is not there says so, and comes when it is", async () => {
  const { page } = workbench;
  await page.route(/\/audit\.\w+\.js/, (route) => route.abort());
  await reloadPane(workbench);
  await workbench.open("审核");
  await says(/没有读到加载项的 audit/);
  await page.unroute(/\/audit\.\w+\.js/);
  await panel().getByRole("button", { name: "重试" }).click();
  await panel().getByRole("button", { name: "审核数据" }).waitFor();
  await workbench.open("滞后");
});

test("关于 names the version and opens the licences", async () => {
  await workbench.open("填报");
  await panel().getByText("关于", { exact: true }).click();
  await says(/^一指填报 YIZHI，版本 \d+\.\d+\.\d+（[0-9a-f]{8}）$/);
  const link = panel().getByRole("link", { name: "第三方软件的许可" });
  const answer = await workbench.page.request.get(
    new URL((await link.getAttribute("href"))!, workbench.url).href,
  );
  expect(await answer.text()).toContain("Microsoft is not responsible");
  await workbench.open("滞后");
});

test("督办 of a bureau is copied as text", async () => {
  const { pane } = workbench;
  await panel().getByRole("button", { name: "复制督办文字" }).first().click();
  await says("已复制");
  const text = await pane.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^【督办】市民政局：\n2023年/);
  expect(text).toContain("YL07 护理型养老床位占比：严重滞后。目标 55%，");
});

test("a function's example goes into the selected cell, if that is empty, and calculates", async () => {
  const { pane } = workbench;
  await workbench.open("函数");
  await panel().getByText("YIZHI.GAP", { exact: true }).click();
  const insert = panel().getByRole("button", { name: "插入所选单元格" }).first();
  await insert.click();
  await pane.getByRole("alert").getByText("已有内容").waitFor();
  const sheet = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const added = context.workbook.worksheets.add().load("name");
      added.activate();
      added.getRange("B2").select();
      await context.sync();
      return added.name;
    }),
  );
  await insert.click();
  await pane.getByRole("status").getByText("B2").first().waitFor();
  await eventually(async () => (await workbench.values(sheet, "B2"))[0]![0], 55 - 48);
});

test("a pane that is opened anew shows the same workbook, tab and 本单位", async () => {
  await reloadPane(workbench);
  await panel().getByText("YIZHI.GAP", { exact: true }).waitFor();
  await workbench.open("滞后");
  await says(/^滞后指标 \d+ 项/);
  await workbench.open("填报");
  await says(/^已填 25\/29 · 任务 0\/31 · 强制 0 · 核实 1（已说明 1）/);
  await eventually(() => workbench.pane.getByRole("combobox", { name: "报告期" }).inputValue(), "2023年");
  await eventually(() => workbench.pane.getByRole("combobox", { name: "本单位" }).inputValue(), "全市");
});

test("a second pane shows the same workbook; 本单位 chosen there is for it, the sheet's stays here", async () => {
  const { pane, page } = workbench;
  const progress = (frame: typeof pane) => frame.getByText(/^已填 \d+\/29/).first();
  const before = await progress(pane).innerText();
  const opened = page.waitForEvent("frameattached");
  // the workbench's host serves the window that loaded last; what both remember is shared by the browser
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { src: "workbench-pane.html" });
    frame.style.cssText = "position: fixed; inset: 0 auto 0 0; width: 340px; height: 100%";
    document.body.append(frame);
  });
  const second = await opened;
  await second.getByRole("tab").first().waitFor();
  await eventually(() => progress(second).innerText(), before);
  await second.getByRole("combobox", { name: "本单位" }).fill("市民政局");
  await page.keyboard.press("Enter");
  await second.getByText(/点“更新指标模板”改为“市民政局”/).waitFor();
  expect(await pane.getByRole("combobox", { name: "本单位" }).inputValue()).toBe("全市");
});
