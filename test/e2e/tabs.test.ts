import type { BrowserContext, Page } from "playwright-core";
import { KEEP_MESSAGES } from "../../src/workbench/page/keep-messages";
import { type OpenWorkbench, openWorkbench, PATIENCE } from "./workbench";

let workbench: OpenWorkbench;
let tabs: BrowserContext;
/** the tab that keeps */
let first: Page;

beforeAll(async () => {
  workbench = await openWorkbench();
  // pages of one browser share what it keeps
  tabs = await workbench.browser.newContext();
  first = await open();
}, 900_000);
afterAll(() => workbench?.close());

const bar = (page: Page): ReturnType<Page["locator"]> => page.locator(".message-bar");
const kept = (page: Page): Promise<string> =>
  page.evaluate(() => localStorage.getItem("yizhi-workbench/1") ?? "");
const isKept = (page: Page, value: number): Promise<unknown> =>
  page.waitForFunction(
    (part) => localStorage.getItem("yizhi-workbench/1")?.includes(part) ?? false,
    `"value":${value}`,
  );

async function open(): Promise<Page> {
  const page = await tabs.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(workbench.url);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.waitForSelector("body[data-ready]");
  await page.evaluate(() => window.workbench.settled());
}

async function type(page: Page, value: number): Promise<void> {
  await page.bringToFront();
  await page.keyboard.type(String(value));
  await page.keyboard.press("Enter");
}

test("the second tab says that it does not keep, and does not; the first goes on keeping", async () => {
  await type(first, 11);
  await isKept(first, 11);
  const second = await open();
  await bar(second).getByText(KEEP_MESSAGES.other).waitFor();
  await type(second, 22);
  await second.keyboard.press("Control+s");
  await second.locator("#hint", { hasText: "不会保存" }).waitFor();
  await second.getByRole("button", { name: "重新开始" }).click();
  await second.getByText("已从空白工作簿重新开始").waitFor();
  await type(first, 33);
  await isKept(first, 33);
  expect(await kept(first)).not.toContain('"value":22');
  expect(await kept(first)).toContain('"value":11');
  await second.close();
});

test("when the first is closed, a second without changes shows what it kept and keeps from now on", async () => {
  const second = await open();
  await type(first, 44);
  await isKept(first, 44);
  await first.close();
  await second.locator("#hint", { hasText: KEEP_MESSAGES.taken }).waitFor();
  expect(await bar(second).count()).toBe(0);
  await type(second, 55);
  await isKept(second, 55);
  expect(await kept(second)).toContain('"value":44');
  first = second;
});

test.each([
  ["保存本页的", 66, 77, 77, 66],
  ["读入已保存的", 67, 78, 67, 78],
])(
  "when both have changes, %s does so, and Ctrl+Z brings the other back",
  async (choice, theirs, own, stays, goes) => {
    const second = await open();
    await type(first, theirs);
    await isKept(first, theirs);
    await type(second, own);
    await first.close();
    await bar(second).getByRole("button", { name: choice }).click();
    await isKept(second, stays);
    await bar(second).waitFor({ state: "detached" });
    expect(await kept(second)).not.toContain(`"value":${goes}`);
    await second.evaluate(() => window.workbench.settled());
    await second.keyboard.press("Control+z");
    await isKept(second, goes);
    first = second;
  },
);

test("a page that is loaded anew keeps as before", async () => {
  await first.reload();
  await ready(first);
  expect(await bar(first).count()).toBe(0);
  await type(first, 88);
  await isKept(first, 88);
});
