import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Frame } from "playwright-core";
import { openWorkbench } from "../e2e/workbench";
import { median, ms, ratio, type Section } from "./section";

const DIST = join(__dirname, "..");
const LOADS = 9;
const MARK = "useful";

/** Loads Office.js as the pane does, and marks the first frame after it is ready. */
const BARE = "bare-pane.html";
const barePage = (boot: string): string => `<!doctype html>
<script src="${boot}"></script>
<script src="office/office.js"></script>
<p>Office.js</p>
<script>Office.onReady(() => requestAnimationFrame(() => performance.mark("${MARK}")))</script>`;

/** Runs in every window before its own scripts: marks the first frame in which there is something to work with. */
function markUseful(mark: string): void {
  const isThere = (selector: string): boolean => {
    const control = document.querySelector(`[role=tabpanel]:not([hidden]) ${selector}`);
    return control !== null && control.shadowRoot !== null && control.checkVisibility();
  };
  const look = (): void => {
    if (["fluent-dropdown", "fluent-button"].every(isThere)) performance.mark(mark);
    else requestAnimationFrame(look);
  };
  if (location.pathname.endsWith("workbench-pane.html")) requestAnimationFrame(look);
}

/** Milliseconds from the start of the navigation to the mark. */
async function load(pane: Frame, url: string): Promise<number> {
  await pane.goto("about:blank"); // lest leaving the page before counts
  await pane.goto(url);
  await pane.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, MARK);
  return pane.evaluate((mark) => performance.getEntriesByName(mark)[0]!.startTime, MARK);
}

/** KiB of the scripts that the page has loaded, Office.js and the workbench's own apart. */
async function weigh(pane: Frame): Promise<number> {
  const urls = await pane.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const scripts = urls
    .map((url) => new URL(url).pathname)
    .filter((path) => /^\/(?!boot)[^/]+\.js$/.test(path));
  const bytes = scripts.map((path) => gzipSync(readFileSync(join(DIST, path))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** How soon the pane's controls can be used in the workbench, beside a page that only loads Office.js. */
export const paint: Section = {
  title: `First useful paint of the pane in the workbench, median of ${LOADS} loads`,
  run: async () => {
    const { page, pane, settled, close } = await openWorkbench();
    writeFileSync(join(DIST, BARE), barePage(readdirSync(DIST).find((name) => name.startsWith("boot."))!));
    await page.addInitScript(markUseful, MARK);
    await settled();
    const own = pane.url();
    const times: Record<string, number[]> = { [own]: [], [new URL(BARE, own).href]: [] };
    let weight = 0;
    for (let turn = 0; turn <= LOADS; turn++)
      for (const [url, list] of Object.entries(times)) {
        const time = await load(pane, url);
        if (turn > 0) list.push(time);
        if (url === own) weight = await weigh(pane);
      }
    await close();
    rmSync(join(DIST, BARE));
    const [ours, bare] = Object.values(times).map(median);
    return [
      ["page", "first useful paint", "pane / bare", "its JavaScript, gzipped"],
      ["pane, 填报", ms(ours!), ratio(ours!, bare!), `${weight.toFixed(1)} KiB`],
      ["Office.js alone", ms(bare!), "", ""],
    ];
  },
};
