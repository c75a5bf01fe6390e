import type { Page } from "playwright-core";
import { violations } from "./axe";
import { type OpenWorkbench, openWorkbench, PATIENCE } from "./workbench";

let workbench: OpenWorkbench;
let page: Page;

beforeAll(async () => {
  workbench = await openWorkbench();
});
beforeEach(async () => {
  page = await workbench.browser.newPage();
  page.setDefaultTimeout(PATIENCE);
});
afterEach(() => page.close());
afterAll(() => workbench?.close());

const visible = (text: string): Promise<boolean> => page.getByText(text).isVisible();
const OPENING = "正在打开工作台…";
const LATE = "如果一直没有打开";
/** The scripts that the page's first script asks for. */
const HEAVY = /\/\d+\.\w+\.js$/;
const FIRST = /\/workbench\.\w+\.js$/;

test("the page is outlined before its heavy scripts have come", async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(HEAVY, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(workbench.url, { waitUntil: "commit" });
  await page.getByText(OPENING).waitFor();
  expect(await visible(LATE)).toBe(false);
  expect(await page.getByRole("tab").allInnerTexts()).toEqual(["一指填报", "开始", "公式", "数据"]);
  const painted = "performance.getEntriesByName('first-contentful-paint').length > 0";
  await page.waitForFunction(painted);
  expect(await violations(page.mainFrame())).toEqual([]);
  release();
  await page.waitForSelector("body[data-ready]");
  expect(await visible(OPENING)).toBe(false);
});

test.each<[string, RegExp]>([
  ["a heavy script is missing", HEAVY],
  ["the functions' description is missing", /functions\.json$/],
  ["the manifest is missing", /manifest\.xml$/],
])("if %s, the page says so", async (_, url) => {
  await page.route(url, (route) => route.fulfill({ status: 404, body: "404" }));
  await page.goto(workbench.url);
  await page.getByText("工作台没有打开").waitFor();
  expect(await visible(LATE)).toBe(true);
});

test("if no script of its own runs, the page says after a while what to do", async () => {
  await page.route(FIRST, (route) => route.fulfill({ status: 404, body: "404" }));
  await page.goto(workbench.url);
  expect(await visible(LATE)).toBe(false);
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  expect(await visible(LATE)).toBe(true);
});
