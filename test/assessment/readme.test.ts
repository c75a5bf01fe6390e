import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AUDIT_RULES, LEVELS, STATEMENT_RULES, STATUSES } from "../../src/assessment";
import { TARGET_TYPES } from "../../src/plan";

const readme = readFileSync(join(__dirname, "../../src/assessment/README.md"), "utf8");

test.each(Object.values(STATUSES))(
  "the method's tables have the status $symbol $word",
  ({ symbol, word }) => {
    expect(readme).toContain(`${symbol} ${word}`);
  },
);

test.each(Object.entries({ ...AUDIT_RULES, ...STATEMENT_RULES }))(
  "the method's tables have the rule %s with its level",
  (id, { level }) => {
    const row = readme.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${id}\``));
    expect(row?.split("|").at(-2)?.trim()).toBe(level);
  },
);

test("the method's tables have every level", () => {
  for (const level of LEVELS) expect(readme).toContain(level);
});

test.each(Object.entries(TARGET_TYPES))("the method's tables have the type %s, %s", (type, word) =>
  expect(readme).toContain(`| ${word} ${type} `),
);
