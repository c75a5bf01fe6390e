import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { areaAddress, type Chart, type ChartSpec } from "../../src/grid";
import { writeWorkbook } from "../../src/xlsx";
import { readXlsx } from "../../src/xlsx/workbook";
import { mixedDashboard } from "../dashboard/mixed";
import { convert } from "./soffice";

/** LibreOffice writes all four parts of a format that has some. */
const plain = (format: string | undefined): string | undefined => format?.replace(/;+$/, "");

/** What LibreOffice keeps of a chart when it saves it again. */
const kept = ({ type, title, source, series, legend, categories, values }: Chart): string =>
  JSON.stringify({
    ...{ type, title, legend, source: areaAddress(source), reversed: categories?.reversed ?? false },
    titles: [categories?.title, values?.title],
    series: series.map(({ values: cells, color, labelFormat }) => [
      areaAddress(cells),
      color,
      plain(labelFormat),
    ]),
  });

/** Words of a chart that stand nowhere else on the sheet. */
const wordsOf = ({ title, values }: ChartSpec): string[] => [title, values.title];

/** 看板 as a file: LibreOffice draws its charts, and has the same ones when it saves them. */
export async function run(): Promise<string> {
  const folder = join(tmpdir(), "yizhi-print");
  mkdirSync(folder, { recursive: true });
  const layout = mixedDashboard();
  const charts = layout.charts!;
  const properties = { title: layout.name, subject: "", keywords: "", description: "" };
  const bytes = await writeWorkbook({ sheets: [layout], properties, created: new Date(0) });
  const file = [{ name: "dashboard.xlsx", bytes }];

  const saved = await readXlsx(convert(file, "xlsx").get("dashboard.xlsx")!, "YIZHI");
  if (!saved.ok) throw new Error(JSON.stringify(saved.issue));
  const [before, after] = [charts, saved.value.workbook.sheets[0]!.state.charts].map((all) => all.map(kept));
  if (before!.join("\n") !== after!.join("\n"))
    throw new Error(`LibreOffice has other charts:\n${before!.join("\n")}\n${after!.join("\n")}`);

  const pdf = join(folder, "dashboard.pdf");
  writeFileSync(pdf, convert(file, "pdf").get("dashboard.pdf")!);
  execFileSync("pdftoppm", ["-r", "130", "-png", pdf, join(folder, "dashboard")]);
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const pages = text.split("\f").length - 1;
  if (pages !== 1) throw new Error(`the dashboard takes ${pages} pages`);
  const seen = text.replace(/\s/g, "");
  const lost = charts.flatMap(wordsOf).filter((words) => !seen.includes(words));
  if (lost.length > 0) throw new Error(`not drawn: ${lost.join()}`);
  return `${charts.length} charts drawn on one page, and the same when saved again; picture: ${join(folder, "dashboard-1.png")}`;
}
