import type { ElementHandle } from "playwright-core";
import { openDraft } from "./draft";
import { fillWithEverything } from "./figures";
import { type OpenWorkbench, openWorkbench } from "./workbench";

const TABS = ["填报", "审核", "滞后", "往期", "成果", "汇总", "规划", "函数"];
const CONTROLS =
  "fluent-button, fluent-dropdown, fluent-text-input, input[type=checkbox], button, summary, a[href], input[type=file], textarea, fieldset:has([type=radio]), [role=region][tabindex]";
/** More than any tab has. */
const MOST_STOPS = 200;

let workbench: OpenWorkbench;

beforeAll(async () => {
  // so high that nothing scrolls, and pictures of one place can be compared
  workbench = await openWorkbench({ width: 1000, height: 4000 });
  await fillWithEverything(workbench);
});
afterAll(() => workbench?.close());

/** The control that has the focus, a list's field counted with its list; null once it has left the pane's panel. */
const focused = (): Promise<ElementHandle<HTMLElement> | null> =>
  workbench.pane
    .evaluateHandle((controls) => {
      const control = document.activeElement!.closest(`[role=tabpanel] :is(${controls})`);
      return control?.closest("fluent-dropdown") ?? control;
    }, CONTROLS)
    .then((handle) => handle.asElement() as ElementHandle<HTMLElement> | null);

interface Place {
  name: string;
  picture: Buffer;
  again: () => Promise<Buffer>;
}

async function placeOf(control: ElementHandle<HTMLElement>): Promise<Place> {
  // a control that is not seen itself shows it by its label
  const seen = (await control.evaluateHandle((e) => e.closest("label") ?? e)).asElement();
  const { x, y, width, height } = (await seen.boundingBox())!;
  const clip = { x: x - 4, y: y - 4, width: width + 8, height: height + 8 };
  const again = (): Promise<Buffer> =>
    workbench.page.screenshot({ clip, caret: "hide", animations: "disabled" });
  const name = await control.evaluate((e) => `${e.localName} ${e.innerText || e.getAttribute("aria-label")}`);
  return { name, picture: await again(), again };
}

const marked = (attribute: string): Promise<string[]> =>
  workbench.pane
    .locator(`[role=tabpanel]:not([hidden]) :is(${CONTROLS})`)
    .evaluateAll(
      (all, name) =>
        all
          .filter(
            (e) =>
              e.checkVisibility() && !e.hasAttribute(name) && !e.parentElement!.closest("fluent-dropdown"),
          )
          .map((e) => e.outerHTML.slice(0, 200)),
      attribute,
    );

async function walk(tab: string): Promise<void> {
  const { page, pane } = workbench;
  const tabs = pane.getByRole("tab");
  await tabs.first().click();
  for (let i = 0; i < TABS.indexOf(tab); i++) await page.keyboard.press("ArrowRight");
  // a tab's script comes when it is first opened
  await pane.getByRole("tabpanel", { name: tab, exact: true }).locator(CONTROLS).first().waitFor();
  const unseen: string[] = [];
  let last: Place | null = null;
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    if (last && (await last.again()).equals(last.picture)) unseen.push(last.name);
    const control = await focused();
    if (!control) break;
    await control.evaluate((e) => e.setAttribute("data-reached", ""));
    if (await control.evaluate((e) => e.matches("details:not([open]) > summary")))
      await page.keyboard.press("Enter");
    last = await placeOf(control);
  }
  expect(await focused()).toBeNull();
  expect(await marked("data-reached")).toEqual([]);
  expect(await pane.locator("[data-reached]").count()).toBeGreaterThan(3);
  expect(unseen).toEqual([]);
}

test.each(TABS)("%s: Tab reaches every control, and each shows that it has the focus", walk);

test("so it does with a draft open", async () => {
  await workbench.pane
    .locator("[data-reached]")
    .evaluateAll((all) => all.forEach((e) => e.removeAttribute("data-reached")));
  await openDraft(workbench);
  await walk("规划");
});
