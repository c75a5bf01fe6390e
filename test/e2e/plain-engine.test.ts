import { join } from "node:path";
import { build } from "esbuild";
import { FORM_SHEET } from "../../src/sheets";
import { fillWithBaseline } from "./figures";
import { type OpenWorkbench, openWorkbench } from "./workbench";

/** The workbench's first script with the plain engine in it; styles are those of the built page. */
async function plainScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "../workbench/plain-page.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    loader: { ".css": "empty" },
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

let univer: OpenWorkbench;
let plain: OpenWorkbench;

beforeAll(async () => {
  univer = await openWorkbench();
  plain = await openWorkbench(undefined, await plainScript());
}, 900_000);
afterAll(async () => {
  await univer?.close();
  await plain?.close();
});

const panel = ({ pane }: OpenWorkbench) => pane.getByRole("tabpanel");
const values = (workbench: OpenWorkbench): Promise<unknown[][]> => workbench.values(FORM_SHEET, "A1:N40");

test("the page runs on another engine: what is typed and marked is told by the pane as with Univer", async () => {
  for (const workbench of [univer, plain]) {
    await fillWithBaseline(workbench);
    await workbench.press("标记滞后");
    await panel(workbench)
      .getByRole("button", { name: /护理型养老床位占比/ })
      .first()
      .waitFor();
  }
  expect(await values(plain)).toEqual(await values(univer));
  expect(await panel(plain).innerText()).toBe(await panel(univer).innerText());
  expect(await plain.page.evaluate(() => document.querySelector("#sheet canvas"))).toBeNull();
});

test("what a command did is undone there too", async () => {
  await fillWithBaseline(plain);
  const before = await values(plain);
  await plain.press("重新开始");
  expect(await plain.page.locator("#sheet").innerText()).not.toContain("护理型养老床位占比");
  await plain.page.keyboard.press("Control+z");
  await plain.settled();
  expect(await values(plain)).toEqual(before);
});
