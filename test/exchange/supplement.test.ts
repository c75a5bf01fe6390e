import { fileFor, readIncoming } from "../../src/exchange";
import { including, indicatorsOf } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { FORM_SHEET } from "../../src/sheets";
import { CALCULATION_SHEET } from "../../src/tables";
import { loadXlsx } from "../../src/xlsx/libraries";
import { bureau, expectation } from "./files";

const plan = including(builtInPlan, true);
const MADE = new Date("2024-01-05T08:00:00Z");
const OWNER = "市民政局";

/** A bureau's file with 补充指标, in which it typed values. */
async function returned(values: Record<string, number>) {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load((await fileFor(plan, bureau(OWNER), "2023年", MADE)).bytes);
  const sheet = workbook.getWorksheet(FORM_SHEET)!;
  sheet.eachRow((row) => {
    const value = values[String(row.getCell(1).value)];
    if (value !== undefined) row.getCell(8).value = value;
  });
  const calculation = workbook.getWorksheet(CALCULATION_SHEET)!;
  let crossed = 0;
  calculation.eachRow((row) =>
    row.eachCell(({ formula }) => void (crossed += formula?.includes("BC02 为 ") ? 1 : 0)),
  );
  return { bytes: await workbook.xlsx.writeBuffer(), crossed };
}

test("a distributed file has the bureau's 补充指标 and their checks, and what is typed there comes back", async () => {
  const { bytes, crossed } = await returned({ BC01: 50000, YL07: 43 });
  // in the rows of 养老床位数, 护理型床位数 and 护理型养老床位占比
  expect(crossed).toBe(3);
  const read = await readIncoming("一.xlsx", bytes, { ...expectation(), plan });
  expect(read).toMatchObject({ problem: null, refused: false, bureau: OWNER, issues: [] });
  expect(read.entries.map(({ key, value }) => [key, value])).toEqual([
    ["YL07", 43],
    ["BC01", 50000],
  ]);
  expect(indicatorsOf(plan)).toHaveLength(37);
});

test("in a workbook without them the file is told to be of another version, and what it has more", async () => {
  const { bytes } = await returned({ BC01: 50000, YL07: 43 });
  const read = await readIncoming("一.xlsx", bytes, expectation());
  expect(read).toMatchObject({ problem: null, refused: false });
  expect(read.entries.map(({ key }) => key)).toEqual(["YL07"]);
  expect(JSON.stringify(read.issues)).toContain("BC01");
});
