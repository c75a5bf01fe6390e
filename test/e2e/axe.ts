import { readFileSync } from "node:fs";
import type { AxeResults, ContextObject, RunOptions } from "axe-core";
import type { Frame } from "playwright-core";

const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Colours on their way from one to another are none that anybody reads. */
const COME_TO_REST = `document.getAnimations().forEach((one) => one instanceof CSSTransition && one.finish())`;

/** What axe-core finds wrong with a page, or with a part of it: rule, and the elements it is about. */
export async function violations(
  frame: Frame,
  part: ContextObject = { include: ["html"] },
  rules?: string[],
): Promise<string[]> {
  await frame.evaluate(SOURCE);
  await frame.evaluate(COME_TO_REST);
  const options: RunOptions = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const { violations: found } = await frame.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)})`,
  );
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((n) => `  ${n.html}\n  ${n.failureSummary}`).join("\n")}`,
  );
}
