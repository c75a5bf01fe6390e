import { expectedOf, FACTS } from "../contract/contract";
import { type Outcome, outcomeOf } from "../contract/fact";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

beforeAll(async () => (workbench = await openWorkbench()), 900_000);
afterAll(() => workbench?.close());

for (const fact of FACTS) {
  const declare = fact.notOnUniver ? test.failing : test;
  declare(`in the page, ${fact.fact}`, async () => {
    const data = [fact.given, fact.acts].map((value) => `${JSON.stringify(value)}`).join();
    const text = `(${outcomeOf.toString()})(${fact.run.toString()},${data})`;
    expect(await workbench.pane.evaluate<Outcome>(text)).toEqual(expectedOf(fact));
  });
}
