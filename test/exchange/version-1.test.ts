import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Incoming, incomingIssueMessage } from "../../src/exchange";
import { incoming, PERIOD } from "./files";

// written by the first version of the add-in: 分发 for 市民政局, the same filled in, and its own workbook as exported
const read = (name: string): Promise<Incoming> =>
  incoming(name, readFileSync(join(__dirname, "fixtures/version-1", name)));

const READ = {
  "distributed.xlsx": {},
  "distributed-filled.xlsx": {
    "YL04 actual": "约55%",
    "YL07 actual": 48,
    "YL08 actual": 60.5,
    "3 state": "推进中",
  },
  "own-workbook.xlsx": {
    "YL07 previous": 45,
    "YL07 actual": 48,
    "YL07 explanation": "新增床位在建",
    "YL08 actual": 60.5,
    "3 state": "推进中",
  },
};

test.each(Object.entries(READ))(
  "%s is read as it was filled, without an accusation",
  async (name, values) => {
    const { refused, bureau, period, entries, issues } = await read(name);
    expect({ refused, bureau, period }).toEqual({ refused: false, bureau: "市民政局", period: PERIOD });
    expect(Object.fromEntries(entries.map((e) => [`${e.key} ${e.column}`, e.value]))).toEqual(values);
    // of another version is said once, and nothing else
    expect(issues.filter(({ code }) => code !== "other-template").map(incomingIssueMessage)).toEqual([]);
    expect(issues.length).toBeLessThanOrEqual(1);
  },
);
