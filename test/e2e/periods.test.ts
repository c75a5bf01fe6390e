import { FORM_SHEET } from "../../src/sheets";
import { violations } from "./axe";
import { cellOf } from "./figures";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1366, height: 768 });
  await workbench.press("插入指标模板");
}, 900_000);
afterAll(() => workbench?.close());

const panel = () => workbench.pane.getByRole("tabpanel", { name: "往期" });
const click = async (name: string): Promise<void> => {
  await panel().getByRole("button", { name, exact: true }).click();
  await workbench.settled();
};
const archived = (period: string) =>
  panel().getByRole("list", { name: "往期", exact: true }).getByRole("listitem").filter({ hasText: period });
const value = async (column: string, code: string): Promise<unknown> =>
  (await workbench.values(FORM_SHEET, cellOf(column, code)))[0]![0];
const period = async (): Promise<unknown> => (await workbench.values(FORM_SHEET, "F3"))[0]![0];
const fill = (text: string | null, figures: Record<string, number>): Promise<void> =>
  workbench.paste(FORM_SHEET, {
    ...(text !== null && { F3: text }),
    ...Object.fromEntries(Object.entries(figures).map(([code, figure]) => [cellOf("H", code), figure])),
  });

test("归档本期 in the pane keeps the period: it stands in the list 往期, and nothing is left to archive", async () => {
  await fill("2022年", { YL07: 45, YL08: 58 });
  await workbench.open("往期");
  await panel().getByText("还有 2 项没有归档").waitFor();
  await click("归档本期");
  await archived("2022年")
    .getByText(/^指标 2 项，.+ 归档$/)
    .waitFor();
  await panel().getByText("没有待归档的变化").waitFor();
  expect((await workbench.values("历史数据", "A2:B2"))[0]).toEqual(["2022年", "YL07"]);
});

test("结转下期 on the ribbon begins the next period with last year's figures; one undo takes it back", async () => {
  const now = async (): Promise<unknown[]> => [
    await period(),
    await value("H", "YL07"),
    await value("G", "YL07"),
  ];
  await workbench.press("结转下期");
  expect(await now()).toEqual(["2023年", "", 45]);
  await workbench.page
    .locator("#sheet canvas")
    .last()
    .click({ position: { x: 170, y: 82 } });
  await workbench.page.keyboard.press("Control+z");
  await workbench.settled();
  expect(await now()).toEqual(["2022年", 45, ""]);
  await workbench.press("结转下期");
  expect(await now()).toEqual(["2023年", "", 45]);
});

test("what changed is told in words, and each indicator's course has a line and its words", async () => {
  await fill(null, { YL07: 50, YL08: 60 });
  await panel()
    .getByText(/^与上期相比，追上1项：护理型养老床位占比由滞后转为达到序时/)
    .waitFor();
  const course = panel()
    .getByRole("list", { name: "指标进程" })
    .getByRole("listitem")
    .filter({ hasText: "YL07" });
  await course.getByText(/2022年 45% → 2023年 50%，目标 55%/).waitFor();
  await course
    .getByRole("img", { name: /^护理型养老床位占比（%）：2022年45.+2023年50.+目标55。$/ })
    .waitFor();
  await click("归档本期");
  await archived("2023年").waitFor();
});

test("调阅 shows an archived period; changed figures are archived as a revision once its reason is written", async () => {
  await archived("2022年").getByRole("button", { name: "调阅", exact: true }).click();
  await archived("2022年").getByText("表上这一期").waitFor();
  expect([await period(), await value("H", "YL07")]).toEqual(["2022年", 45]);
  await fill(null, { YL07: 46 });
  await panel().getByText("还有 1 项没有归档").waitFor();
  await click("归档本期");
  const confirm = panel().getByRole("button", { name: "确认归档", exact: true });
  expect(await confirm.getAttribute("aria-disabled")).toBe("true");
  const reason = panel().getByRole("textbox", { name: "修订原因" });
  await reason.fill("统计口径调整");
  // what is typed stays when the pane reads anew
  await fill(null, { YL09: 80 });
  await panel().getByText("还有 2 项没有归档").waitFor();
  expect(await reason.inputValue()).toBe("统计口径调整");
  await fill(null, { YL09: 80 });
  expect(await violations(workbench.pane)).toEqual([]);
  await confirm.click();
  await archived("2022年")
    .getByText(/修订 1 处/)
    .waitFor();
  await reason.waitFor({ state: "detached" });
});

test("报告期 changed by hand over filled figures is noticed, and 调阅 of the period they are of is offered", async () => {
  await fill("2024年", {});
  await workbench.pane
    .getByText(/报告期为“2024年”，填的却是已归档的“2022年”的数/)
    .first()
    .waitFor();
  await panel().getByRole("button", { name: "结转到 2024年", exact: true }).waitFor();
  await panel()
    .getByText(/^结转：归档2022年，报告期改为2024年/)
    .waitFor();
  await click("调阅 2022年");
  await archived("2022年").getByText("表上这一期").waitFor();
  expect([await period(), await value("H", "YL07")]).toEqual(["2022年", 46]);
});

test("生成上报文件 makes a file, in the pane", async () => {
  await click("生成上报文件");
  const link = panel().getByRole("link", { name: /\.xlsx$/ });
  const [download] = await Promise.all([workbench.page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toContain("2022年");
});

test("a tab that still has the focus opens again after a ribbon button has opened another", async () => {
  await workbench.pane.getByRole("tab", { name: "往期", exact: true }).click();
  await workbench.press("审核数据");
  await workbench.pane.getByRole("tabpanel", { name: "审核", exact: true }).waitFor();
  await workbench.open("往期");
});
