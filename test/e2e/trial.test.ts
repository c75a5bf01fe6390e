import { STATUSES } from "../../src/assessment";
import { indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM_SHEET } from "../../src/sheets";
import { TRIAL_MARK } from "../../src/workbench/page/trial";
import { cellOf } from "./figures";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
}, 900_000);
afterAll(() => workbench?.close());

const codes = indicatorsOf(plan).map(({ code }) => code);
const [FIRST, LAST] = [cellOf("", codes[0]!), cellOf("", codes.at(-1)!)];
const column = async (letter: string): Promise<unknown[]> =>
  (await workbench.values(FORM_SHEET, `${letter}${FIRST}:${letter}${LAST}`)).flat();
const entries = async (): Promise<unknown[][]> => Promise.all(["G", "H", "O"].map(column));

/** Presses 试填 and answers its question by keys alone. */
async function pressAndAnswer(...keys: string[]): Promise<string> {
  const { page, settled } = workbench;
  await page.getByRole("button", { name: "试填", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const text = await dialog.innerText();
  for (const key of keys) await page.keyboard.press(key);
  await dialog.waitFor({ state: "detached" });
  await page.locator("#ribbon button:disabled").waitFor({ state: "detached" });
  await settled();
  return text;
}

test("试填 shows every status, says in the sheet and at the ribbon that it is a trial, and asks nothing", async () => {
  await workbench.press("试填");
  const shown = (await column("L")).map(String);
  for (const { word } of Object.values(STATUSES))
    expect(shown.some((cell) => cell.endsWith(word))).toBe(true);
  expect((await workbench.values(FORM_SHEET, "C2"))[0]![0]).toBe(TRIAL_MARK);
  expect(await workbench.page.locator("#hint").textContent()).toContain(TRIAL_MARK);
  const once = await entries();
  await workbench.press("试填");
  expect(await entries()).toEqual(once);
});

test.each([
  ["Escape", ["Escape"]],
  ["取消", ["Tab", "Tab", "Enter"]],
])("%s leaves everything as it was, and the keyboard to the cells", async (_, keys) => {
  await workbench.paste(FORM_SHEET, { [cellOf("H", "YL07")]: 54.3, [cellOf("O", "YL08")]: "设备更新" });
  const before = await entries();
  const asked = await pressAndAnswer(...keys);
  for (const named of [cellOf("H", "YL07"), cellOf("H", "YL08")]) expect(asked).toContain(named);
  expect(await entries()).toEqual(before);
  expect(await workbench.page.evaluate(() => document.activeElement!.closest("#sheet") !== null)).toBe(true);
});

test("after an answer by mouse what is typed reaches the cell", async () => {
  const { page, settled } = workbench;
  await page.getByRole("button", { name: "试填", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await workbench.select(FORM_SHEET, cellOf("H", "YL02"));
  await page.keyboard.type("57");
  await page.keyboard.press("Enter");
  await settled();
  expect((await workbench.values(FORM_SHEET, cellOf("H", "YL02")))[0]![0]).toBe(57);
});

test("只填空格 keeps what is typed, 报告期 too, and fills the rest", async () => {
  await workbench.paste(FORM_SHEET, { F3: "2022年", [cellOf("H", "YL09")]: "", [cellOf("G", "YL09")]: "" });
  await workbench.paste(FORM_SHEET, { [cellOf("O", "YL09")]: "" });
  const asked = await pressAndAnswer("Enter");
  expect(asked).toContain("报告期“2022年”");
  expect((await workbench.values(FORM_SHEET, "F3"))[0]![0]).toBe("2022年");
  expect((await workbench.values(FORM_SHEET, cellOf("H", "YL07")))[0]![0]).toBe(54.3);
  expect((await workbench.values(FORM_SHEET, cellOf("O", "YL08")))[0]![0]).toBe("设备更新");
  expect((await workbench.values(FORM_SHEET, cellOf("O", "YL09")))[0]![0]).toBe(TRIAL_MARK);
});

test("全部换成试填数据 overwrites, and one Ctrl+Z brings everything back", async () => {
  const before = await entries();
  await pressAndAnswer("Tab", "Enter");
  expect((await workbench.values(FORM_SHEET, cellOf("H", "YL07")))[0]![0]).not.toBe(54.3);
  await workbench.page.keyboard.press("Control+z");
  await workbench.settled();
  expect(await entries()).toEqual(before);
  expect((await workbench.values(FORM_SHEET, "F3"))[0]![0]).toBe("2022年");
});

test("the sentence counts what the sheet shows by its own 容差 and 红线", async () => {
  await workbench.paste(FORM_SHEET, { J3: 0, L3: 1 });
  await pressAndAnswer("Tab", "Enter");
  const shown = (await column("L")).map(String);
  const said = (await workbench.page.locator("#hint").textContent())!;
  for (const { word } of Object.values(STATUSES)) {
    const count = shown.filter(
      (cell) => cell.endsWith(word) && (word !== "滞后" || !cell.endsWith("严重滞后")),
    ).length;
    if (count > 0) expect(said).toContain(`${word} ${count}`);
  }
});
