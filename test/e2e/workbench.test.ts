import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { formSheet, taskSheet } from "../../src/sheets";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

const form = expandTable(formSheet(plan)).cells;
const rowOf = (code: string): number => form.findIndex((cells) => cells[0] === code) + 1;

beforeAll(async () => {
  workbench = await openWorkbench();
}, 900_000);

afterAll(() => workbench?.close());

test("插入指标模板 prints every cell of the plan's table", async () => {
  await workbench.press("插入指标模板");
  const first = rowOf(plan.sections[0]!.indicators[0]!.code);
  const last = form.length - 3;
  const printed = await workbench.values("指标填报", `A${first}:F${last}`);
  expect(printed).toEqual(
    form.slice(first - 1, last).map((row) => row.slice(0, 6).map((cell) => cell ?? "")),
  );
});

test("插入任务分工表 prints every task", async () => {
  await workbench.press("插入任务分工表");
  const tasks = expandTable(taskSheet(plan)).cells;
  const printed = await workbench.values("任务分工", `A1:C${tasks.length}`);
  expect(printed).toEqual(tasks.map((row) => row.slice(0, 3).map((cell) => cell ?? "")));
});

test("试填 shows statuses; 标记滞后 lists the responsible bureaus in the pane", async () => {
  await workbench.press("试填");
  const [row] = await workbench.values("指标填报", `L${rowOf("YL07")}:M${rowOf("YL07")}`);
  expect(row).toEqual(["▲ 滞后", "市民政局"]);
  await workbench.press("标记滞后");
  await workbench.pane
    .getByRole("button", { name: /护理型养老床位占比/ })
    .first()
    .waitFor();
});

test("审核数据 finds a text and an impossible number that were pasted", async () => {
  await workbench.paste("指标填报", { [`H${rowOf("YL01")}`]: "九十", [`H${rowOf("YL02")}`]: 120 });
  await workbench.press("审核数据");
  for (const code of ["YL01", "YL02"])
    await workbench.pane
      .getByText(`H${rowOf(code)}`)
      .first()
      .waitFor();
});

test("what a person types into a cell is heard by the add-in", async () => {
  type Heard = { type: string; address: string; details?: unknown };
  const { page, pane, settled } = workbench;
  const heard = async (): Promise<Heard[]> => {
    await settled();
    return pane.evaluate(() => (window as unknown as { heard: Heard[] }).heard.splice(0));
  };
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const list: Heard[] = ((window as unknown as { heard: Heard[] }).heard = []);
      const hear = async ({ type, address, ...more }: Heard): Promise<void> => {
        list.push({ type, address, ...("details" in more && { details: more.details }) });
      };
      const sheet = context.workbook.worksheets.getItem("指标填报");
      sheet.activate();
      sheet.onChanged.add(hear);
      sheet.onSelectionChanged.add(hear);
      await context.sync();
    }),
  );
  await heard();
  await page.mouse.click(500, 400);
  // a locked cell refuses what is typed, so on to 本期值
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("指标填报").getRange("H8").select();
      await context.sync();
    }),
  );
  const selected = (await heard()).at(-1);
  await page.keyboard.type("33");
  await page.keyboard.press("Enter");
  const [changed, next] = await heard();
  expect(changed).toMatchObject({
    type: "WorksheetChanged",
    address: selected!.address,
    details: { valueAfter: 33, valueTypeAfter: "Double" },
  });
  expect(next!.type).toBe("WorksheetSelectionChanged");
});

test("a selected cell's error is explained at the ribbon, as far as a function said why", async () => {
  const { page } = workbench;
  await workbench.paste("Sheet1", { A1: '=YIZHI.GAP("查无此码",1)' });
  const select = (address: string): Promise<void> =>
    workbench.pane.evaluate(
      (where) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Sheet1").getRange(where).select();
          await context.sync();
        }),
      address,
    );
  await select("B2");
  await select("A1");
  await page.getByText(/^A1：.*查无此码/).waitFor();
  await select("B2");
  await page.getByText(/^点“插入指标模板”开始/).waitFor();
});

test("the spreadsheet's own bars are as wide as the sheet: the page's looks leave them alone", async () => {
  const width = async (selector: string): Promise<number> =>
    (await workbench.page.locator(selector).boundingBox())!.width;
  expect(await width("[data-u-comp=formula-bar]")).toBeCloseTo(await width("#sheet"), 0);
});
