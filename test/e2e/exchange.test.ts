import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { loadXlsx } from "../../src/xlsx/libraries";
import { bureausToServe } from "../../src/exchange";
import { indicatorsOfBureau, tasksOfBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM_SHEET, formSheet } from "../../src/sheets";
import { filled, places } from "../exchange/files";
import { openWorkbench, type OpenWorkbench } from "./workbench";

const PERIOD = "2023年";
const rows = expandTable(formSheet(plan)).cells.map((cells) => cells[0]);
const at = (column: string, code: string): string => `${column}${rows.indexOf(code) + 1}`;

let workbench: OpenWorkbench;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "exchange-"));
  workbench = await openWorkbench();
  await workbench.press("插入指标模板");
  await workbench.press("插入任务分工表");
  await workbench.paste(FORM_SHEET, { F3: PERIOD });
}, 900_000);
afterAll(async () => {
  await workbench?.close();
  rmSync(folder, { recursive: true, force: true });
});

const panel = () => workbench.pane.getByRole("tabpanel", { name: "汇总" });
const press = (name: string): Promise<void> => panel().getByRole("button", { name, exact: true }).click();

/** A bureau fills in its file and sends it back under another name. */
async function fillIn(
  handedOut: Record<string, Uint8Array>,
  bureau: string,
  actuals: Record<string, number | string>,
  returned: string,
): Promise<string> {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  const name = Object.keys(handedOut).find((file) => file.startsWith(bureau))!;
  await workbook.xlsx.load(handedOut[name]!);
  for (const [code, value] of Object.entries(actuals))
    workbook.getWorksheet(FORM_SHEET)!.getCell(places(bureau).form(code, "actual")).value = value;
  const path = join(folder, returned);
  writeFileSync(path, await workbook.xlsx.writeBuffer());
  return path;
}

const choose = (paths: string[]): Promise<void> => panel().getByLabel("交回的文件").setInputFiles(paths);

test("分发 hands out a file per bureau; 汇总 merges two that come back, after the user has decided", async () => {
  await workbench.press("分发");
  const link = panel().getByRole("link", { name: /填报文件\.zip$/ });
  const [download] = await Promise.all([workbench.page.waitForEvent("download"), link.click()]);
  const handedOut = unzipSync(readFileSync(await download.path()));
  expect(Object.keys(handedOut).length).toBeGreaterThan(20);
  await workbench.paste(FORM_SHEET, { [at("H", "YL08")]: 59 });
  const civil = await fillIn(handedOut, "市民政局", { YL07: 48, YL08: 60, YL04: "约55%" }, "民政局交.xlsx");
  const health = await fillIn(handedOut, "市卫健委", { TY05: 1.62 }, "卫健委交.xlsx");
  const word = join(folder, "说明.xlsx");
  writeFileSync(word, "这不是工作簿");

  await workbench.press("汇总");
  await choose([civil, health, word]);
  await panel().getByText("说明.xlsx").waitFor();
  await panel()
    .getByText(/文件不是 Excel 工作簿/)
    .waitFor();
  await panel()
    .getByText(/冲突，请选定（1）/)
    .waitFor();
  await panel()
    .getByText(/强制问题，不选则不写入（1）/)
    .waitFor();
  expect(await workbench.values(FORM_SHEET, at("H", "YL07"))).toEqual([[""]]);
  await panel().getByRole("radio", { name: /^60 / }).check();
  await panel()
    .getByRole("radio", { name: /^约55%（原样/ })
    .waitFor();
  await panel()
    .getByRole("radio", { name: /^55（改正后）/ })
    .check();
  await panel()
    .getByText(/其余文件（2）/)
    .click();
  await panel()
    .getByRole("checkbox", { name: /卫健委交/ })
    .uncheck();
  await workbench.pane.getByText(/新增 1、更新 0、相同 0、冲突 1、强制问题 1/).waitFor();
  await panel()
    .getByRole("checkbox", { name: /卫健委交/ })
    .check();
  await workbench.pane.getByText(/新增 2、更新 0/).waitFor();
  await press("写入汇总");
  await workbench.pane.getByText(/已写入 4 个单元格/).waitFor();
  await workbench.settled();
  const values = await Promise.all(
    ["YL07", "YL08", "YL04", "TY05"].map((code) => workbench.values(FORM_SHEET, at("H", code))),
  );
  expect(values.flat(2)).toEqual([48, 60, 55, 1.62]);
  expect(await workbench.values(FORM_SHEET, at("L", "YL07"))).toEqual([["▲ 滞后"]]);

  await choose([civil, health]);
  await workbench.pane.getByText(/新增 0、更新 0、相同 4、冲突 0/).waitFor();
  await press("取消汇总");
  await workbench.pane.getByText("已取消汇总，工作簿没有改动。").waitFor();
});

