import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violations } from "./axe";
import { type OpenWorkbench, openWorkbench } from "./workbench";

/** To be looked at by people after a run. */
const PICTURES = join(tmpdir(), "yizhi-ribbon");
const TABS = ["一指填报", "开始", "公式", "数据"];
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
];
/** As much as Excel's own, with the line for formulas, in pixels. */
const HIGHEST = 120;
/** Where Univer draws what it does not name. */
const SPREADSHEETS = ["#sheet", "#panel-sheet", "[data-react-aria-top-layer]", "#pane"];
/** A command of each tab by its accessible name. */
const COMMANDS: [tab: string, command: string][] = [
  ["一指填报", '#ribbon button:has-text("标记滞后")'],
  ["一指填报", '#ribbon button:has-text("导出")'],
  ["开始", '[data-u-command="sheet.command.set-range-bold"]'],
  ["开始", '[data-u-command="univer.command.undo"]'],
  ["开始", '[data-u-command="sheet.command.add-worksheet-merge"]'],
  ["公式", '[data-u-command="formula-ui.operation.insert-function.common"]'],
  ["数据", '[data-u-command="sheet.toolbar.text-to-number"]'],
];

let workbench: OpenWorkbench;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  workbench = await openWorkbench(SIZES[0]);
  await workbench.press("试填");
});
afterAll(() => workbench?.close());

const tab = (name: string) => workbench.page.getByRole("tab", { name, exact: true });
const selected = (): Promise<string[]> =>
  workbench.page.locator("#tabs [aria-selected=true]").allInnerTexts();

test.each(COMMANDS)("%s has the command %s, and no other tab shows it", async (name, command) => {
  for (const other of TABS) {
    await tab(other).click();
    const found = workbench.page.locator(`header ${command}:visible`);
    if (other === name) await found.waitFor();
    else expect(await found.count()).toBe(0);
  }
});

test("the spreadsheet's toolbar works from the page's ribbon, and can be undone there", async () => {
  const { page, pane } = workbench;
  const isBold = (): Promise<boolean> =>
    pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2").load("format/font/bold");
        await context.sync();
        return range.format.font.bold;
      }),
    );
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.activate();
      sheet.getRange("B2").select();
      await context.sync();
    }),
  );
  await tab("开始").click();
  await page.locator('#panel-sheet [role=toolbar] [data-u-command="sheet.command.set-range-bold"]').click();
  await workbench.settled();
  expect(await isBold()).toBe(true);
  await page.locator('#panel-sheet [role=toolbar] [data-u-command="univer.command.undo"]').click();
  await workbench.settled();
  expect(await isBold()).toBe(false);
});

test("a click on the ribbon leaves the keyboard to the sheet", async () => {
  const { page } = workbench;
  const value = (): Promise<unknown> => workbench.values("Sheet1", "B3").then((rows) => rows[0]![0]);
  await page
    .locator("#sheet canvas")
    .last()
    .click({ position: { x: 170, y: 82 } });
  await tab("一指填报").click();
  await page.getByRole("button", { name: "打开窗格", exact: true }).click();
  await workbench.settled();
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await workbench.settled();
  expect(await value()).toBe(7);
});

test("arrow keys, Home and End go along the tabs and show each", async () => {
  await tab("一指填报").focus();
  const steps = [
    ["ArrowRight", "开始"],
    ["ArrowRight", "公式"],
    ["End", "数据"],
    ["ArrowRight", "一指填报"],
    ["ArrowLeft", "数据"],
    ["Home", "一指填报"],
  ] as const;
  for (const [key, name] of steps) {
    await workbench.page.keyboard.press(key);
    expect(await selected()).toEqual([name]);
    expect(await workbench.page.getByRole("tabpanel", { name, exact: true }).isVisible()).toBe(true);
  }
});

test("the add-in's buttons are one stop of the Tab key, and arrow keys go along them", async () => {
  const { page } = workbench;
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement!.textContent);
  await tab("一指填报").focus();
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("插入指标模板");
  await page.keyboard.press("End");
  expect(await focused()).toBe("重新开始");
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe("插入指标模板");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement!.closest("#ribbon"))).toBeNull();
});

