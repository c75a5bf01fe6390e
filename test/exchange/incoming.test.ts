import type { Worksheet } from "@cj-tech-master/excelts";
import { type Incoming, type IncomingIssue, incomingIssueMessage } from "../../src/exchange";
import { FORM_SHEET, TASKS_SHEET } from "../../src/sheets";
import { filled, incoming, PERIOD, places, returned } from "./files";

const BUREAU = "市民政局";
const { form, task } = places(BUREAU);
const H = (code: string): string => form(code, "actual");
const valuesOf = ({ entries }: Incoming): Record<string, unknown> =>
  Object.fromEntries(entries.map(({ key, column, value }) => [`${key} ${column}`, value]));
const codesOf = ({ issues }: Incoming): string[] => [...new Set(issues.map((issue) => issue.code))];
const edited = async (edit: (sheet: Worksheet) => void): Promise<Incoming> =>
  incoming("a.xlsx", await returned(BUREAU, (workbook) => edit(workbook.getWorksheet(FORM_SHEET)!)));

test("an untouched file has no entries and nothing to remark", async () => {
  const read = await incoming("a.xlsx", await filled(BUREAU, {}));
  expect(read).toMatchObject({ refused: false, problem: null, bureau: BUREAU, period: PERIOD });
  expect(read.entries).toEqual([]);
  expect(read.issues).toEqual([]);
});

test("entries are read by code and header, with their addresses, and audited", async () => {
  const read = await incoming("a.xlsx", await filled(BUREAU, { YL07: 48, YL04: 0.5 }, { 3: "推进中" }));
  expect(valuesOf(read)).toEqual({ "YL07 actual": 48, "YL04 actual": 0.5, "3 state": "推进中" });
  expect(read.entries.map((e) => e.address)).toEqual([H("YL04"), H("YL07"), task(3, "state")]);
  expect(read.findings.map((f) => `${f.level} ${f.address}`)).toContain(`核实 ${H("YL04")}`);
});

test.each<[string, (sheet: Worksheet) => void, IncomingIssue["code"], Record<string, unknown>]>([
  [
    "a formula gives its result",
    (s) => (s.getCell(H("YL07")).value = { formula: "40+8", result: 48 }),
    "formula-value",
    { "YL07 actual": 48 },
  ],
  [
    "a formula without a result is not taken",
    (s) => (s.getCell(H("YL07")).value = { formula: "40+8" }),
    "formula-uncalculated",
    {},
  ],
  [
    "a number kept as text is taken as a number",
    (s) => (s.getCell(H("YL07")).value = "４８"),
    "number-text",
    { "YL07 actual": 48 },
  ],
  ["an error cell is not taken", (s) => (s.getCell(H("YL07")).value = { error: "#N/A" }), "error-cell", {}],
  [
    "a hidden row is read",
    (s) => {
      s.getCell(H("YL07")).value = 48;
      s.getRow(s.getCell(H("YL07")).fullAddress.row).hidden = true;
    },
    "row-hidden",
    { "YL07 actual": 48 },
  ],
  [
    "merged cells count once",
    (s) => {
      s.getCell(H("YL07")).value = 48;
      s.mergeCells(`${H("YL07")}:${H("YL08")}`);
    },
    "merged",
    { "YL07 actual": 48 },
  ],
  [
    "a row that is gone is missed",
    (s) => s.spliceRows(s.getCell(H("YL07")).fullAddress.row, 1),
    "row-missing",
    {},
  ],
  [
    "a changed target is named",
    (s) => (s.getCell(form("YL07", "target")).value = 50),
    "plan-cell-changed",
    {},
  ],
  [
    "an overwritten formula is named",
    (s) => (s.getCell(form("YL07", "status")).value = "● 已达标"),
    "formula-changed",
    {},
  ],
  [
    "a renamed header is taken at its place",
    (s) => {
      s.getCell("H4").value = "今年数";
      s.getCell(H("YL07")).value = 48;
    },
    "header-renamed",
    { "YL07 actual": 48 },
  ],
  [
    "swapped columns are read by header",
    (s) => {
      s.getCell("G4").value = "本期值";
      s.getCell("H4").value = "上年同期";
      s.getCell(form("YL07", "previous")).value = 48;
    },
    "columns-moved",
    { "YL07 actual": 48 },
  ],
  [
    "a row of another bureau is not taken",
    (s) => {
      s.getCell("A30").value = "YL01";
      s.getCell("H30").value = 96;
    },
    "row-foreign",
    {},
  ],
  [
    "a code that stands twice is read once",
    (s) => {
      s.getCell("A30").value = "YL07";
      s.getCell("H30").value = 51;
      s.getCell(H("YL07")).value = 48;
    },
    "row-duplicate",
    { "YL07 actual": 48 },
  ],
  ["a form without a period is refused", (s) => (s.getCell("F3").value = "本年"), "period-unreadable", {}],
  ["a form of another period is refused", (s) => (s.getCell("F3").value = "2022年"), "other-period", {}],
])("%s", async (_, edit, code, values) => {
  const read = await edited(edit);
  expect(codesOf(read)).toContain(code);
  expect(valuesOf(read)).toEqual(values);
});

