import type { Locator } from "playwright-core";
import { violations } from "./axe";
import { type OpenWorkbench, openWorkbench } from "./workbench";

const SHEET = "各部门";
const TABLE = [
  ["部门", "已达标", "滞后"],
  ["市民政局", 3, 4],
  ["市医保局", 2, 1],
  ["市教体局", 5, 0],
];
/** Of the first and the second chart. */
const PLACES = ["E3:L20", "E42:L60"];
const RED = "#C1121F";
/** Of the headings of columns and the first row, at the least. */
const FROZEN_HEIGHT = 35;
/** Points are counted by Office.js, pixels by the page. */
const PIXELS_PER_POINT = 4 / 3;

let workbench: OpenWorkbench;
const scripts: string[] = [];

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1366, height: 768 });
  workbench.page.on("request", (request) => scripts.push(request.url()));
  await workbench.pane.evaluate(
    ([name, table]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(name);
        sheet.getRange("A1:C4").values = table as string[][];
        sheet.getRange("D2").formulas = [["=B2+C2"]];
        sheet.freezePanes.freezeRows(1);
        sheet.activate();
        await context.sync();
      }),
    [SHEET, TABLE] as const,
  );
  await workbench.settled();
}, 900_000);
afterAll(() => workbench?.close());

const chart = (name: string | RegExp): Locator => workbench.page.getByRole("img", { name });
const bars = (): Locator => chart("图：各部门指标，数据见各部门!A1:C4");
const lines = (): Locator => chart("图：各部门走势，数据见各部门!A1:C4");

const addCharts = (): Promise<void> =>
  workbench.pane.evaluate(
    ([name, places, color]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        const types = [
          ["BarStacked", "各部门指标"],
          ["LineMarkers", "各部门走势"],
        ] as const;
        types.forEach(([type, title], i) => {
          const added = sheet.charts.add(type, sheet.getRange("A1:C4"), "Columns");
          added.title.text = title;
          added.setPosition(...(places[i]!.split(":") as [string, string]));
        });
        const late = sheet.charts.getItemAt(0).series.getItemAt(1);
        late.format.fill.setSolidColor(color);
        late.hasDataLabels = true;
        await context.sync();
      }),
    [SHEET, PLACES, RED] as const,
  );

/** Waits until something of the page is as it should be. */
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (holds(value) || tries === 200) {
      expect([value, holds(value)]).toEqual([value, true]);
      return value;
    }
    await workbench.page.waitForTimeout(50);
  }
}

/** What is to be there is there by then. */
const SOON = { timeout: 20_000 };

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const boxOf = async (one: Locator): Promise<Box> => (await one.boundingBox(SOON))!;

/** What the picture says. */
const words = async (one: Locator): Promise<string[]> => {
  const source = decodeURIComponent((await one.getAttribute("src", SOON)) ?? "");
  return [...source.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!);
};

/** Where Office.js says that a chart is, in pixels from the sheet's first cell. */
const placeOf = (index: number): Promise<Box> =>
  workbench.pane.evaluate(
    ([name, at, scale]) =>
      Excel.run(async (context) => {
        const one = context.workbook.worksheets.getItem(name).charts.getItemAt(at);
        one.load("left,top,width,height");
        await context.sync();
        const { left, top, width, height } = one;
        return { x: left * scale, y: top * scale, width: width * scale, height: height * scale };
      }),
    [SHEET, index, PIXELS_PER_POINT] as const,
  );
const sizeOf = ({ width, height }: Box): number[] => [width, height].map(Math.round);

/** Does something with the sheet in one request. @param work uses nothing of this file: it is sent to the pane */
const run = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  workbench.pane.evaluate(`Excel.run(async (context) => {
    (${work.toString()})(context.workbook.worksheets.getItem("${SHEET}"));
    await context.sync();
  })`);

const key = async (keys: string): Promise<void> => {
  await workbench.page.keyboard.press(keys);
  await workbench.settled();
};

test("what draws charts comes with the first one; each is seen over its cells, and named for readers of screens", async () => {
  expect(scripts).toEqual([]);
  await addCharts();
  await until(
    () => words(bars()),
    (said) => said.includes("各部门指标"),
  );
  expect(scripts.some((url) => /\/charts\.\w+\.js$/.test(url))).toBe(true);
  expect(await words(bars())).toEqual(expect.arrayContaining(["市民政局", "已达标", "滞后", "4"]));
  const [first, second] = [await boxOf(bars()), await boxOf(lines())];
  const [at, below] = [await placeOf(0), await placeOf(1)];
  expect(sizeOf(first)).toEqual(sizeOf(at));
  expect([second.x - first.x, Math.round(second.y - first.y)]).toEqual([0, Math.round(below.y - at.y)]);
  expect(await workbench.pixels(RED)).toBeGreaterThan(1000);
  expect(await violations(workbench.page.mainFrame(), { include: [".charts"] })).toEqual([]);
});

