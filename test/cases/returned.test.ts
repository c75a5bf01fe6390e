import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { incomingIssueMessage } from "../../src/exchange";
import { incoming } from "../exchange/files";

/*
 * Returned files as bureaus and their programs made them, and what is understood of each: adding a folder with a
 * file.xlsx adds a test. Where there is no expected.json, the first run writes it and fails, so that somebody reads it.
 */

const FOLDER = join(__dirname, "returned");
const CASES = readdirSync(FOLDER);

test("there are cases", () => expect(CASES.length).toBeGreaterThanOrEqual(16));

test.each(CASES)("%s", async (name) => {
  const bytes = readFileSync(join(FOLDER, name, "file.xlsx"));
  const { problem, refused, bureau, period, entries, issues } = await incoming("甲.xlsx", bytes);
  const values = Object.fromEntries(entries.map(({ key, column, value }) => [`${key} ${column}`, value]));
  const understood = { problem, refused, bureau, period, values, issues: issues.map(incomingIssueMessage) };
  const golden = join(FOLDER, name, "expected.json");
  if (!existsSync(golden)) {
    writeFileSync(golden, `${JSON.stringify(understood, null, 2)}\n`);
    throw new Error(`${golden} was not there: read what was written`);
  }
  expect(understood).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});
