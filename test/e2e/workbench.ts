import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import handler from "serve-handler";
import { launchBrowser } from "./browser";

const ROOT = join(__dirname, "../..");
const WEBPACK = join(ROOT, "node_modules/webpack-cli/bin/cli.js");

/** The workbench in a real browser, as a user sees it. */
export interface OpenWorkbench {
  browser: Browser;
  url: string;
  page: Page;
  /** the frame that holds the add-in */
  pane: Frame;
  /** Presses a ribbon button by its visible name and waits until its command is done and everything is calculated. */
  press: (name: string) => Promise<void>;
  settled: () => Promise<void>;
  /** Raw values, rows × columns. */
  values: (sheet: string, address: string) => Promise<unknown[][]>;
  /** Writes one value into each cell named, in one request, as pasting does: without the cell's validation. */
  paste: (sheet: string, cells: Record<string, string | number>) => Promise<void>;
  close: () => Promise<void>;
}

function build(): void {
  execFileSync(process.execPath, [WEBPACK, "--mode", "production", "--env", "workbench"], {
    cwd: ROOT,
    stdio: "pipe",
  });
}

/** The frame that holds the add-in, once the page is ready. */
export async function paneOf(page: Page): Promise<Frame> {
  await page.waitForSelector("body[data-ready]");
  return page.frames().find((frame) => frame.url().endsWith("workbench-pane.html"))!;
}

/** Builds everything as it ships, serves it on this machine and opens it. Call once per test file. */
export async function openWorkbench(viewport = { width: 1600, height: 900 }): Promise<OpenWorkbench> {
  build();
  const options = { public: join(ROOT, "dist"), cleanUrls: false };
  const server = createServer((request, response) => void handler(request, response, options));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/workbench.html`;
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  const pane = await paneOf(page);
  const settled = (): Promise<void> => page.evaluate(() => window.workbench.settled());
  return {
    browser,
    url,
    page,
    pane,
    settled,
    press: async (name) => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.waitForFunction((label) => {
        const found = [...document.querySelectorAll("#ribbon button")].find((b) => b.textContent === label);
        return found && !(found as HTMLButtonElement).disabled;
      }, name);
      await settled();
    },
    values: (sheet, address) =>
      pane.evaluate(
        ([name, where]) =>
          Excel.run(async (context) => {
            const range = context.workbook.worksheets.getItem(name!).getRange(where).load("values");
            await context.sync();
            return range.values as unknown[][];
          }),
        [sheet, address],
      ),
    paste: async (sheet, cells) => {
      await pane.evaluate(
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
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
