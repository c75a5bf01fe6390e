import { STATUSES } from "../../src/assessment";
import { indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import nationFile from "../../src/plan/ready/nation-2030.json";
import { NATION_2030 } from "../../src/plan/ready";
import { FORM_SHEET } from "../../src/sheets";
import { TRIAL_MARK } from "../../src/assessment";
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

/** The built-in plan has no target in words. */
const OF_NUMBERS = Object.entries(STATUSES).filter(([id]) => !["inProgress", "notMet"].includes(id));

test("试填 shows every status, says in the sheet and at the ribbon that it is a trial, and asks nothing", async () => {
  await workbench.press("试填");
  const shown = (await column("L")).map(String);
  for (const [, { word }] of OF_NUMBERS) expect(shown.some((cell) => cell.endsWith(word))).toBe(true);
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

describe("国家“十五五”主要指标, chosen beside 试填", () => {
  let before: unknown[][];
  const sheets = (): Promise<string[]> =>
    workbench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const all = context.workbook.worksheets.load("items/name");
        await context.sync();
        return all.items.map(({ name }) => name);
      }),
    );
  const nation = nationFile.sections.flatMap(({ indicators }) => indicators);

  beforeAll(async () => {
    before = await entries();
    await workbench.press(NATION_2030.name);
  });

  test("adopts that plan, inserts its form and fills it in, at one click", async () => {
    expect(await sheets()).toEqual(["规划指标", "规划任务", "规划单位", FORM_SHEET]);
    const form = await workbench.values(FORM_SHEET, "A1:L40");
    expect(form[0]).toContain("国家“十五五”主要指标填报表");
    const rows = form.filter(([code]) => nation.some((one) => one.code === code));
    expect(rows.map(([code]) => code)).toEqual(nation.map(({ code }) => code));
    const statuses = rows.map((row) => String(row[11]));
    for (const word of ["已达标", "达到序时", "滞后", "推进中", "无基期", "不评价"])
      expect(statuses.some((cell) => cell.endsWith(word))).toBe(true);
    expect(statuses.filter((cell) => cell.startsWith("#"))).toEqual([]);
    expect(await workbench.page.locator("#hint").textContent()).toContain(TRIAL_MARK);
  });

  test("the pane speaks of that plan: its whole place, its years, its codes", async () => {
    await workbench.open("填报");
    expect(await workbench.pane.getByRole("combobox", { name: "本单位" }).inputValue()).toBe("全国");
    await workbench.open("函数");
    await workbench.pane.getByText("YIZHI.GAP").first().click();
    const help = await workbench.pane.getByRole("tabpanel", { name: "函数" }).innerText();
    expect(help).toContain("CX05");
    expect(help).not.toContain("YL07");
    await workbench.open("填报");
  });

  test("one Ctrl+Z brings the workbook before back", async () => {
    // the pane has the keyboard
    await workbench.page.getByRole("button", { name: NATION_2030.name, exact: true }).focus();
    await workbench.page.keyboard.press("Control+z");
    await workbench.settled();
    expect(await sheets()).not.toContain("规划指标");
    expect(await entries()).toEqual(before);
  });

  test("试填 fills it once more and asks nothing", async () => {
    await workbench.press(NATION_2030.name);
    const once = await entries();
    await workbench.press("试填");
    expect(await workbench.page.getByRole("dialog").count()).toBe(0);
    expect(await entries()).toEqual(once);
  });
});
