import * as distribution from "./distribution";
import * as returned from "./returned";

/** Each part checks something in headless LibreOffice and says what it saw; it throws when something is wrong. */
const PARTS: { title: string; run: () => Promise<string> }[] = [
  { title: "Plain formulas in distributed files", run: distribution.run },
  { title: "Returned files", run: returned.run },
];

async function main(): Promise<void> {
  for (const { title, run } of PARTS) console.log(`${title}: ${await run()}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
