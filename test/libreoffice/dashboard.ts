import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWorkbook } from "../../src/xlsx";
import { mixedDashboard } from "../dashboard/mixed";
import { convert } from "./soffice";

/** 看板 as a file, drawn by LibreOffice: its charts are there, with their titles, names and numbers. */
export async function run(): Promise<string> {
  const folder = join(tmpdir(), "yizhi-print");
  mkdirSync(folder, { recursive: true });
  const layout = mixedDashboard();
  const properties = { title: "看板", subject: "", keywords: "", description: "" };
  const bytes = await writeWorkbook({ sheets: [layout], properties, created: new Date(0) });
  const file = [{ name: "dashboard.xlsx", bytes }];
  const pdf = join(folder, "dashboard.pdf");
  writeFileSync(pdf, convert(file, "pdf").get("dashboard.pdf")!);
  execFileSync("pdftoppm", ["-r", "130", "-png", pdf, join(folder, "dashboard")]);
  return folder;
}
