import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import handler from "serve-handler";
import { launchBrowser } from "./browser";

const ROOT = join(__dirname, "../..");
const WEBPACK = join(ROOT, "node_modules/webpack-cli/bin/cli.js");

/** Milliseconds after which a busy machine is taken for one that hangs. */
export const PATIENCE = 120_000;

/** The workbench in a real browser, as a user sees it. */
export interface OpenWorkbench {
  browser: Browser;
  url: string;
  page: Page;
  /** the frame that holds the add-in */
  readonly pane: Frame;
  /** Presses a ribbon button by its visible name and waits until its command is done and everything is calculated. */
  press: (name: string) => Promise<void>;
  settled: () => Promise<void>;
  /** Opens a tab of the pane by its visible name. */
  open: (tab: string) => Promise<void>;
  /** Raw values, rows × columns. */
  values: (sheet: string, address: string) => Promise<unknown[][]>;
  /** Shows the sheet and selects, as an add-in does for the user. */
  select: (sheet: string, address: string) => Promise<void>;
  /** Writes one value into each cell named, in one request, as pasting does: without the cell's validation. */
  paste: (sheet: string, cells: Record<string, string | number>) => Promise<void>;
  /** How many pixels of the sheet have the colour, such as `#B91C1C`; highlights are drawn, so only pixels tell. */
  pixels: (color: string) => Promise<number>;
  close: () => Promise<void>;
}

const MADE_FROM = ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json"];

const files = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name))
    : [path];

function isFresh(): boolean {
  const dist = join(ROOT, "dist");
  if (!existsSync(join(dist, "workbench.html"))) return false;
  // webpack leaves a file alone that would not change
  const built = Math.max(...readdirSync(dist).map((name) => statSync(join(dist, name)).mtimeMs));
  return MADE_FROM.flatMap((path) => files(join(ROOT, path))).every((file) => statSync(file).mtimeMs < built);
}

/** `npm test` builds once before all tests; one that is run by itself builds if something has changed. */
function build(): void {
  if (isFresh()) return;
  execFileSync(process.execPath, [WEBPACK, "--mode", "production", "--env", "workbench"], {
    cwd: ROOT,
    stdio: "pipe",
  });
}

/** The frame that holds the add-in now; the page must be ready. */
const paneOf = (page: Page): Frame =>
  page.frames().find((frame) => frame.url().endsWith("workbench-pane.html"))!;

/** Runs in the page, which can read pictures. */
async function countPixels([picture, color]: readonly [string, string]): Promise<number> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const wanted = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (wanted.every((part, channel) => Math.abs(data[i + channel]! - part) <= 2)) count++;
  return count;
}

/** Waits until what `reload` loads anew stands in the pane; the workbook stays. */
export async function reloaded(
  { pane, settled }: OpenWorkbench,
  reload: () => Promise<unknown>,
): Promise<void> {
  await pane.evaluate(() => document.documentElement.setAttribute("data-former", ""));
  await reload();
  await pane.locator("html:not([data-former]) [role=tab]").first().waitFor();
  await settled();
}

/** Loads the pane anew, as reopening it does. */
export const reloadPane = (workbench: OpenWorkbench): Promise<void> =>
  reloaded(workbench, () => workbench.pane.goto(workbench.pane.url()));

/** The page's first script; what else it needs, it asks for. */
const FIRST_SCRIPT = /\/workbench\.\w+\.js$/;

/**
 * Builds everything as it ships, serves it on this machine and opens it. Call once per test file.
 * @param script runs in place of the page's first one
 */
export async function openWorkbench(
  viewport = { width: 1600, height: 900 },
  script?: string,
): Promise<OpenWorkbench> {
  build();
  const options = { public: join(ROOT, "dist"), cleanUrls: false };
  const server = createServer((request, response) => void handler(request, response, options));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/workbench.html`;
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(PATIENCE);
  if (script !== undefined)
    await page.route(FIRST_SCRIPT, (route) =>
      route.fulfill({ contentType: "text/javascript", body: script }),
    );
  await page.goto(url);
  await page.waitForSelector("body[data-ready]");
  const settled = (): Promise<void> => page.evaluate(() => window.workbench.settled());
  return {
    browser,
    url,
    page,
    get pane() {
      return paneOf(page);
    },
    settled,
    open: async (tab) => {
      await paneOf(page).getByRole("tab", { name: tab, exact: true }).click();
      await paneOf(page).getByRole("tabpanel", { name: tab, exact: true }).waitFor();
    },
    press: async (name) => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.waitForFunction((label) => {
        const found = [...document.querySelectorAll("#ribbon button")].find((b) => b.textContent === label);
        return found && !(found as HTMLButtonElement).disabled;
      }, name);
      await settled();
    },
    values: (sheet, address) =>
      paneOf(page).evaluate(
        ([name, where]) =>
          Excel.run(async (context) => {
            const range = context.workbook.worksheets.getItem(name!).getRange(where).load("values");
            await context.sync();
            return range.values as unknown[][];
          }),
        [sheet, address],
      ),
    select: (sheet, address) =>
      paneOf(page).evaluate(
        ([name, where]) =>
          Excel.run(async (context) => {
            const found = context.workbook.worksheets.getItem(name!);
            found.activate();
            found.getRange(where).select();
            await context.sync();
          }),
        [sheet, address],
      ),
    paste: async (sheet, cells) => {
      await paneOf(page).evaluate(
        ([name, entries]) =>
          Excel.run(async (context) => {
            const target = context.workbook.worksheets.getItem(name);
            for (const [address, value] of entries) target.getRange(address).values = [[value]];
            await context.sync();
          }),
        [sheet, Object.entries(cells)] as const,
      );
      await settled();
    },
    pixels: async (color) => {
      const picture = await page.locator("#sheet").screenshot();
      return page.evaluate(countPixels, [picture.toString("base64"), color] as const);
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
