import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenWorkbench, openWorkbench } from "./workbench";

const at = (file: string): string => join(__dirname, "../..", file);

/** The workbench after 试填 and 标记滞后. */
async function trial({ press }: OpenWorkbench): Promise<void> {
  await press("试填");
  await press("标记滞后");
}

const WEB_PAGE = at("test/cases/plans/page-around/input.tsv");

/** A web page copied into a sheet, its table read from there, and what is doubtful in it. */
async function plan({ open, pane, page, paste, select }: OpenWorkbench): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("#pane")!.style.width = "600px";
  });
  const rows = readFileSync(WEB_PAGE, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const cells = rows.flatMap((row, r) => row.map((text, c) => [`${"ABCDEF"[c]}${r + 1}`, text] as const));
  await paste("Sheet1", Object.fromEntries(cells));
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem("Sheet1").getRange("B:B");
      format.columnWidth = 150;
      await context.sync();
    }),
  );
  await select("Sheet1", `A1:F${rows.length}`);
  await open("规划");
  await pane.getByRole("button", { name: "从选区读取", exact: true }).click();
  const question = pane.getByRole("list", { name: "待确认" }).getByRole("group").first();
  await question.evaluate((element) => element.parentElement!.scrollIntoView());
}

/** The README's pictures. */
const PICTURES = { "assets/workbench.png": trial, "assets/plan-tab.png": plan };

async function main(): Promise<void> {
  const taken = new Map<string, Buffer>();
  for (const [file, show] of Object.entries(PICTURES)) {
    const workbench = await openWorkbench();
    await show(workbench);
    taken.set(file, await workbench.page.screenshot());
    await workbench.close();
  }
  // written last: a changed picture would have all built anew
  for (const [file, picture] of taken) {
    writeFileSync(at(file), picture);
    console.log(file);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
