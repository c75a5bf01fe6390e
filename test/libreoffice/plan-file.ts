import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { exportPlan, importPlan } from "../../src/exchange";
import { indicatorsOf, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import builtIn from "../../src/plan/built-in.json";
import { openPlan } from "../../src/plan/open";
import { planSheetLayouts } from "../../src/sheets/plan";
import types from "../plans/types-2030.json";
import { convert } from "./soffice";

/** So many times the indicators of a plan make a long one. */
const TIMES = 4;

/** A plan whose sheets take several pages: the built-in one's printed sections again and again. */
function long(): Plan {
  const printed = builtIn.sections.filter((section) => !("optional" in section));
  const sections = Array.from({ length: TIMES }, (_, i) =>
    printed.map(({ title, field, indicators }) => ({
      ...{ title: `${title}（${i + 1}）`, field: `${field}${i + 1}` },
      indicators: indicators.map((one) => ({ ...one, code: `${one.code}P${i}` })),
    })),
  ).flat();
  return openPlan({ ...builtIn, checks: [], example: `${builtIn.example}P0`, sections });
}

const PLANS: Readonly<Record<string, Plan>> = {
  "built-in": builtInPlan,
  types: openPlan(types),
  long: long(),
};

const said = ({ version: _, index: __, ...plan }: Plan): unknown => JSON.parse(JSON.stringify(plan));

/** What is wrong with the printed plan: no row of spares alone, the header on each page of a sheet, all names there. */
function printFaults(name: string, plan: Plan, pdf: string): string[] {
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const pages = text.split("\f").slice(0, -1);
  const seen = text.replace(/\s/g, "");
  const headers = planSheetLayouts(plan).map(({ cells, print }) => String(cells[print.title!.row]![1] ?? ""));
  const bare = pages.flatMap((page, i) => (headers.some((header) => page.includes(header)) ? [] : [i + 1]));
  const lost = indicatorsOf(plan).filter(({ code }) => !seen.includes(code));
  return [
    ...(bare.length > 0 ? [`${name}: no header on pages ${bare.join()}`] : []),
    ...(lost.length > 0 ? [`${name}: not printed: ${lost.map(({ code }) => code).join()}`] : []),
  ];
}

/** 导出规划: files that LibreOffice opens, saves and prints, and that are the same plan when they come back. */
export async function run(): Promise<string> {
  const folder = join(tmpdir(), "yizhi-print");
  mkdirSync(folder, { recursive: true });
  const files = await Promise.all(
    Object.entries(PLANS).map(async ([name, plan]) => ({
      name: `${name}.xlsx`,
      bytes: (await exportPlan(plan, new Date(0))).bytes,
    })),
  );
  const [saved, printed] = [convert(files, "xlsx"), convert(files, "pdf")];
  const faults: string[] = [];
  for (const [name, plan] of Object.entries(PLANS)) {
    const back = await importPlan(saved.get(`${name}.xlsx`)!);
    if (!back.ok) faults.push(`${name}: ${back.issue.join("；")}`);
    else if (!isDeepStrictEqual(said(openPlan(back.value)), said(plan)))
      faults.push(`${name}: is another plan when it comes back`);
    const pdf = join(folder, `plan-${name}.pdf`);
    writeFileSync(pdf, printed.get(`${name}.pdf`)!);
    faults.push(...printFaults(name, plan, pdf));
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return `${files.length} plans come back from LibreOffice as they were; printed with their headers, in ${folder}`;
}
