import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { contractHolds, FACTS } from "./contract";

test("there are enough facts, each with its page of Microsoft's", () => {
  expect(FACTS.length).toBeGreaterThanOrEqual(60);
  for (const { source } of FACTS) expect(source).toMatch(/^https:\/\/(learn|support)\.microsoft\.com\//);
  expect(new Set(FACTS.map(({ fact }) => fact)).size).toBe(FACTS.length);
});

contractHolds(createHeadlessEngine(), FACTS);
