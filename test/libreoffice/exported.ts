import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertTable } from "../../src/excel";
import { indicatorsOf, isPlainNumber } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM, FORM_SHEET, formSheet, TASKS } from "../../src/sheets";
import { takeSnapshot } from "../../src/workbench/engine/snapshot";
import { readXlsx, writeXlsx } from "../../src/xlsx/workbook";
import { openAddIn } from "../integration/office";
import { convert } from "./soffice";

/** A4 lying, in points. */
const PAGE = { width: 842, height: 595 };
/** Chinese small print is legible from here on: 七号, the smallest of the traditional sizes in use, in points. */
const LEGIBLE = 5.5;

const rowOf = (code: string): number =>
  expandTable(formSheet(plan)).cells.findIndex(([first]) => first === code) + 1;

/** The workbook as the workbench exports it, with the plan's own figures typed in. */
async function exported() {
  const { host, engine } = await openAddIn();
  await insertTable(FORM, plan, undefined, `${plan.baselineYear + 3}年`);
  await insertTable(TASKS, plan);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    for (const { code, baseline } of indicatorsOf(plan))
      if (isPlainNumber(baseline.text)) sheet.getRange(`H${rowOf(code)}`).values = [[Number(baseline.text)]];
    context.workbook.worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
  await host.settled();
  const snapshot = takeSnapshot(engine);
  return { snapshot, bytes: await writeXlsx(snapshot, "YIZHI") };
}

interface Word {
  page: number;
  text: string;
  /** points */
  size: number;
}

/** Every word of a PDF with the height of its line, and each page's size. */
function wordsOf(pdf: string): { pages: { width: number; height: number }[]; words: Word[] } {
  const html = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" });
  const pages: { width: number; height: number }[] = [];
  const words: Word[] = [];
  for (const [, width, height, y0, y1, text] of html.matchAll(
    /<page width="([\d.]+)" height="([\d.]+)"|<word [^>]*?yMin="([\d.]+)"[^>]*?yMax="([\d.]+)">([^<]*)/g,
  )) {
    if (width) pages.push({ width: Number(width), height: Number(height) });
    else words.push({ page: pages.length, text: text!, size: Number(y1) - Number(y0) });
  }
  return { pages, words };
}

/** So few rows alone on a page look forgotten. */
const FEWEST = 5;

/** The page on which only a few of the form's rows stand, if there is one. */
function strayRows(words: readonly Word[]): { page: number; count: number } | undefined {
  const codes = new Set(indicatorsOf(plan).map(({ code }) => code));
  const pages = words.filter(({ text }) => codes.has(text)).map(({ page }) => page);
  return [...new Set(pages)]
    .map((page) => ({ page, count: pages.filter((one) => one === page).length }))
    .find(({ count }) => count < FEWEST);
}

/** An exported workbook, opened by LibreOffice as it is, saved again and printed. */
export async function run(): Promise<string> {
  const { snapshot, bytes } = await exported();
  const folder = join(tmpdir(), "yizhi-print");
  mkdirSync(folder, { recursive: true });
  const file = [{ name: "exported.xlsx", bytes }];

  const saved = await readXlsx(convert(file, "xlsx").get("exported.xlsx")!, "YIZHI");
  if (!saved.ok) throw new Error(JSON.stringify(saved.issue));
  const differences = snapshot.sheets.flatMap(({ name, cells }, s) =>
    cells.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        const [before, after] = [cell, saved.value.workbook.sheets[s]?.cells[r]?.[c]].map(
          (one) => one?.value ?? "",
        );
        return before === after ? [] : [`${name} R${r + 1}C${c + 1}: ${before} → ${after}`];
      }),
    ),
  );
  if (differences.length > 0) throw new Error(`LibreOffice shows other values:\n${differences.join("\n")}`);

  const pdf = join(folder, "exported.pdf");
  writeFileSync(pdf, convert(file, "pdf").get("exported.pdf")!);
  execFileSync("pdftoppm", ["-r", "110", "-png", pdf, join(folder, "page")]);
  const { pages, words } = wordsOf(pdf);
  const crooked = pages.filter(
    ({ width, height }) => Math.abs(width - PAGE.width) > 1 || Math.abs(height - PAGE.height) > 1,
  );
  if (crooked.length > 0) throw new Error(`${crooked.length} pages are not A4 lying`);
  const text = words.map((word) => word.text).join("");
  const lost = indicatorsOf(plan).filter(({ name }) => !text.includes(name.slice(0, 4)));
  if (lost.length > 0) throw new Error(`not printed: ${lost.map(({ name }) => name).join()}`);
  const few = strayRows(words);
  if (few) throw new Error(`page ${few.page} holds ${few.count} rows of the form only`);
  const smallest = Math.min(...words.map(({ size }) => size));
  if (smallest < LEGIBLE) throw new Error(`the smallest line is ${smallest.toFixed(1)} pt high`);
  return `${snapshot.sheets.length} sheets, all values as exported; ${pages.length} pages, A4 lying, smallest line ${smallest.toFixed(1)} pt; pictures: ${readdirSync(folder).filter((name) => name.endsWith(".png")).length} in ${folder}`;
}
