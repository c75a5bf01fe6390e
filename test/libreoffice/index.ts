import * as distribution from "./distribution";
import * as exported from "./exported";
import * as planFile from "./plan-file";
import * as returned from "./returned";

/** Each part checks something in headless LibreOffice and says what it saw; it throws when something is wrong. */
const PARTS: { title: string; run: () => Promise<string> }[] = [
  { title: "Exported workbook", run: exported.run },
  { title: "Plain formulas in distributed files", run: distribution.run },
  { title: "Exported plans", run: planFile.run },
  { title: "Returned files", run: returned.run },
];

async function main(): Promise<void> {
  for (const { title, run } of PARTS) console.log(`${title}: ${await run()}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
