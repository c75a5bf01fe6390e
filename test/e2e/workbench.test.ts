import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import handler from "serve-handler";
import { plan } from "../../src/plan";
import { expandTable, formSheet, taskSheet } from "../../src/sheets";
import { launchBrowser } from "./browser";

const ROOT = join(__dirname, "../..");
const WEBPACK = join(ROOT, "node_modules/webpack-cli/bin/cli.js");

let server: Server;
let browser: Browser;
let page: Page;
let pane: Frame;

const form = expandTable(formSheet(plan)).cells;
const rowOf = (code: string): number => form.findIndex((cells) => cells[0] === code) + 1;
const settled = (): Promise<void> => page.evaluate(() => window.workbench.settled());

async function press(name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  await button.click();
  await page.waitForFunction((label) => {
    const found = [...document.querySelectorAll("#ribbon button")].find((b) => b.textContent === label);
    return found && !(found as HTMLButtonElement).disabled;
  }, name);
  await settled();
}

const values = (sheet: string, address: string): Promise<unknown[][]> =>
  pane.evaluate(
    ([name, where]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name!).getRange(where).load("values");
        await context.sync();
        return range.values as unknown[][];
      }),
    [sheet, address],
  );

beforeAll(async () => {
  execFileSync(process.execPath, [WEBPACK, "--mode", "production", "--env", "workbench"], {
    cwd: ROOT,
    stdio: "pipe",
  });
  const options = { public: join(ROOT, "dist"), cleanUrls: false };
  server = createServer((request, response) => void handler(request, response, options));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/workbench.html`);
  await page.waitForSelector("body[data-ready]");
  pane = page.frames().find((frame) => frame.url().endsWith("workbench-pane.html"))!;
}, 900_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test("插入指标模板 prints every cell of the plan's table", async () => {
  await press("插入指标模板");
  const first = rowOf(plan.sections[0]!.indicators[0]!.code);
  const last = form.length - 3;
  const printed = await values("指标填报", `A${first}:F${last}`);
  expect(printed).toEqual(form.slice(first - 1, last).map((row) => row.slice(0, 6)));
}, 60_000);

test("插入任务分工表 prints every task", async () => {
  await press("插入任务分工表");
  const tasks = expandTable(taskSheet(plan)).cells;
  const printed = await values("任务分工", `A1:C${tasks.length}`);
  expect(printed).toEqual(tasks.map((row) => row.slice(0, 3)));
}, 60_000);

test("试填 shows statuses; 标记滞后 lists the responsible bureaus in the pane", async () => {
  await press("试填");
  const [row] = await values("指标填报", `L${rowOf("YL07")}:M${rowOf("YL07")}`);
  expect(row).toEqual(["■ 严重滞后", "市民政局"]);
  await press("标记滞后");
  await pane
    .getByRole("button", { name: /护理型养老床位占比/ })
    .first()
    .waitFor();
}, 60_000);

test("审核数据 finds a text and an impossible number that were pasted", async () => {
  await pane.evaluate(
    ([text, number]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("指标填报");
        sheet.getRange(text).values = [["九十"]];
        sheet.getRange(number).values = [[120]];
        await context.sync();
      }),
    [`H${rowOf("YL01")}`, `H${rowOf("YL02")}`],
  );
  await press("审核数据");
  for (const code of ["YL01", "YL02"])
    await pane
      .getByText(`H${rowOf(code)}`)
      .first()
      .waitFor();
}, 60_000);
