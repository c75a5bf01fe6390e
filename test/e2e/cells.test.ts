import { FORM_SHEET } from "../../src/sheets";
import { cellOf } from "./figures";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1366, height: 768 });
  await workbench.press("试填");
}, 900_000);
afterAll(() => workbench?.close());

const select = (address: string, sheet = FORM_SHEET): Promise<void> => workbench.select(sheet, address);

const selected = async (): Promise<string> => {
  await workbench.settled();
  return workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address.split("!")[1]!;
    }),
  );
};

const type = async (...keys: string[]): Promise<void> => {
  for (const key of keys)
    await (/^\d+$/.test(key) ? workbench.page.keyboard.type(key) : workbench.page.keyboard.press(key));
};

/** Which part of the page has the keyboard. */
const region = (): Promise<string> =>
  workbench.page.evaluate(() => {
    const focused = document.activeElement!;
    return focused.closest("#header, #sheet, #pane")?.id ?? focused.localName;
  });

test("F6 and Shift+F6 go round ribbon, sheet and pane, and out of each of them", async () => {
  await select(cellOf("H", "YL07"));
  await type("ArrowDown");
  const round: string[] = [];
  for (const key of ["F6", "F6", "F6", "Shift+F6", "Shift+F6", "Shift+F6"]) {
    await type(key);
    round.push(await region());
  }
  expect(round).toEqual(["pane", "header", "sheet", "header", "pane", "sheet"]);
  await type("ArrowDown");
  expect(await selected()).toBe(cellOf("H", "YL09"));
  await type("F6", "F6", "Escape");
  expect(await region()).toBe("sheet");
});

test.each([
  ["a number out of bounds", cellOf("H", "YL07"), ["500"]],
  ["a count that is not whole", cellOf("H", "YL20"), ["5", "Period", "5"]],
  ["a parameter below 0", "L3", ["Minus", "5"]],
])("after %s is refused, Enter closes the dialog and the arrows move on", async (_, address, typed) => {
  const { page } = workbench;
  await select(address);
  const before = await workbench.values(FORM_SHEET, address);
  await type(...typed, "Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/请填/).waitFor();
  await type("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(await workbench.values(FORM_SHEET, address)).toEqual(before);
  await type("ArrowLeft");
  expect(await selected()).not.toBe(address);
  expect(await region()).toBe("sheet");
});

test.each(["5", "Delete", "F2"])("after %s in a locked cell the arrows move on", async (key) => {
  await select(cellOf("F", "YL07"));
  await type(key);
  await workbench.page.getByText("单元格受保护，不能改动").first().waitFor();
  await type("ArrowRight");
  expect(await selected()).toBe(cellOf("G", "YL07"));
});

/** The row that is in the middle of the view. */
async function middleRow(): Promise<number> {
  const { page } = workbench;
  await page.waitForTimeout(300);
  const { x, y, width, height } = (await page.locator("#sheet").boundingBox())!;
  await page.mouse.click(x + width / 2, y + (height * 3) / 5);
  return Number(/\d+/.exec(await selected())![0]);
}

test("a cell that is selected for the user is scrolled to, from another sheet too; one in view moves nothing", async () => {
  await select(cellOf("H", "YL01"));
  const top = await middleRow();
  await select(cellOf("H", "TY09"));
  const bottom = await middleRow();
  expect(bottom).toBeGreaterThan(top + 5);
  await select(cellOf("G", "TY08"));
  expect(await middleRow()).toBe(bottom);
  await select("A1", "Sheet1");
  await select(cellOf("H", "YL01"));
  expect(await middleRow()).toBe(top);
  await select("A1", "Sheet1");
  await select(cellOf("H", "TY09"));
  expect(await middleRow()).toBe(bottom);
});

test("functions of the add-in are offered and explained while a formula is typed", async () => {
  const { page } = workbench;
  await select("C5", "Sheet1");
  await page.keyboard.type("=yizhi.");
  await page.getByText("YIZHI.GAP").waitFor();
  await page.keyboard.type("gap(");
  await page
    .getByText(/^YIZHI\.GAP\($/)
    .or(page.getByText(/YIZHI\.GAP\(/))
    .first()
    .waitFor();
  await type("Escape", "Escape");
});

test.each([
  ["s", /已保存在浏览器里/],
  ["p", /请点“导出”，再用 Excel 或 WPS 打印/],
  ["f", /没有查找/],
])("Ctrl+%s says what it does here, from the pane too", async (key, said) => {
  const { page } = workbench;
  for (const from of ["sheet", "pane"]) {
    while ((await region()) !== from) await type("F6");
    await page.locator("#hint").evaluate((hint) => (hint.textContent = ""));
    await type(`Control+${key}`);
    await page.locator("#hint", { hasText: said }).waitFor();
  }
});

test("a cell behind the frozen columns is scrolled to sideways; a merged one is selected whole", async () => {
  const { page } = workbench;
  await select(cellOf("O", "YL07"));
  await select(cellOf("H", "YL07"));
  await page.waitForTimeout(300);
  const { x, y, height } = (await page.locator("#sheet").boundingBox())!;
  // the first column beside the frozen ones, which end 354 pixels from the left
  await page.mouse.click(x + 354 + 20, y + (height * 3) / 5);
  expect(await selected()).toMatch(/^[D-H]\d+$/);
  await select("A1");
  expect(await selected()).toMatch(/^A1:/);
});
