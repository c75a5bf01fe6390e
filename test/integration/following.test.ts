import { followWorkbook, workbook } from "../../src/commands";
import { insertTable } from "../../src/excel";
import { FORM } from "../../src/sheets";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { loadOffice } from "./office";
import { form } from "./sheets";

const COPY = "指标填报 (2)";

beforeAll(async () => {
  await loadOffice(new Host(createHeadlessEngine()));
  await insertTable(FORM, plan, undefined, "2023年");
  await followWorkbook();
});

/** What the pane says of YL08 once it shows this sheet. */
async function shown(name: string): Promise<unknown[]> {
  const end = Date.now() + 30_000;
  while (workbook.get().report?.sheets.form?.name !== name && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const { sheets, findings } = workbook.get().report!;
  return [sheets.form!.name, findings.filter(({ code }) => code === "YL08").map(({ level }) => level)];
}

test("the pane follows the sheet that is opened: a copy of the form is reported as itself", async () => {
  await form.act((sheet) => {
    const copy = sheet.context.workbook.worksheets.add(COPY);
    copy.getRange().copyFrom(sheet.getRange(), "All");
    copy.getRange(form.cell("YL08", "本期值")).values = [[101]];
    copy.activate();
  });
  expect(await shown(COPY)).toEqual([COPY, ["强制"]]);
  await form.act((sheet) => sheet.activate());
  expect(await shown(form.name)).toEqual([form.name, []]);
});
