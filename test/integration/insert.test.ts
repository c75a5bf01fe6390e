import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { loadOffice } from "./office";

const host = new Host(createHeadlessEngine());
beforeAll(() => loadOffice(host));

test("the real Office.js reads and writes through the host", async () => {
  const got = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B1");
    range.values = [[3, "=A1*2"]];
    range.load("values,formulas,address");
    await context.sync();
    return [range.values, range.formulas, range.address];
  });
  await host.settled();
  console.log(JSON.stringify(got), host.requests);
});
