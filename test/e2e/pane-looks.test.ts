import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violations } from "./axe";
import { openDraft } from "./draft";
import { fillWithEverything } from "./figures";
import { type OpenWorkbench, openWorkbench, reloadPane } from "./workbench";

/** To be looked at by people after a run. */
const PICTURES = join(tmpdir(), "yizhi-pane");
const TABS = ["填报", "审核", "滞后", "往期", "成果", "汇总", "规划", "函数"];
const NARROWEST = 320;
/** Pixels between the words of two tabs, so that they are not read as one. */
const APART = 8;

let workbench: OpenWorkbench;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  workbench = await openWorkbench();
  await fillWithEverything(workbench);
  await workbench.page.evaluate((width) => {
    document.querySelector<HTMLElement>("#pane")!.style.width = `${width}px`;
  }, NARROWEST);
});
afterAll(() => workbench?.close());

describe.each([
  ["light", { colorScheme: "light", forcedColors: "none" }],
  ["dark", { colorScheme: "dark", forcedColors: "none" }],
  ["high contrast", { colorScheme: "dark", forcedColors: "active" }],
] as const)("in %s", (theme, media) => {
  beforeAll(async () => {
    await workbench.page.emulateMedia(media);
    await reloadPane(workbench);
  });

  async function looks(name: string): Promise<void> {
    await workbench.page.locator("#pane").screenshot({ path: join(PICTURES, `${theme}-${name}.png`) });
    expect(await violations(workbench.pane)).toEqual([]);
    const [wanted, given] = await workbench.pane.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    expect(wanted).toBeLessThanOrEqual(given);
  }

  test.each(TABS)("%s has nothing that axe objects to, and fits a pane of 320 px", async (tab) => {
    await workbench.open(tab);
    await looks(tab);
  });

  test("the tabs are not cut and all in sight, their words apart", async () => {
    const tabs = await workbench.pane.getByRole("tab").evaluateAll((all) =>
      all.map((tab) => {
        const words = document.createRange();
        words.selectNodeContents(tab);
        const { left, right } = words.getBoundingClientRect();
        return {
          left,
          right,
          end: tab.getBoundingClientRect().right,
          isCut: tab.scrollWidth > tab.clientWidth,
        };
      }),
    );
    expect(tabs.filter(({ isCut }) => isCut)).toEqual([]);
    expect(tabs.at(-1)!.end).toBeLessThanOrEqual(NARROWEST);
    const gaps = tabs.slice(1).map(({ left }, i) => left - tabs[i]!.right);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(APART);
  });

  test("so has a draft with what is asked of it", async () => {
    await openDraft(workbench);
    await looks("草稿");
    await workbench.pane.getByRole("table", { name: "规划草稿" }).scrollIntoViewIfNeeded();
    await looks("草稿表");
  });
});
