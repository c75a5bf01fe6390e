import { readFileSync } from "node:fs";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM_SHEET, formSheet } from "../../src/sheets";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

const form = expandTable(formSheet(plan)).cells;
const rowOf = (code: string): number => form.findIndex((cells) => cells[0] === code) + 1;
const STATUS = `H${rowOf("YL07")}:L${rowOf("YL07")}`;

beforeAll(async () => {
  workbench = await openWorkbench();
}, 900_000);

afterAll(() => workbench?.close());

const sheets = (): Promise<string[]> =>
  workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    }),
  );

let clicks = 0;
/** Two clicks on one cell would begin to edit it. */
async function key(keys: string): Promise<void> {
  await workbench.page.mouse.click(500, 400 + 30 * (clicks++ % 4));
  await workbench.page.keyboard.press(keys);
  await workbench.settled();
}

test("Ctrl+Z takes back the whole of 试填, Ctrl+Y brings it back", async () => {
  await workbench.press("试填");
  const [filled] = await workbench.values(FORM_SHEET, STATUS);
  expect(filled![4]).toBe("▲ 滞后");
  await key("Control+z");
  expect(await sheets()).toEqual(["Sheet1"]);
  await key("Control+y");
  expect(await workbench.values(FORM_SHEET, STATUS)).toEqual([filled]);
});

test("right after a button Ctrl+Z takes back what it did; in the sheet Ctrl+Z does so once", async () => {
  const names = await sheets();
  await workbench.press("插入任务分工表");
  await workbench.page.keyboard.press("Control+z");
  await workbench.settled();
  expect(await sheets()).toEqual(names);
  await workbench.paste(FORM_SHEET, { [`H${rowOf("YL08")}`]: 61 });
  await workbench.paste(FORM_SHEET, { [`H${rowOf("YL08")}`]: 62 });
  await key("Control+z");
  expect(await workbench.values(FORM_SHEET, `H${rowOf("YL08")}`)).toEqual([[61]]);
});

test("the workbook is still there when the page is loaded again, and calculates", async () => {
  await workbench.paste(FORM_SHEET, { [`H${rowOf("YL08")}`]: 88 });
  const before = await workbench.values(FORM_SHEET, `A1:O${form.length}`);
  await workbench.page.waitForFunction(
    () => localStorage.getItem("yizhi-workbench/1")?.includes('"value":88') ?? false,
  );
  await workbench.page.reload();
  await workbench.page.waitForSelector("body[data-ready]");
  await workbench.settled();
  expect(await workbench.values(FORM_SHEET, `A1:O${form.length}`)).toEqual(before);
  await workbench.paste(FORM_SHEET, { [`H${rowOf("YL07")}`]: 99 });
  const [row] = await workbench.values(FORM_SHEET, STATUS);
  expect(row![4]).not.toBe("▲ 滞后");
});

test("导出, 重新开始 and 打开 give the same workbook back; Ctrl+Z goes back to the one before", async () => {
  const { page, values, press } = workbench;
  const before = await values(FORM_SHEET, `A1:O${form.length}`);
  const downloading = page.waitForEvent("download");
  await press("导出");
  const file = await (await downloading).path();
  await press("重新开始");
  expect(await sheets()).toEqual(["Sheet1"]);

  const choosing = page.waitForEvent("filechooser");
  const pressed = press("打开");
  const bytes = readFileSync(file);
  await (await choosing).setFiles({ name: "市里.xlsx", mimeType: "", buffer: bytes });
  await pressed;
  await page.getByText("已打开“市里.xlsx”").waitFor();
  expect(await values(FORM_SHEET, `A1:O${form.length}`)).toEqual(before);
  await workbench.pane.getByText(/已填 \d+\/29/).waitFor();
  await key("Control+z");
  expect(await sheets()).toEqual(["Sheet1"]);
});

test("a file that is no workbook is refused by name, with what to do", async () => {
  const { page, press } = workbench;
  const choosing = page.waitForEvent("filechooser");
  const pressed = press("打开");
  await (await choosing).setFiles({ name: "旧表.xlsx", mimeType: "", buffer: Buffer.from("%PDF-1.7") });
  await pressed;
  await page.getByText(/没有打开“旧表\.xlsx”：文件不是 Excel 工作簿（像是 PDF）/).waitFor();
});
