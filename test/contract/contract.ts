import type { SpreadsheetEngine } from "../../src/workbench/engine/engine";
import { Host } from "../../src/workbench/host/host";
import { loadOffice } from "../integration/office";
import { CELLS } from "./cells";
import { CHART_LOOKS } from "./chart-looks";
import { CHARTS } from "./charts";
import { type Fact, type Outcome, outcomeOf } from "./fact";
import { FOLLOWERS } from "./followers";
import { LOOKS } from "./looks";
import { MODEL } from "./model";
import { PLACES } from "./places";
import { PROTECTION } from "./protection";
import { RULES } from "./rules";
import { SHEETS } from "./sheets";
import { STRUCTURE } from "./structure";

export const FACTS: readonly Fact[] = [
  ...MODEL,
  ...CELLS,
  ...PLACES,
  ...PROTECTION,
  ...RULES,
  ...LOOKS,
  ...STRUCTURE,
  ...FOLLOWERS,
  ...SHEETS,
  ...CHARTS,
  ...CHART_LOOKS,
];

export const expectedOf = ({ gives, fails }: Fact): Outcome =>
  fails === undefined ? { value: gives } : { code: fails };

/** Declares a test per fact, on the host over an engine. Once per test file, because Office.js keeps to its first host. */
export function contractHolds(engine: SpreadsheetEngine, facts: readonly Fact[]): void {
  beforeAll(() => loadOffice(new Host(engine)));

  for (const fact of facts) {
    const declare = fact.notOnUniver ? test.failing : test;
    declare(fact.fact, async () => {
      expect(await outcomeOf(fact.run, fact.given, fact.acts)).toEqual(expectedOf(fact));
    });
  }
}