test("催报清单 lists who has not reported", async () => {
  await press("生成催报清单");
  await panel().getByRole("button", { name: "复制催报清单" }).waitFor();
  const [[first]] = (await workbench.values("催报清单", "A4")) as [[string]];
  expect(plan.bureaus.map((b) => b.name)).toContain(first);
});

/** 40 returned files: one of every bureau, then second ones that say the same. */
async function forty(): Promise<string[]> {
  const bureaus = bureausToServe(plan);
  const paths: string[] = [];
  for (let i = 0; i < 40; i++) {
    const bureau = bureaus[i % bureaus.length]!;
    const actuals = indicatorsOfBureau(bureau, plan).map(({ code }, n) => [code, 40 + n]);
    const states = tasksOfBureau(bureau, plan).map(({ number }) => [number, "推进中"]);
    const path = join(folder, `${i + 1} ${bureau.name}.xlsx`);
    writeFileSync(path, await filled(bureau.name, Object.fromEntries(actuals), Object.fromEntries(states)));
    paths.push(path);
  }
  return paths;
}

/** Notes every value of the progress bar; at the step named, presses 取消 as a quick hand would. */
const watchProgress = (cancelAt: number | null): Promise<void> =>
  workbench.pane.evaluate((step) => {
    const seen: number[] = ((window as unknown as { seen: number[] }).seen = []);
    const watch = new MutationObserver(() => {
      const bar = document.querySelector<HTMLElement & { value?: number; max?: number }>(
        "fluent-progress-bar",
      );
      if (!bar || bar.max !== 40) return;
      seen.push(Number(bar.value));
      if (bar.value !== step) return;
      watch.disconnect();
      [...document.querySelectorAll<HTMLElement>(".working fluent-button")].at(-1)!.click();
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  }, cancelAt);

/** Everything a merge could touch. */
const untouched = async (): Promise<unknown> => [
  await workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/protection/protected");
      const used = ["指标填报", "任务分工"].map((name) =>
        context.workbook.worksheets.getItem(name).getUsedRange().load("formulas"),
      );
      await context.sync();
      return [sheets.items.map((s) => [s.name, s.protection.protected]), used.map((range) => range.formulas)];
    }),
  ),
];

test("40 files are merged in one go with the progress seen; cancelled at any moment, the workbook is as before", async () => {
  const paths = await forty();
  await workbench.open("汇总");
  const before = await untouched();
  for (const step of [0, 19, 39]) {
    await watchProgress(step);
    await choose(paths);
    await workbench.pane.getByText("已取消，工作簿没有改动。").waitFor();
    expect(await panel().getByRole("button", { name: "写入汇总" }).count()).toBe(0);
    expect(await untouched()).toEqual(before);
  }
  await watchProgress(null);
  await choose(paths);
  await workbench.pane.getByText(/读了 40 个文件/).waitFor();
  const seen = await workbench.pane.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThan(30);
  expect(await untouched()).toEqual(before);
  await press("取消汇总");
  await workbench.pane.getByText("已取消汇总，工作簿没有改动。").waitFor();
  expect(await untouched()).toEqual(before);

  await choose(paths);
  await workbench.pane.getByText(/读了 40 个文件/).waitFor();
  await press("写入汇总");
  await workbench.pane.getByText(/已写入 \d+ 个单元格/).waitFor();
  await workbench.settled();
  const states = (await workbench.values("任务分工", "E5:E35")).flat();
  expect(states.filter((state) => state === "推进中").length).toBeGreaterThan(20);
  await choose(paths);
  await workbench.pane.getByText(/新增 0、更新 0/).waitFor();
  await press("取消汇总");
});

test("转为普通公式 and back leave what the form shows", async () => {
  const row = `I${at("A", "YL07").slice(1)}:L${at("A", "YL07").slice(1)}`;
  const before = await workbench.values(FORM_SHEET, row);
  await workbench.press("转为普通公式");
  await workbench.pane.getByText(/已转为普通公式/).waitFor();
  await workbench.settled();
  expect((await workbench.values(FORM_SHEET, row))[0]![3]).toEqual(before[0]![3]);
  await press("转回 YIZHI 函数");
  await workbench.pane.getByText(/已转回 YIZHI 函数/).waitFor();
  await workbench.settled();
  expect(await workbench.values(FORM_SHEET, row)).toEqual(before);
});
