import { expect } from "expect";
import * as dashboard from "./dashboard";
import * as distribution from "./distribution";
import * as exported from "./exported";
import * as planFile from "./plan-file";
import * as returned from "./returned";

// what carries out a ledger's writes looks at them as tests do
Object.assign(globalThis, { expect });

/** Each part checks something in headless LibreOffice and says what it saw; it throws when something is wrong. */
const PARTS: { title: string; run: () => Promise<string> }[] = [
  { title: "Exported workbook", run: exported.run },
  { title: "看板 with its charts", run: dashboard.run },
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