/** The spreadsheet's tools that are seen, where the last ends, and whether the rest is in a list. */
const tools = (): Promise<{ names: string[]; right: number; more: boolean }> =>
  workbench.page.locator("#panel-sheet [role=toolbar]").evaluate((bar) => {
    const shown = [...bar.querySelectorAll<HTMLElement>("[data-u-command]")];
    const rest = bar.querySelector("[data-u-comp=ribbon-toolbar-more]");
    const all = rest ? [...shown, rest] : shown;
    return {
      names: shown.map((tool) => tool.dataset.uCommand!),
      right: Math.max(...all.map((tool) => tool.getBoundingClientRect().right)),
      more: rest !== null,
    };
  });
/** The toolbar is measured a moment after it is shown or its room changes. */
const measured = (): Promise<void> => workbench.page.waitForTimeout(500);

describe("the spreadsheet's tools are measured for the room that there is", () => {
  afterAll(() => workbench.page.setViewportSize(SIZES[0]!));

  test.each(["公式", "数据"])("开始 shows all that it has after %s too", async (other) => {
    await workbench.page.setViewportSize(SIZES[0]!);
    await tab("开始").click();
    await measured();
    const first = await tools();
    await tab(other).click();
    await measured();
    await tab("开始").click();
    await measured();
    expect(await tools()).toEqual(first);
    expect(first.more).toBe(false);
  });

  test("in a window made smaller the rest is in a list, and nothing is cut off", async () => {
    await workbench.page.setViewportSize(SIZES[0]!);
    await tab("开始").click();
    await measured();
    await workbench.page.setViewportSize(SIZES[1]!);
    await measured();
    const { right, more } = await tools();
    expect(more).toBe(true);
    expect(right).toBeLessThanOrEqual(SIZES[1]!.width);
  });

  test.each(["公式", "数据"])("%s has room for all at 1280 after 开始 has not", async (name) => {
    await workbench.page.setViewportSize(SIZES[1]!);
    await tab("开始").click();
    await measured();
    await tab(name).click();
    await measured();
    expect((await tools()).more).toBe(false);
  });
});

