import { readFileSync } from "node:fs";
import type { AxeResults, ContextObject, RunOptions } from "axe-core";
import type { Frame } from "playwright-core";

const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong with a page, or with a part of it: rule, and the elements it is about. */
export async function violations(
  frame: Frame,
  part: ContextObject = { include: ["html"] },
  rules?: string[],
): Promise<string[]> {
  await frame.evaluate(SOURCE);
  const options: RunOptions = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const { violations: found } = await frame.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)})`,
  );
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((n) => `  ${n.html}\n  ${n.failureSummary}`).join("\n")}`,
  );
}