test("it moves with the cells that scroll, and goes under those that are frozen", async () => {
  const { page, pixels } = workbench;
  const before = await boxOf(bars());
  await page.mouse.move(before.x + 50, before.y + 50);
  await page.mouse.wheel(0, 120);
  const after = await until(
    () => boxOf(bars()),
    ({ y }) => y < before.y,
  );
  expect(after).toMatchObject({ x: before.x, width: before.width, height: before.height });
  const pane = await boxOf(page.locator(".charts-pane", { has: bars() }));
  const sheet = await boxOf(page.locator("#sheet canvas").last());
  expect(pane.y).toBeGreaterThan(sheet.y + FROZEN_HEIGHT);
  expect(after.y).toBeLessThan(pane.y);
  const rest = await pixels(RED);
  await page.mouse.wheel(0, 3000);
  await until(
    () => pixels(RED),
    (count) => count === 0,
  );
  expect(rest).toBeGreaterThan(0);
  await page.mouse.wheel(0, -6000);
  await until(
    () => boxOf(bars()),
    ({ y }) => y === before.y,
  );
});

test("it draws a value that is typed, and the result that follows from it; undo draws the one before", async () => {
  const { page, select } = workbench;
  await select(SHEET, "C2");
  await page.keyboard.type("17");
  await key("Enter");
  await until(
    () => words(bars()),
    (said) => said.includes("17"),
  );
  await key("Control+z");
  await until(
    () => words(bars()),
    (said) => !said.includes("17") && said.includes("4"),
  );
  await run((sheet) => {
    sheet.getRange("C2").formulas = [["=B2*10"]];
  });
  await until(
    () => words(bars()),
    (said) => said.includes("30"),
  );
  await run((sheet) => {
    sheet.getRange("B2").values = [[6]];
  });
  await until(
    () => words(bars()),
    (said) => said.includes("60"),
  );
  await run((sheet) => {
    sheet.getRange("B2:C2").values = [[3, 4]];
  });
});

test("it keeps to its cells when rows come before it or columns widen, and says where its table is then", async () => {
  const before = await boxOf(bars());
  await run((sheet) => {
    sheet.getRange("2:3").insert("Down");
    sheet.getRange("F:F").format.columnWidth = 200;
  });
  const moved = chart("图：各部门指标，数据见各部门!A1:C6");
  const box = await until(
    () => boxOf(moved),
    ({ y, width }) => y > before.y && width > before.width,
  );
  expect(sizeOf(box)).toEqual(sizeOf(await placeOf(0)));
  await workbench.page
    .locator("#sheet canvas")
    .last()
    .click({ position: { x: 100, y: 300 } });
  await key("Control+z");
  await until(
    () => boxOf(bars()),
    (one) => one.y === before.y && one.width === before.width,
  );
});

test("it is as much larger as the sheet", async () => {
  const { page } = workbench;
  const before = await boxOf(bars());
  const zoom = async (turns: number): Promise<void> => {
    await page.mouse.move(before.x + 20, before.y + 20);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, turns);
    await page.keyboard.up("Control");
  };
  await zoom(-100);
  const larger = await until(
    () => boxOf(bars()),
    ({ width }) => width > before.width,
  );
  expect(larger.height / before.height).toBeCloseTo(larger.width / before.width, 2);
  await zoom(100);
  await until(
    () => boxOf(bars()),
    ({ width }) => Math.abs(width - before.width) < 1,
  );
});

test("in high contrast and in the dark it keeps its white paper, as the cells do", async () => {
  const { page, pixels } = workbench;
  const [white, red] = [await pixels("#FFFFFF"), await pixels(RED)];
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  expect(await pixels("#FFFFFF")).toBeGreaterThan(0.8 * white);
  expect(await pixels(RED)).toBe(red);
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
});

test("where it reaches into frozen columns it is seen in both parts, and said once", async () => {
  const parts = workbench.page.locator(".charts-pane img");
  await until(
    () => parts.count(),
    (count) => count === 2,
  );
  await run((sheet) => sheet.freezePanes.freezeColumns(6));
  await until(
    () => parts.count(),
    (count) => count === 4,
  );
  expect(await chart(/^图：/).count()).toBe(2);
  await run((sheet) => sheet.freezePanes.freezeRows(1));
  await until(
    () => parts.count(),
    (count) => count === 2,
  );
});

test("it goes with its sheet and comes back with it; another sheet shows none", async () => {
  const { select, page } = workbench;
  await select("Sheet1", "A1");
  await until(
    () => chart(/^图：/).count(),
    (count) => count === 0,
  );
  await select(SHEET, "A1");
  await until(
    () => chart(/^图：/).count(),
    (count) => count === 2,
  );
  await run((sheet) => sheet.delete());
  await until(
    () => chart(/^图：/).count(),
    (count) => count === 0,
  );
  await page
    .locator("#sheet canvas")
    .last()
    .click({ position: { x: 100, y: 300 } });
  await key("Control+z");
  await select(SHEET, "A1");
  await until(
    () => words(bars()),
    (said) => said.includes("市医保局"),
  );
});

test("adding it is undone and done again, and it is still there when the page is loaded anew", async () => {
  const { page, select } = workbench;
  await run((sheet) => sheet.charts.getItemAt(1).delete());
  await until(
    () => chart(/^图：/).count(),
    (count) => count === 1,
  );
  await page
    .locator("#sheet canvas")
    .last()
    .click({ position: { x: 100, y: 300 } });
  await key("Control+z");
  await until(
    () => chart(/^图：/).count(),
    (count) => count === 2,
  );
  await key("Control+y");
  await until(
    () => chart(/^图：/).count(),
    (count) => count === 1,
  );
  await page.waitForTimeout(1000);
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  await select(SHEET, "A1");
  await until(
    () => words(bars()),
    (said) => said.includes("各部门指标"),
  );
  expect(await chart(/^图：/).count()).toBe(1);
});
