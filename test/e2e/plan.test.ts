import { violations } from "./axe";
import { type OpenWorkbench, openWorkbench } from "./workbench";

const ROWS = [
  ["领域", "指标", "2025年", "2030年", "责任部门"],
  ["养老", "每千名老年人养老床位（张）", "36", "45", "县民政局"],
  ["养老", "护理型床位占比（%）", "55", "≥60", "县民政局"],
  ["托育", "每千人口托位数（个）", "4.2", "5左右", "县卫健委"],
];
const text = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join("\t")).join("\n");
const html = `<table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench();
  await workbench.page.evaluate(() => {
    document.querySelector<HTMLElement>("#pane")!.style.width = "320px";
  });
  await workbench.open("规划");
}, 900_000);
afterAll(() => workbench?.close());

const panel = () => workbench.pane.getByRole("tabpanel", { name: "规划" });
const button = (name: string) => panel().getByRole("button", { name, exact: true });
const box = (name = "规划表") => panel().getByRole("textbox", { name, exact: true });
const told = (words: RegExp) => workbench.pane.locator(".notices").getByText(words).first().waitFor();
const asked = () => panel().getByRole("list", { name: "待确认" }).getByRole("group");
const table = () => panel().getByRole("table", { name: "规划草稿" });

/** Pastes as a browser does: with what the clipboard holds, text, HTML or a picture. */
const paste = (data: Record<string, string>, picture = false): Promise<void> =>
  box().evaluate(
    (element, [texts, isPicture]) => {
      const clipboardData = new DataTransfer();
      for (const [type, content] of Object.entries(texts)) clipboardData.setData(type, content);
      if (isPicture) clipboardData.items.add(new File(["x"], "x.png", { type: "image/png" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [data, picture] as const,
  );

test("a picture is refused with what would help, and so is an empty box", async () => {
  await paste({}, true);
  await panel()
    .getByText(/图片不能读取/)
    .waitFor();
  await button("读取").click();
  await panel()
    .getByText(/图片不能读取/)
    .waitFor();
});

test("a pasted table becomes a draft; what is doubtful is marked, asked, and in the way of 采用", async () => {
  await paste({ "text/plain": text(ROWS), "text/html": html });
  expect(await box().inputValue()).toBe(text(ROWS));
  await button("读取").click();
  await table()
    .getByRole("rowheader", { name: /护理型床位占比/ })
    .waitFor();
  await asked().filter({ hasText: "5左右" }).waitFor();
  expect(await button("采用").getAttribute("aria-disabled")).toBe("true");
  await panel()
    .getByText(/还有 \d 项待确认，然后才能采用/)
    .waitFor();
  const mark = table().getByRole("button", { name: /^待确认 \d：/ });
  expect(await table().locator("[data-doubt=open]").innerText()).toContain("5左右");
  await mark.click();
  expect(
    await asked()
      .filter({ hasText: "5左右" })
      .evaluate((e) => e === document.activeElement),
  ).toBe(true);
  await panel()
    .getByRole("button", { name: /^看表格/ })
    .click();
  expect(await mark.evaluate((e) => e === document.activeElement)).toBe(true);
  // nothing is written before
  const sheets = await workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    }),
  );
  expect(sheets).not.toContain("规划指标");
});

test("the draft has nothing that axe objects to, and fits a pane of 320 px", async () => {
  expect(await violations(workbench.pane)).toEqual([]);
  const [wanted, given] = await workbench.pane.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ]);
  expect(wanted).toBeLessThanOrEqual(given);
});

test("an answer shows in the draft and can be changed; what is typed stays when another tab is opened", async () => {
  const question = asked().filter({ hasText: "5左右" });
  await question.getByRole("radio").last().check();
  await table().getByText(/区间±/).waitFor();
  await question.getByRole("radio").first().check();
  await table().getByText(/区间±/).waitFor({ state: "detached" });
  await panel().getByRole("textbox", { name: "规划名称" }).fill("寿县“一老一小”规划");
  await panel().getByRole("textbox", { name: "地区" }).fill("寿县");
  await workbench.open("填报");
  await workbench.open("规划");
  expect(await question.getByRole("radio").first().isChecked()).toBe(true);
  expect(await panel().getByRole("textbox", { name: "规划名称" }).inputValue()).toBe("寿县“一老一小”规划");
  if ((await button("全按建议").count()) > 0) await button("全按建议").click();
  expect(await button("采用").getAttribute("aria-disabled")).toBeNull();
});

test("采用 writes the plan's sheets; its form is inserted, and a value has its status", async () => {
  await button("采用").click();
  await told(/已采用“寿县“一老一小”规划”：指标 3 项.*插入指标模板/);
  await workbench.settled();
  const written = (await workbench.values("规划指标", "A1:H20")).flat();
  expect(written).toEqual(expect.arrayContaining(["每千名老年人养老床位", "5左右", "县卫健委"]));
  await workbench.press("插入指标模板");
  const rows = await workbench.values("指标填报", "A1:L20");
  expect(rows.flat()).toEqual(expect.arrayContaining(["寿县“一老一小”规划指标填报表", "全县"]));
  const at = rows.findIndex((row) => String(row[2]).includes("护理型床位占比")) + 1;
  await workbench.paste("指标填报", { F3: "2027年", [`H${at}`]: 61 });
  expect(await workbench.values("指标填报", `L${at}`)).toEqual([["● 已达标"]]);
});

test("the functions' help has examples of the plan in use, without the pane being loaded anew", async () => {
  await workbench.open("函数");
  await workbench.pane.locator("details.function .code").first().waitFor({ state: "attached" });
  const before = await workbench.pane.locator("details.function .code").allTextContents();
  expect(before.some((example) => example.includes('"A01"'))).toBe(true);
  await workbench.open("规划");
  await button("撤销采用").click();
  await told(/已撤销采用/);
  await workbench.open("函数");
  await workbench.pane
    .locator("details.function .code", { hasText: "YL07" })
    .first()
    .waitFor({ state: "attached" });
  const after = await workbench.pane.locator("details.function .code").allTextContents();
  expect(after.some((example) => example.includes('"A01"'))).toBe(false);
  await workbench.open("规划");
  await button("采用").click();
  await told(/已采用“寿县/);
});

test("撤销采用 brings the plan before and the draft back in one step; 采用 again, 恢复内置规划 likewise", async () => {
  await workbench.open("规划");
  await button("撤销采用").click();
  await told(/已撤销采用，规划是采用之前的“宿州市/);
  await table().waitFor();
  await button("采用").click();
  await told(/已采用“寿县/);
  await button("恢复内置规划").click();
  await told(/已恢复内置规划“宿州市/);
  await button("撤销恢复").click();
  await told(/已撤销恢复，规划是恢复之前的“寿县/);
});

test("a range of the workbook is read in place of a paste", async () => {
  await workbench.pane.evaluate(
    (rows) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("原表");
        const range = sheet.getRange("B2:F5");
        range.values = rows;
        sheet.activate();
        range.select();
        await context.sync();
      }),
    ROWS,
  );
  await button("从选区读取").click();
  await panel().getByText("读自 原表!B2:F5").waitFor();
  await table()
    .getByRole("rowheader", { name: /每千人口托位数/ })
    .waitFor();
  await button("放弃草稿").click();
  await told(/已放弃草稿/);
});

test("导出规划 saves a file that 导入规划 shows, ready to be adopted", async () => {
  const [download] = await Promise.all([workbench.page.waitForEvent("download"), button("导出规划").click()]);
  expect(download.suggestedFilename()).toMatch(/寿县.*规划\.xlsx$/);
  await button("恢复内置规划").click();
  await told(/已恢复内置规划/);
  await panel()
    .getByLabel("导入规划")
    .setInputFiles(await download.path());
  await panel()
    .getByText(/读自 .*指标 3 项/)
    .waitFor();
  await button("采用").click();
  await told(/已采用“寿县/);
});

test("5,000 rows are read and shown as far as a pane can show them", async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [
    "养老",
    `指标甲${i + 1}（张）`,
    "36",
    "45",
    "县民政局",
  ]);
  await paste({ "text/plain": text([ROWS[0]!, ...rows]) });
  await button("读取").click();
  await button("显示全部 5000 行").waitFor();
  expect(await table().getByRole("row").count()).toBeLessThan(110);
  await button("放弃草稿").click();
});
