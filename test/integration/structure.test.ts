import { insertTable } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM, FORM_SHEET } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import { formPlaces } from "../places";
import { freshWorkbook } from "./fresh";
import { openAddIn } from "./office";

let host: Host;

const row = formPlaces().row("YL07");

beforeAll(async () => {
  ({ host } = await openAddIn());
  await insertTable(FORM, plan, undefined, "2023年");
  await onForm((sheet) => {
    sheet.protection.unprotect();
    sheet.getRange(`H${row}`).values = [[42]];
    sheet.getRange(`H${row + 1}`).values = [[1]];
  });
});
freshWorkbook(() => host);

const onForm = <T>(act: (sheet: Excel.Worksheet) => T): Promise<T> =>
  Excel.run(async (context) => {
    const result = act(context.workbook.worksheets.getItem(FORM_SHEET));
    await context.sync();
    return result;
  });

/** Texts of an area as shown, once all is calculated. */
async function shown(address: string): Promise<string[][]> {
  await host.settled();
  const { text } = await onForm((sheet) => sheet.getRange(address).load("text"));
  return text;
}

test("figures and statuses stand and follow their entries after columns and rows were inserted", async () => {
  const [entry, ...figures] = (await shown(`H${row}:N${row}`))[0]!;
  expect(Number(entry)).toBe(42);
  expect(figures.filter((text) => text !== "").length).toBeGreaterThan(3);
  await onForm((sheet) => {
    sheet.getRange("E:E").insert("Right");
    sheet.getRange("2:3").insert("Down");
  });
  expect((await shown(`I${row + 2}:O${row + 2}`))[0]).toEqual([entry, ...figures]);
  const below = (await shown(`I${row + 3}:O${row + 3}`))[0]!;
  await onForm((sheet) => {
    sheet.getRange(`${row + 2}:${row + 2}`).delete("Up");
    sheet.getRange(`I${row + 2}`).values = [[42]];
  });
  const after = (await shown(`I${row + 2}:O${row + 2}`))[0]!;
  expect(Number(after[0])).toBe(42);
  expect(after.slice(2)).not.toEqual(below.slice(2));
  expect(after.join()).not.toMatch(/#REF!|#NAME\?|#VALUE!/);
});

test("a copy of the form is calculated by itself", async () => {
  await onForm((sheet) => void sheet.copy("End"));
  const original = await shown(`H${row}:N${row}`);
  await host.settled();
  const copy = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(`${FORM_SHEET} (2)`).getRange(`H${row}:N${row}`);
    range.load("text");
    await context.sync();
    return range.text;
  });
  expect(copy).toEqual(original);
});
