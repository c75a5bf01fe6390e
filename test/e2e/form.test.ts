import { findBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { formSheet } from "../../src/sheets";
import { COLORS } from "../../src/grid/palette";
import { type OpenWorkbench, openWorkbench } from "./workbench";

const FORM = "指标填报";
const BUREAU = "市教育体育局"; // an alias: the registry's name is 市教体局

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
}, 900_000);

afterAll(() => workbench?.close());

const found = findBureau(BUREAU, plan);
const bureau = found.ok ? found.value : undefined;
const bureauForm = expandTable(formSheet(plan, { bureau })).cells;
const wholeForm = expandTable(formSheet(plan)).cells;
const rowIn = (cells: typeof wholeForm, code: string): number =>
  cells.findIndex((row) => row[0] === code) + 1;
const rowOf = (code: string): number => rowIn(wholeForm, code);

/** One column of the form as it stands, found by its header: code → value. */
async function column(header: string): Promise<Record<string, unknown>> {
  const rows = await workbench.values(FORM, `A1:O${wholeForm.length}`);
  const at = rows.find((row) => row[0] === "指标代码")!.indexOf(header);
  const coded = rows.filter((row) => /^[A-Z]{2}\d\d$/.test(String(row[0])));
  return Object.fromEntries(coded.map((row): [string, unknown] => [String(row[0]), row[at]]));
}

test("a bureau chosen under an alias gets the form of its own indicators, with their highlights live", async () => {
  const field = workbench.pane.getByRole("combobox", { name: "本单位" });
  await field.fill(BUREAU);
  await field.press("Enter");
  await field.press("Tab");
  await workbench.press("插入指标模板");
  const codes = ["YL17", "YL18", "TY08"];
  expect(Object.keys(await column("指标名称"))).toEqual(codes);
  expect(await workbench.values(FORM, "A1:O1")).toEqual([[bureauForm[0]![0], ...Array<string>(14).fill("")]]);
  expect(await workbench.pixels(COLORS.severe.cell)).toBe(0);

  await workbench.paste(FORM, {
    F3: "2022年",
    [`H${rowIn(bureauForm, "YL17")}`]: 95,
    [`H${rowIn(bureauForm, "YL18")}`]: 20,
    [`H${rowIn(bureauForm, "TY08")}`]: 16,
  });
  expect(await column("状态")).toEqual({ YL17: "● 已达标", YL18: "■ 严重滞后", TY08: "◐ 达到序时" });
  expect(await workbench.pixels(COLORS.severe.cell)).toBeGreaterThan(1000);

  await workbench.paste(FORM, { [`H${rowIn(bureauForm, "YL18")}`]: 24 });
  expect((await column("状态")).YL18).toBe("◐ 达到序时");
  expect(await workbench.pixels(COLORS.severe.cell)).toBe(0);
});

test("for the whole city again, the bureau's entries stay with their codes", async () => {
  const field = workbench.pane.getByRole("combobox", { name: "本单位" });
  await field.fill("全市");
  await field.press("Enter");
  await field.press("Tab");
  await workbench.press("插入指标模板");
  const actuals = await column("本期值");
  expect(Object.keys(actuals)).toHaveLength(29);
  expect(actuals).toMatchObject({ YL17: 95, YL18: 24, TY08: 16, YL07: "" });
  await workbench.pane
    .getByText(/填报内容没有改动/)
    .first()
    .waitFor();
});

test("one row of every kind shows its figures, its status and, in the pane, its reason", async () => {
  await workbench.paste(FORM, {
    F3: "2023年",
    [`H${rowOf("YL05")}`]: 99,
    [`H${rowOf("YL07")}`]: 48,
    [`H${rowOf("YL16")}`]: 0.6,
    [`H${rowOf("YL03")}`]: 100,
    [`H${rowOf("YL01")}`]: 95,
  });
  expect(await column("状态")).toMatchObject({
    YL05: "▲ 滞后",
    YL07: "▲ 滞后",
    YL16: "◇ 无基期",
    YL03: "– 不评价",
    YL01: "▲ 滞后",
    YL02: "○ 未填报",
  });
  const figures = await workbench.values(FORM, `I${rowOf("YL07")}:K${rowOf("YL07")}`);
  expect(figures[0]!.map((v) => Number(Number(v).toFixed(6)))).toEqual([49.8, 7, 0.461538]);
  await workbench.press("标记滞后");
  for (const reason of [
    "序时进度应完成60.0%，实际46.2%，落后13.8个百分点",
    "须大于95，当前95",
    "须不低于100，当前99，差1个百分点",
  ])
    await workbench.pane.getByText(reason).first().waitFor();
});

test("inserting again over typed entries changes none of them", async () => {
  const before = await workbench.values(FORM, `G1:H${wholeForm.length}`);
  await workbench.press("插入指标模板");
  expect(await workbench.values(FORM, `G1:H${wholeForm.length}`)).toEqual(before);
});

test("what is typed into a locked cell is refused, into an entry cell taken", async () => {
  const { page, settled } = workbench;
  const formulaCell = `J${rowOf("YL07")}`;
  const typeInto = async (address: string, text: string): Promise<void> => {
    await workbench.select(FORM, address);
    await page.locator("#sheet canvas").first().focus();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await settled();
  };
  const before = await workbench.values(FORM, formulaCell);
  await page.getByRole("tab", { name: "一指填报" }).click(); // takes the focus out of the pane
  await typeInto(formulaCell, "1");
  await page.getByText("单元格受保护").first().waitFor();
  expect(await workbench.values(FORM, formulaCell)).toEqual(before);
  await page.keyboard.press("Delete");
  await settled();
  expect(await workbench.values(FORM, formulaCell)).toEqual(before);
});
