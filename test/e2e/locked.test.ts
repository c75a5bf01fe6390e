import { FORM_SHEET } from "../../src/sheets";
import { cellOf } from "./figures";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1366, height: 768 });
  await workbench.press("试填");
}, 900_000);
afterAll(() => workbench?.close());

const select = (address: string): Promise<void> => workbench.select(FORM_SHEET, address);

/** All that the sheet holds, looks and locks too, as the browser keeps it. */
const sheet = async (): Promise<unknown> => {
  await workbench.page.keyboard.press("Control+s");
  return workbench.page.evaluate(
    (name) =>
      Object.values(localStorage)
        .map((kept) => JSON.parse(kept) as { sheets?: { name: string }[] })
        .flatMap(({ sheets = [] }) => sheets)
        .find((one) => one.name === name),
    FORM_SHEET,
  );
};

const keys = async (...pressed: string[]): Promise<void> => {
  for (const key of pressed) await workbench.page.keyboard.press(key);
  await workbench.page.waitForTimeout(300);
  await workbench.settled();
};

const at = (column: string, code = "YL01"): string => cellOf(column, code);

/** Puts text on the clipboard as another program does. */
const copyText = (text: string): Promise<void> =>
  workbench.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

/** Waits until the page says that cells are locked. */
const refused = async (): Promise<void> => {
  await workbench.page
    .getByText(/受保护，不能/)
    .first()
    .waitFor({ timeout: 20_000 });
};

/** From and to, then what is done. */
const ACTS: [name: string, act: () => Promise<void>][] = [
  [
    "a copied entry cell pasted on a formula",
    async () => {
      await select(at("H"));
      await keys("Control+c");
      await select(at("I"));
      await keys("Control+v");
    },
  ],
  [
    "an entry cell pasted on a text that is locked",
    async () => {
      await select(at("H"));
      await keys("Control+c");
      await select(at("B"));
      await keys("Control+v");
    },
  ],
  [
    "a locked cell cut",
    async () => {
      await select(at("I", "YL07"));
      await keys("Control+x");
    },
  ],
  [
    "text of two columns pasted over entry and locked cells",
    async () => {
      await copyText("1\t2\n3\t4");
      await select(at("H", "YL09"));
      await keys("Control+v");
    },
  ],
  [
    "two copied cells pasted at one that is an entry cell",
    async () => {
      await select(`${at("G")}:${at("I")}`);
      await keys("Control+c");
      await select(at("H", "YL09"));
      await keys("Control+v");
    },
  ],
  [
    "Ctrl+R into a formula",
    async () => {
      await select(`${at("H")}:${at("I")}`);
      await keys("Control+r");
    },
  ],
];

test.each(ACTS)("%s is refused, and nothing changes", async (_, act) => {
  const before = await sheet();
  await act();
  expect(await sheet()).toEqual(before);
  await refused();
});

test("what is pasted or filled into an entry cell is the value; it stays an entry cell", async () => {
  const before = await sheet();
  await select(at("B"));
  await keys("Control+c");
  await select(at("O", "YL09"));
  await keys("Control+v");
  expect(await workbench.values(FORM_SHEET, at("O", "YL09"))).toEqual(
    await workbench.values(FORM_SHEET, at("B")),
  );
  await select(`${at("H")}:${at("H", "YL02")}`);
  await keys("Control+d");
  expect(await workbench.values(FORM_SHEET, at("H", "YL02"))).toEqual(
    await workbench.values(FORM_SHEET, at("H")),
  );
  await keys("Control+z", "Control+z");
  expect(await sheet()).toEqual(before);
});
