import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { openWorkbench } from "../e2e/workbench";
import { median, ms, ratio, type Section } from "./section";

const ROOT = join(__dirname, "../..");
const DIST = join(ROOT, "dist");
const LOADS = 7;
const BARE = "bare-sheet";

const BARE_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<link rel="stylesheet" href="${BARE}/${BARE}.css">
<style>html, body, #sheet { height: 100%; margin: 0 }</style>
<body><div id="sheet"></div><script type="module" src="${BARE}/${BARE}.js"></script></body>
</html>`;

/** The page with Univer's sheet alone, as small as it can be made. */
async function buildBarePage(): Promise<void> {
  await build({
    entryPoints: [join(ROOT, `test/bench/${BARE}.ts`)],
    outdir: join(DIST, BARE),
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  writeFileSync(join(DIST, `${BARE}.html`), BARE_PAGE);
}

interface Load {
  /** ms until something is painted */
  painted: number;
  /** ms until everything can be used */
  usable: number;
  /** ms that the page's main thread worked until then: what it took, whatever else the machine did */
  worked: number;
}

/** One visit of a browser that has never been there. */
async function visit(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.body?.dataset.ready) performance.mark("usable");
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0);
  const { metrics } = await session.send("Performance.getMetrics");
  const [painted, usable] = await page.evaluate(() =>
    ["first-contentful-paint", "usable"].map((name) => performance.getEntriesByName(name)[0]!.startTime),
  );
  await context.close();
  const worked = metrics.find(({ name }) => name === "TaskDuration")!.value * 1000;
  return { painted: painted!, usable: usable!, worked };
}

const row = (name: string, loads: Load[], bare: Load[]): string[] => {
  const of = (list: Load[], part: keyof Load): number => median(list.map((load) => load[part]));
  const beside = (part: keyof Load, than: keyof Load = part): string =>
    ratio(of(loads, part), of(bare, than));
  return [
    name,
    ms(of(loads, "painted")),
    beside("painted", "usable"),
    ms(of(loads, "usable")),
    beside("usable"),
    ms(of(loads, "worked")),
    beside("worked"),
  ];
};

/** How soon the workbench can be used, pane and ribbon too, beside a page that has Univer's sheet alone. */
export const opening: Section = {
  title: `Opening of the workbench, median of ${LOADS} first visits; ratios to the bare sheet when it can be used`,
  run: async () => {
    const { browser, url, close } = await openWorkbench();
    await buildBarePage();
    const pages = { [url]: [] as Load[], [new URL(`${BARE}.html`, url).href]: [] as Load[] };
    for (let turn = 0; turn <= LOADS; turn++)
      for (const [page, loads] of Object.entries(pages)) {
        const load = await visit(browser, page);
        if (turn > 0) loads.push(load);
      }
    await close();
    for (const made of [BARE, `${BARE}.html`]) rmSync(join(DIST, made), { recursive: true });
    const [ours, bare] = Object.values(pages);
    return [
      ["page", "painted", "", "usable", "", "main thread's work", ""],
      row("workbench", ours!, bare!),
      row("Univer's sheet alone", bare!, bare!),
    ];
  },
};
