import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convert } from "../libreoffice/soffice";
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

/** 看板 of the figures of 试填, so small that its charts are beside its tables. */
async function dashboard({ press, settled, page }: OpenWorkbench): Promise<void> {
  await press("试填");
  await press("生成看板");
  await page.mouse.move(400, 400);
  await page.keyboard.down("Control");
  for (let step = 0; step < 3; step++) await page.mouse.wheel(0, 100);
  await page.keyboard.up("Control");
  await settled();
  await page.waitForTimeout(1000);
}

const PIXELS_PER_INCH = 80;

/** 通报 of the same figures, saved as a document and printed by LibreOffice. */
async function printedBriefing({ press, open, pane, page }: OpenWorkbench): Promise<Buffer> {
  await press("试填");
  await press("生成通报");
  await open("成果");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    pane.getByRole("button", { name: "保存通报文档", exact: true }).click(),
  ]);
  const pdf = convert([{ name: "briefing.docx", bytes: readFileSync(await saved.path()) }], "pdf");
  const folder = mkdtempSync(join(tmpdir(), "briefing-"));
  try {
    writeFileSync(join(folder, "briefing.pdf"), pdf.get("briefing.pdf")!);
    const options = ["-r", String(PIXELS_PER_INCH), "-png", "-f", "1", "-singlefile", "briefing.pdf", "page"];
    execFileSync("pdftoppm", options, { cwd: folder });
    return readFileSync(join(folder, "page.png"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seen =
  (show: (workbench: OpenWorkbench) => Promise<void>) =>
  async (workbench: OpenWorkbench): Promise<Buffer> => {
    await show(workbench);
    return workbench.page.screenshot();
  };

/** The README's pictures; all are taken, or those that are named. */
const PICTURES: Readonly<Record<string, (workbench: OpenWorkbench) => Promise<Buffer>>> = {
  "assets/workbench.png": seen(trial),
  "assets/plan-tab.png": seen(plan),
  "assets/dashboard.png": seen(dashboard),
  "assets/briefing.png": printedBriefing,
};

async function main(): Promise<void> {
  const taken = new Map<string, Buffer>();
  const wanted = process.argv.slice(2);
  const pictures = Object.entries(PICTURES).filter(([file]) => wanted.length === 0 || wanted.includes(file));
  for (const [file, take] of pictures) {
    const workbench = await openWorkbench();
    taken.set(file, await take(workbench));
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
