import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { FORM_SHEET } from "../../src/sheets";
import { BOOK_SHEET } from "../../src/supervision";
import { violations } from "./axe";
import { cellOf, fillWithBaseline } from "./figures";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1366, height: 768 });
  await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await fillWithBaseline(workbench);
  await workbench.open("成果");
}, 900_000);
afterAll(() => workbench?.close());

const panel = () => workbench.pane.getByRole("tabpanel", { name: "成果" });
const part = (name: string) => panel().getByRole("region", { name, exact: true });
const click = async (name: string): Promise<void> => {
  await panel().getByRole("button", { name, exact: true }).click();
  await workbench.settled();
};
const copied = async (button: ReturnType<typeof part>): Promise<string> => {
  await button.click();
  await panel().getByText("已复制").first().waitFor();
  return workbench.pane.evaluate(() => navigator.clipboard.readText());
};
const PATIENCE = 60_000;
/** Waits until it is so. */
async function eventually(so: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await so()) && Date.now() < end) await workbench.page.waitForTimeout(200);
  expect(await so()).toBe(true);
}
const fill = (code: string, figure: number): Promise<void> =>
  workbench.paste(FORM_SHEET, { [cellOf("H", code)]: figure });
/** The rows of the book that are filled, below its headers. */
const matters = async (): Promise<unknown[][]> => {
  const rows = await workbench.values(BOOK_SHEET, "A1:L100");
  const header = rows.findIndex((cells) => cells.includes("事项"));
  return rows.slice(header + 1).filter((cells) => cells.some((cell) => cell !== ""));
};
const row = async (code: string): Promise<unknown[] | undefined> =>
  (await matters()).find((cells) => String(cells[2]).startsWith(`${code} `));

test("nothing is said to be made before it is", async () => {
  for (const name of ["看板", "通报", "督办台账"])
    await part(name)
      .getByText(/^还没有(生成|更新)过。$/)
      .waitFor();
  expect(await panel().getByText("数据已变").count()).toBe(0);
});

test("生成看板 makes the sheet with its charts; figures that change afterwards are said to have changed", async () => {
  await click("生成看板");
  await part("看板")
    .getByText(/^2023年，\d{4}-\d\d-\d\d \d\d:\d\d 生成，在“看板”表。$/)
    .waitFor();
  expect(String((await workbench.values("看板", "A1"))[0]![0])).toMatch(/进展看板$/);
  const charts = await workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem("看板").charts.load("items/name");
      await context.sync();
      return found.items.length;
    }),
  );
  expect(charts).toBeGreaterThan(0);
  expect(await panel().getByText("数据已变").count()).toBe(0);
  await fill("YL08", 100);
  await part("看板").getByText("数据已变").waitFor();
  await click("生成看板");
  await part("看板").getByText("数据已变").waitFor({ state: "detached" });
});

test("生成通报 makes its sheets; its text is copied, in the words of the 口径 that is chosen", async () => {
  await workbench.press("生成通报");
  await part("通报")
    .getByText(/生成，在“进展通报”表。$/)
    .waitFor();
  expect(String((await workbench.values("进展通报", "A1"))[0]![0])).toMatch(/进展情况通报$/);
  const copy = part("通报").getByRole("button", { name: "复制通报文字" });
  expect(await copied(copy)).toMatch(/一、总体情况[^]*达到序时/);
  await panel()
    .getByRole("radio", { name: /^中期评估/ })
    .check();
  await eventually(async () => /一、总体情况[^]*(快于|滞后于|符合)预期/.test(await copied(copy)));
  await panel().getByRole("radio", { name: /^序时/ }).check();
  await eventually(async () => /一、总体情况[^]*达到序时/.test(await copied(copy)));
});

test("what the office has written on the sheet is copied too", async () => {
  const rows = await workbench.values("进展通报", "A1:A60");
  const slot = rows.findIndex(([text]) => String(text).trim() === "（一）");
  await workbench.paste("进展通报", { [`A${slot + 1}`]: "　　（一）按月调度。" });
  const copy = part("通报").getByRole("button", { name: "复制通报文字" });
  await eventually(async () => (await copied(copy)).includes("（一）按月调度。"));
  // its figures are those of the cells that they lead to
  const figures = await workbench.values("进展通报", "E1:E60");
  expect(figures.flat().filter((one) => /%$/.test(String(one))).length).toBeGreaterThan(0);
});

test("保存通报文档 saves a .docx of the period", async () => {
  const [download] = await Promise.all([workbench.page.waitForEvent("download"), click("保存通报文档")]);
  expect(download.suggestedFilename()).toMatch(/2023年.*\.docx$/);
  await part("通报")
    .getByRole("link", { name: /\.docx$/ })
    .waitFor();
  const parts = unzipSync(readFileSync(await download.path()));
  expect(strFromU8(parts["word/document.xml"]!)).toContain("进展情况通报");
});

test("更新督办台账 opens a matter for all that lags, and only adds to what stands there", async () => {
  await workbench.press("更新督办台账");
  const before = await matters();
  expect(before.length).toBeGreaterThan(1);
  await part("督办事项")
    .getByRole("listitem")
    .filter({ hasText: "YL07" })
    .getByText(/^连续滞后 1 期/)
    .waitFor();
  await fill("YL08", 1);
  await part("督办台账").getByText("数据已变").waitFor();
  await click("更新督办台账");
  const after = await matters();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(String(after.at(-1)![2])).toMatch(/^YL08 /);
  await part("督办台账").getByText("数据已变").waitFor({ state: "detached" });
});

test("what has recovered is proposed for 销号, and closed once it is ticked; its row stays", async () => {
  await fill("YL07", 55);
  const proposed = part("建议销号").getByRole("listitem").filter({ hasText: "YL07" });
  await proposed.waitFor();
  const close = part("建议销号").getByRole("button", { name: "销号", exact: true });
  expect(await close.getAttribute("aria-disabled")).toBe("true");
  expect(String((await row("YL07"))![11])).toBe("");
  await proposed.getByRole("checkbox").check();
  expect(await violations(workbench.pane)).toEqual([]);
  await close.click();
  await workbench.settled();
  await proposed.waitFor({ state: "detached" });
  expect(String((await row("YL07"))![11])).not.toBe("");
});

test("督办 and 退回修改 are copied by bureau, under its name", async () => {
  await fill("YL08", 120);
  const bureau = part("给各单位的文字").getByRole("listitem").filter({ hasText: "退回修改" }).first();
  await bureau.waitFor();
  const name = await bureau.locator("b").innerText();
  for (const [kind, words] of [
    ["督办", "滞后"],
    ["退回修改", "填报为“120”"],
  ] as const) {
    const copy = bureau.getByRole("button", { name: `复制${kind}文字` });
    await eventually(async () => (await copied(copy)).includes(words));
    expect(await copied(copy)).toContain(`【${kind}】${name}`);
  }
  // of a text that is another one now it is no longer said that it was copied
  expect(await bureau.getByText("已复制").count()).toBe(2);
  await fill("YL08", 121);
  await eventually(async () => (await bureau.getByText("已复制").count()) === 1);
});
