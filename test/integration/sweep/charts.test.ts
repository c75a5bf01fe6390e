import { Host } from "../../../src/workbench/host/host";
import { strictManners } from "../../../src/workbench/host/manners";
import { PlainEngine } from "../../workbench/plain-engine";
import { DASHBOARDS, writeDashboard } from "../dashboards";
import { loadOffice } from "../office";

const engine = new PlainEngine();
const host = new Host(engine);
Object.assign(host.manners, strictManners());

beforeAll(() => loadOffice(host));

test("whichever action of 看板 with its charts is refused, all is done or nothing", async () => {
  const layout = DASHBOARDS[0]![1]();
  const [before, saved] = [engine.digest(), engine.save()];
  await writeDashboard(layout);
  const complete = engine.digest();
  const { actions } = host.requests.at(-1)!;
  engine.restore(saved);
  const ends = new Set<string>();
  for (let index = 0; index < actions; index++) {
    host.faults.failAction = { skip: 1, index, code: "GeneralException" };
    const refused = await writeDashboard(layout).then(
      () => false,
      () => true,
    );
    expect({ index, same: engine.digest() === (refused ? before : complete) }).toEqual({ index, same: true });
    ends.add(refused ? "as before" : "complete");
    engine.restore(saved);
  }
  expect(ends).toContain("as before");
}, 120_000);
