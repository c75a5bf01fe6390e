import { builtInPlan as plan } from "../../../src/plan/built-in";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setBureau, state } from "../../../src/commands";
import { watchWorkbook } from "../../../src/excel";
import { writeEntries } from "../../../src/excel/entries";
import { FORM_SHEET } from "../../../src/sheets";
import { coverage, OFFICE_API } from "../../../src/workbench/host/coverage";
import { Host } from "../../../src/workbench/host/host";
import { loadOffice } from "../../integration/office";
import { press } from "../../integration/press";
import { PlainEngine } from "../plain-engine";
import { apiText } from "./office-api";

const JSON_FILE = join(__dirname, "../../../src/workbench/host/office-api.json");

const table = coverage();
const host = new Host(new PlainEngine());

/** A chart on the sheet that nobody protects. */
function chartOn({ context }: Excel.Worksheet): Excel.Chart {
  const sheet = context.workbook.worksheets.getItem("Sheet1");
  return sheet.charts.add("BarStacked", sheet.getRange("A1:B2"), "Columns");
}

test("what Office.js has is what its types declare", () => {
  expect(readFileSync(JSON_FILE, "utf8")).toBe(apiText(Object.keys(OFFICE_API)));
  expect(Object.keys(OFFICE_API).sort()).toEqual(table.map(({ type }) => type).sort());
});

test("the host answers these members of Office.js", () => {
  const lines = table.map(
    ({ type, answered, missing }) =>
      `${type} ${answered.length}/${answered.length + missing.length}: ${answered.join(" ")}`,
  );
  expect(lines).toMatchSnapshot();
});

describe("with Office.js", () => {
  beforeAll(() => loadOffice(host));

  test("every member that the add-in asks for, whatever it does, is among them", async () => {
    await press("insertForm");
    await press("insertTasks");
    await writeEntries(plan, [{ place: { slot: "period" }, content: "2023年" }]);
    await watchWorkbook(() => undefined);
    await press("auditForm");
    await press("markLagging");
    setBureau("市卫健委");
    host.faults.failAction = { skip: 1, index: 250, code: "AccessDenied" };
    await press("insertForm");
    await press("insertForm");
    const asked = new Set(host.requests.flatMap(({ members }) => members));
    const answered = new Set(table.flatMap((row) => row.answered.map((name) => `${row.type}.${name}`)));
    const own = /\._/;
    expect([...asked].filter((member) => !answered.has(member) && !own.test(member))).toEqual([]);
    expect([...asked]).toEqual(
      expect.arrayContaining(["Range.formulas", "Range.copyFrom", "DataValidation.rule", "PageLayout.zoom"]),
    );
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    [
      "Workbook.insertWorksheetsFromBase64",
      ({ context }) => void context.workbook.insertWorksheetsFromBase64(""),
    ],
    ["Worksheet.tables", (sheet) => void sheet.tables.add("A1:B2", true)],
    ["ChartCollection.add", (sheet) => void sheet.charts.add("Pie", sheet.getRange("A1:B2"))],
    ["Chart.plotArea", (sheet) => void chartOn(sheet).plotArea.load("width")],
    ["ChartDataLabels.position", (sheet) => void (chartOn(sheet).dataLabels.position = "Center")],
    ["Chart.height", (sheet) => void (chartOn(sheet).height = 90)],
    ["ChartLegend.position", (sheet) => void (chartOn(sheet).legend.position = "Corner")],
    ["ChartSeriesCollection.add", (sheet) => void chartOn(sheet).series.add("甲")],
    ["ChartAxis.majorUnit", (sheet) => void (chartOn(sheet).axes.valueAxis.majorUnit = 5)],
    ["ChartAxis.minimum", (sheet) => void (chartOn(sheet).axes.categoryAxis.minimum = 5)],
    [
      "ChartLineFormat.color",
      (sheet) => void (chartOn(sheet).series.getItemAt(0).format.line.color = "#FF0000"),
    ],
    ["Range.sort", (sheet) => sheet.getRange("A1:B2").sort.apply([{ key: 0 }])],
    ["Range.hyperlink", (sheet) => void sheet.getRange("A1").load("hyperlink")],
    ["Range.group", (sheet) => sheet.getRange("1:2").group("ByRows")],
  ])("what it does not know is an error that names it: %s", async (member, ask) => {
    const asked = Excel.run(async (context) => {
      ask(context.workbook.worksheets.getActiveWorksheet());
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({ code: "ApiNotFound" });
    await asked.catch((error: Error) => expect(error.message.toLowerCase()).toContain(member.toLowerCase()));
  });

  test.each(["1.1", "1.3", "1.6", "1.8"])(
    "an Excel of ExcelApi %s leaves the workbook alone and is told to be updated",
    async (excelApi) => {
      const sheets = JSON.stringify(host.engine.sheets());
      host.faults.excelApi = excelApi;
      await expect(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem(FORM_SHEET).getRange().copyFrom("A1");
          await context.sync();
        }),
      ).rejects.toMatchObject({ code: "ApiNotFound" });
      await press("insertTasks");
      expect(state.get().notice).toMatchObject({
        kind: "error",
        text: expect.stringContaining("更新 Excel"),
      });
      delete host.faults.excelApi;
      expect(JSON.stringify(host.engine.sheets())).toBe(sheets);
    },
  );
});
