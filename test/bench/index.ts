import { openAddIn } from "../integration/office";
import { engineFormulas } from "./engine";
import { exchange } from "./exchange";
import { insertion } from "./insertion";
import { opening } from "./opening";
import { paint } from "./paint";
import { periods } from "./periods";
import { forms, pastedTables } from "./plans";
import { results } from "./results";
import type { Section } from "./section";
import { throughput } from "./throughput";

const width = (text: string): number => [...text].reduce((n, c) => n + (c.charCodeAt(0) > 255 ? 2 : 1), 0);

function print(rows: string[][]): void {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => width(row[c] ?? ""))));
  for (const row of rows)
    console.log(row.map((cell, c) => cell + " ".repeat(widths[c]! - width(cell))).join("  "));
}

async function main(): Promise<void> {
  const { host } = await openAddIn();
  const sections: Section[] = [
    engineFormulas(host),
    throughput,
    insertion(host),
    pastedTables,
    forms(host),
    periods(host),
    results(host),
    exchange,
    paint,
    opening,
  ];
  // `npm run bench -- workbench`: only what is named so
  const [wanted = ""] = process.argv.slice(2);
  for (const { title, run } of sections.filter((section) => section.title.includes(wanted))) {
    console.log(`\n${title}`);
    print(await run());
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
