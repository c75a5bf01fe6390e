import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import handler from "serve-handler";
import { launchBrowser } from "./browser";
import { openWorkbench } from "./workbench";

/* Where the pane cannot be drawn, a sentence stands in its place. */

const DIST = join(__dirname, "../../dist");
/** The page waits three seconds before it says that nothing came. */
const PATIENCE = 15_000;
/** A person waits no longer before a blank page. */
const BLANK = 5_000;

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  const { close } = await openWorkbench(); // builds, if need be
  await close();
  browser = await launchBrowser();
  server = createServer(
    (request, response) => void handler(request, response, { public: DIST, cleanUrls: false }),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/taskpane.html`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(
  prepare: (page: Page) => Promise<unknown>,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const page = await (
    await browser.newContext({ ...options, viewport: { width: 340, height: 600 } })
  ).newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await prepare(page);
  await page.goto(url);
  return { page, errors };
}

const seen = (page: Page, words: string) =>
  page.getByText(words).waitFor({ state: "visible", timeout: PATIENCE });

test.each([
  ["ElementInternals", () => void Reflect.deleteProperty(globalThis, "ElementInternals")],
  ["popover", () => void Reflect.deleteProperty(HTMLElement.prototype, "popover")],
])("without %s the pane says what to update, and the functions are there all the same", async (_, script) => {
  const { page, errors } = await open((page) => page.addInitScript(script));
  await seen(page, "这台电脑的网页组件太旧");
  const ids = await page.evaluate(() =>
    Object.keys((CustomFunctions as unknown as { _association: { mappings: object } })._association.mappings),
  );
  expect(ids).toHaveLength(13);
  expect(errors).toEqual([]);
  await page.context().close();
});

test("outside Excel the page says at once that it belongs there and that the site is well", async () => {
  const { page, errors } = await open(() => Promise.resolve());
  await page.getByText("这个网址只在 Excel 中使用").waitFor({ state: "visible", timeout: BLANK });
  expect(await page.locator("#pane").innerText()).not.toContain("窗格没有打开");
  expect(errors).toEqual([]);
  await page.context().close();
});

test("without Office.js the pane says so", async () => {
  const { page } = await open((page) => page.route("**/office/office.js", (route) => route.abort()));
  await seen(page, "没有读到 Office.js");
  expect(await page.locator("#pane").innerText()).not.toContain("窗格没有打开");
  await page.context().close();
});

test.each<[string, (page: Page) => Promise<unknown>, BrowserContextOptions]>([
  [
    "the pane's script does not load",
    (page) => page.route(/taskpane[^/]*\.js$/, (route) => route.abort()),
    {},
  ],
  ["scripts are switched off", () => Promise.resolve(), { javaScriptEnabled: false }],
])("where %s the page says that it did not open", async (_, prepare, options) => {
  const { page } = await open(prepare, options);
  expect(await page.getByText("窗格没有打开").isVisible()).toBe(false);
  await page.getByText("窗格没有打开").waitFor({ state: "visible", timeout: BLANK });
  await page.context().close();
});

test("a pane that opens says none of it", async () => {
  const { pane, close } = await openWorkbench();
  await pane.getByRole("tab").first().waitFor();
  expect(await pane.locator("#pane > p").count()).toBe(0);
  await close();
});
