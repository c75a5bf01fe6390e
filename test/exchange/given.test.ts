import type { Workbook as FileWorkbook } from "@cj-tech-master/excelts";
import { earlierOf, fileFor, type Incoming, incomingIssueMessage, readIncoming } from "../../src/exchange";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM_SHEET, TASKS_SHEET } from "../../src/sheets";
import { loadXlsx } from "../../src/xlsx/libraries";
import { Workbook } from "../ledger/workbook";
import { bureau, expectation, places } from "./files";

const [CIVIL, MADE] = ["市民政局", new Date("2024-01-05T08:00:00Z")];
const at = places(CIVIL);

/** What a workbook that has archived some periods gives out for the next. */
function earlier(period: string) {
  const workbook = new Workbook(plan, "2022年上半年").type("YL07", "本期值", 43).type("YL08", "本期值", 51);
  workbook.archive({ cleanOnly: true });
  workbook.roll("2023年一季度");
  workbook.type("YL07", "本期值", 45).type(3, "进展状态", "推进中");
  workbook.archive({ cleanOnly: true });
  return earlierOf(workbook.read(), period);
}

async function opened(
  period: string,
  edit?: (workbook: FileWorkbook) => void,
): Promise<[FileWorkbook, Incoming]> {
  const { Workbook: File } = await loadXlsx();
  const file = new File();
  const made = await fileFor(plan, bureau(CIVIL), period, MADE, { earlier: earlier(period) });
  await file.xlsx.load(made.bytes);
  edit?.(file);
  return [file, await readIncoming("民政.xlsx", await file.xlsx.writeBuffer(), expectation(period))];
}

const cell = (file: FileWorkbook, address: string, sheet = FORM_SHEET) =>
  file.getWorksheet(sheet)!.getCell(address);
const beside = (address: string): string => address.replace(/^[A-Z]+/, "P");
const told = ({ issues }: Incoming): string[] => issues.map(incomingIssueMessage);

test("a file brings 上年同期, and the last value in a column of its own that is printed", async () => {
  const [file] = await opened("2023年上半年");
  expect(cell(file, at.form("YL07", "previous")).value).toBe(43);
  expect(cell(file, at.form("YL07", "actual")).value).toBeNull();
  const header = at.form("YL07", "actual").replace(/^[A-Z]+\d+/, "P4");
  expect(cell(file, header).value).toBe("上期（2023年一季度）");
  expect(cell(file, beside(at.form("YL07", "actual"))).value).toBe(45);
  expect(cell(file, at.task(3, "state").replace(/^[A-Z]+/, "H"), TASKS_SHEET).value).toBe("推进中");
  expect(file.getWorksheet(FORM_SHEET)!.pageSetup.printArea).toMatch(/P\d+$/);
});

test("the last value of an older period says so, and is left out where it is 上年同期", async () => {
  const [file] = await opened("2023年前三季度");
  expect(cell(file, beside(at.form("YL08", "actual"))).value).toBe("51（2022年上半年）");
  const [halfYear] = await opened("2023年上半年");
  expect(cell(halfYear, beside(at.form("YL08", "actual"))).value).toBeNull();
});

test("what comes back as it was handed out is no entry, and nothing is said of it", async () => {
  const [, read] = await opened(
    "2023年上半年",
    (file) => void (cell(file, at.form("YL07", "actual")).value = 48),
  );
  expect(read.entries.map(({ key, column, value }) => [key, column, value])).toEqual([
    ["YL07", "actual", 48],
  ]);
  expect(told(read)).toEqual([]);
});

test("上年同期 that was changed is an entry and told; emptied it is told; 上期 that was changed is told", async () => {
  const [, read] = await opened("2023年上半年", (file) => {
    cell(file, at.form("YL07", "previous")).value = 44;
    cell(file, at.form("YL08", "previous")).value = null;
    cell(file, beside(at.form("YL07", "actual"))).value = 46;
  });
  expect(read.entries.map(({ key, column, value }) => [key, column, value])).toEqual([
    ["YL07", "previous", 44],
  ]);
  const [changed, emptied] = [at.form("YL07", "previous"), at.form("YL08", "previous")];
  expect(told(read).sort()).toEqual(
    [
      `${changed} 的“上年同期”分发时已填 43（取自历史数据），被改为“44”；请核对`,
      `${emptied} 的“上年同期”分发时已填 51（取自历史数据），被清空；汇总不清空本表；请核对`,
      `“指标填报”表样以外写有：${beside(changed)}“46”；未并入，请看是否需要`,
    ].sort(),
  );
});

test("the first period brings nothing, and the file is as it always was", async () => {
  const [file, read] = await opened("2022年一季度");
  expect(cell(file, "P4").value).toBeNull();
  expect(told(read)).toEqual([]);
});