describe("what is named for readers of screens", () => {
  test.each(["开始", "公式", "数据"])("every tool of %s has a Chinese name", async (name) => {
    await tab(name).click();
    await measured();
    const names = await workbench.page
      .locator("#panel-sheet [role=toolbar] [data-u-command]")
      .evaluateAll((all) => all.map((tool) => tool.getAttribute("aria-label") ?? ""));
    expect(names.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test("数据 shows what its tools are called", async () => {
    await tab("数据").click();
    const shown = await workbench.page
      .locator("#panel-sheet [role=toolbar] div[data-u-command]")
      .evaluateAll((all) => all.map((tool) => getComputedStyle(tool, "::after").content));
    expect(shown).toEqual(['"数据验证"', '"条件格式"']);
  });

  test("no name is in English", async () => {
    const names = await workbench.page.evaluate(() =>
      [...document.querySelectorAll("[aria-label], [title]")].flatMap((element) =>
        ["aria-label", "title"].map((attribute) => element.getAttribute(attribute) ?? ""),
      ),
    );
    expect(names.filter((name) => /[a-z]{3}/i.test(name) && !/\p{Script=Han}/u.test(name))).toEqual([]);
  });
});

describe.each(SIZES)("at $width × $height", (size) => {
  beforeAll(() => workbench.page.setViewportSize(size));

  test.each(TABS)("%s fits, and the sheet begins high", async (name) => {
    const { page } = workbench;
    await tab(name).click();
    await page.screenshot({ path: join(PICTURES, `${size.width}-${name}.png`) });
    const top = await page.evaluate(
      () => document.querySelector("#sheet [data-range-selector]")!.getBoundingClientRect().top,
    );
    expect(top).toBeLessThanOrEqual(HIGHEST);
    const cutOff = await page
      .locator("header button:visible, #hint")
      .evaluateAll((all) =>
        all
          .filter((e) => e.getBoundingClientRect().right > innerWidth || e.scrollWidth > e.clientWidth)
          .map((e) => e.textContent),
      );
    expect(cutOff).toEqual([]);
    const hint = await page.locator("#hint").boundingBox();
    const tabs = await page.locator("#tabs").boundingBox();
    expect(hint!.y).toBeGreaterThanOrEqual(tabs!.y + 2);
    expect(hint!.y + hint!.height).toBeLessThanOrEqual(tabs!.y + tabs!.height);
  });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  beforeAll(() => workbench.page.emulateMedia({ colorScheme }));

  const background = (selector: string): Promise<string> =>
    workbench.page.evaluate((s) => getComputedStyle(document.querySelector(s)!).backgroundColor, selector);
  const brightness = async (selector: string): Promise<number> =>
    Math.max(...(await background(selector)).match(/\d+/g)!.slice(0, 3).map(Number));

  /** Mean of all pixels, 0 to 255. */
  const brightnessOf = (picture: Buffer): Promise<number> =>
    workbench.page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const colors = data.filter((_, at) => at % 4 !== 3);
      return colors.reduce((sum, value) => sum + value, 0) / colors.length;
    }, picture.toString("base64"));

  test.each(["body > header", "#developer", '#sheet [data-u-comp="workbench-layout"]'])(
    "%s has the theme's background",
    async (selector) => {
      const bright = await brightness(selector);
      if (colorScheme === "dark") expect(bright).toBeLessThan(80);
      else expect(bright).toBeGreaterThan(200);
    },
  );

  test("the open pane follows", async () => {
    await workbench.pane.locator(`html[data-theme=${colorScheme}]`).waitFor({ timeout: 20_000 });
  });

  test("the line for formulas and the headings belong to the frame", async () => {
    const { page } = workbench;
    const line = await page.locator("[data-u-comp=formula-bar] canvas").screenshot();
    const sheet = await page.locator("#sheet section canvas").last().boundingBox();
    const corner = await page.screenshot({
      clip: { x: sheet!.x + 4, y: sheet!.y + 4, width: 30, height: 12 },
    });
    const row = await page.screenshot({ clip: { x: sheet!.x + 4, y: sheet!.y + 22, width: 8, height: 90 } });
    for (const picture of [line, corner, row]) {
      const mean = await brightnessOf(picture);
      if (colorScheme === "dark") expect(mean).toBeLessThan(90);
      else expect(mean).toBeGreaterThan(200);
    }
  });

  test("a field for an area in a side panel belongs to the frame too", async () => {
    const { page } = workbench;
    await tab("数据").click();
    await page.locator('#panel-sheet [role=toolbar] [data-u-command="sheet.menu.data-validation"]').click();
    await page.getByRole("menuitem", { name: "新建规则", exact: true }).click();
    const field = page.locator("[data-u-comp=sidebar] canvas").first();
    await field.waitFor();
    await page.waitForTimeout(500);
    const mean = await brightnessOf(await field.screenshot());
    await page.getByRole("button", { name: "关闭侧栏" }).click();
    await field.waitFor({ state: "detached" });
    if (colorScheme === "dark") expect(mean).toBeLessThan(90);
    else expect(mean).toBeGreaterThan(200);
  });

  test("cells keep their colours: entry cells are light yellow", async () => {
    await workbench.pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("指标填报").activate();
        await context.sync();
      }),
    );
    await workbench.settled();
    await workbench.page.screenshot({ path: join(PICTURES, `${colorScheme}.png`) });
    expect(await workbench.pixels("#FFFBE6")).toBeGreaterThan(1000);
    expect(await workbench.pixels("#FFFFFF")).toBeGreaterThan(10000);
  });

  test("axe finds nothing wrong with the page, the spreadsheet apart", async () => {
    await workbench.page.evaluate(
      () => (document.querySelector<HTMLDetailsElement>("#developer")!.open = true),
    );
    const own = { include: ["html"], exclude: [...SPREADSHEETS] };
    expect(await violations(workbench.page.mainFrame(), own)).toEqual([]);
    await workbench.page.evaluate(
      () => (document.querySelector<HTMLDetailsElement>("#developer")!.open = false),
    );
  });

  test.each(TABS)("%s: what is written can be read, the spreadsheet's parts too", async (name) => {
    await tab(name).click();
    const frame = workbench.page.mainFrame();
    expect(await violations(frame, undefined, ["color-contrast"])).toEqual([]);
  });
});