test.each<[string, string, string, IncomingIssue["code"]]>([
  ["another city", "YIZHI_CITY", "蚌埠市", "other-plan"],
  ["another version of the plan", "YIZHI_PLAN_VERSION", "0", "other-version"],
  ["another layout", "YIZHI_FINGERPRINT", "0", "other-template"],
])("a form of %s is named", async (_, name, value, code) => {
  const bytes = await returned(BUREAU, (workbook) => {
    const [range] = workbook.definedNames.getRanges(name).ranges;
    workbook.getWorksheet("文件信息")!.getCell(range!.split("!")[1]!.replace(/\$/g, "")).value = value;
  });
  expect(codesOf(await incoming("a.xlsx", bytes))).toContain(code);
});

test("a file without its hidden sheets is read by what the form says", async () => {
  const bytes = await returned(BUREAU, (workbook) => {
    workbook.getWorksheet(FORM_SHEET)!.getCell(H("YL07")).value = 48;
    workbook.removeWorksheet("文件信息");
  });
  const read = await incoming("a.xlsx", bytes);
  expect(codesOf(read)).toContain("identity-missing");
  expect(read.bureau).toBe(BUREAU);
  expect(valuesOf(read)).toEqual({ "YL07 actual": 48 });
});

test("a form of another city that has lost its hidden sheets is known by its title", async () => {
  const bytes = await returned(BUREAU, (workbook) => {
    for (const name of [FORM_SHEET, TASKS_SHEET]) {
      const sheet = workbook.getWorksheet(name)!;
      sheet.getCell("A1").value = String(sheet.getCell("A1").value).replace("宿州市", "蚌埠市");
    }
    workbook.getWorksheet(FORM_SHEET)!.getCell(H("YL07")).value = 48;
    workbook.removeWorksheet("文件信息");
  });
  const read = await incoming("a.xlsx", bytes);
  expect(read.issues.map(incomingIssueMessage).join()).toContain("蚌埠市");
  expect(read).toMatchObject({ refused: true, entries: [] });
});

test("a workbook without our sheets is named", async () => {
  const bytes = await returned(BUREAU, (workbook) => {
    workbook.removeWorksheet(FORM_SHEET);
    workbook.removeWorksheet(TASKS_SHEET);
  });
  expect((await incoming("a.xlsx", bytes)).problem).toEqual({ code: "no-sheet" });
});

test("text that looks like a formula stays text", async () => {
  const read = await edited((s) => {
    s.getCell(form("YL07", "explanation")).value = '=HYPERLINK("http://x")';
    s.getCell(H("YL07")).value = "+48%";
  });
  expect(valuesOf(read)).toEqual({ "YL07 actual": "+48%", "YL07 explanation": '=HYPERLINK("http://x")' });
});

test("every remark has words that say where and what to do", async () => {
  const read = await edited((s) => (s.getCell(H("YL07")).value = { error: "#N/A" }));
  expect(read.issues.map(incomingIssueMessage)).toEqual([
    `${H("YL07")} 是错误值 #N/A，未并入；请该单位改正后重报`,
  ]);
});

test("a period that is a date is read and named as its month", async () => {
  const read = await edited((sheet) => (sheet.getCell("F3").value = new Date(Date.UTC(2022, 5, 30))));
  expect(read.period).toBe("2022年6月");
  expect(codesOf(read)).toContain("other-period");
});
