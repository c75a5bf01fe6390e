import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AUDIT_RULES, LEVELS, STATUSES } from "../../src/assessment";

const readme = readFileSync(join(__dirname, "../../src/assessment/README.md"), "utf8");

test.each(Object.values(STATUSES))(
  "the method's tables have the status $symbol $word",
  ({ symbol, word }) => {
    expect(readme).toContain(`${symbol} ${word}`);
  },
);

test.each(Object.entries(AUDIT_RULES))(
  "the method's tables have the rule %s with its level",
  (id, { level }) => {
    const row = readme.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${id}\``));
    expect(row?.split("|").at(-2)?.trim()).toBe(level);
  },
);

test("the method's tables have every level", () => {
  for (const level of LEVELS) expect(readme).toContain(level);
});
