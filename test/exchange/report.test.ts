import { decided, mergeReport, type MergeReport, optionId, type Target } from "../../src/exchange";
import { plan } from "../../src/plan";
import { expandTable, formSheet, type Grid, type MergeRecord, taskSheet } from "../../src/sheets";
import { asRead } from "../sheets/helpers";
import { filled, incoming, PERIOD } from "./files";

const TIME = "2024-01-05 16:00";
const formGrid = (): Grid => asRead(expandTable(formSheet(plan, { period: PERIOD })));
const empty = (): Target => ({ form: formGrid(), tasks: asRead(expandTable(taskSheet(plan))), records: [] });

const rowOf = (grid: Grid, code: string): unknown[] => grid.values.find((row) => row[0] === code)!;
/** Types 本期值 into the workbook. */
function typed(target: Target, code: string, value: unknown): Target {
  rowOf(target.form!, code)[7] = value;
  return target;
}

const report = async (target: Target, files: Record<string, Uint8Array>): Promise<MergeReport> =>
  mergeReport(
    plan,
    target,
    await Promise.all(Object.entries(files).map(([name, bytes]) => incoming(name, bytes))),
    PERIOD,
  );
const states = ({ items }: MergeReport): Record<string, string> =>
  Object.fromEntries(items.map((item) => [`${item.key} ${item.column}`, item.state]));

/** Writes what was decided, as the workbook would hold it then. */
function merged(target: Target, of: MergeReport, decisions = {}): Target {
  const { writes, records } = decided(of, decisions, TIME, PERIOD);
  for (const { table, key, column, value } of writes)
    if (table === "form" && column === "actual") rowOf(target.form!, key)[7] = value;
    else if (table === "tasks") target.tasks!.values.find((row) => String(row[0]) === key)![4] = value;
  return { ...target, records: [...target.records, ...records] };
}

// YL06 and TY04 are joint; the plan names 市住建局 and 市自然资源规划局 for YL06
const joint = plan.sections.flatMap((s) => s.indicators).find((i) => i.bureaus.length > 1)!;
const [first, second] = joint.bureaus as [string, string];

test("values for empty cells are new, equal ones the same", async () => {
  const target = typed(empty(), "YL08", 60);
  const found = await report(target, {
    "a.xlsx": await filled("市民政局", { YL07: 48, YL08: 60 }, { 3: "推进中" }),
  });
  expect(states(found)).toEqual({ "YL07 actual": "new", "YL08 actual": "same", "3 state": "new" });
});

test("a value typed in the workbook is not overwritten without a decision", async () => {
  const target = typed(empty(), "YL07", 47);
  const found = await report(target, { "a.xlsx": await filled("市民政局", { YL07: 48 }) });
  expect(states(found)).toEqual({ "YL07 actual": "conflict" });
  expect(decided(found, {}, TIME, PERIOD).writes).toEqual([]);
  expect(decided(found, { [found.items[0]!.id]: null }, TIME, PERIOD).writes).toEqual([]);
  expect(decided(found, { [found.items[0]!.id]: optionId(48) }, TIME, PERIOD).writes).toMatchObject([
    { was: 47, value: 48 },
  ]);
});

test("a value that the same bureau sent before is changed by its next file", async () => {
  const before = empty();
  const after = merged(before, await report(before, { "a.xlsx": await filled("市民政局", { YL07: 48 }) }));
  const found = await report(after, { "b.xlsx": await filled("市民政局", { YL07: 49 }) });
  expect(found.items).toMatchObject([{ state: "changed", old: 48, oldFrom: ["市民政局"] }]);
});

test("bureaus of a joint indicator that differ are a conflict, at once or one after the other", async () => {
  const files = {
    "a.xlsx": await filled(first, { [joint.code]: 1 }),
    "b.xlsx": await filled(second, { [joint.code]: 2 }),
  };
  const target = empty();
  const both = await report(target, files);
  expect(both.items).toMatchObject([{ state: "conflict", offers: [{ value: 1 }, { value: 2 }] }]);
  const after = merged(target, await report(target, { "a.xlsx": files["a.xlsx"] }));
  expect(states(await report(after, { "b.xlsx": files["b.xlsx"] }))).toEqual({
    [`${joint.code} actual`]: "conflict",
  });
});

test("merging the same files again changes nothing", async () => {
  const files = { "a.xlsx": await filled("市民政局", { YL07: 48 }, { 3: "推进中" }) };
  const target = empty();
  const after = merged(target, await report(target, files));
  const again = await report(after, files);
  expect(Object.values(states(again))).toEqual(["same", "same"]);
  expect(decided(again, {}, TIME, PERIOD)).toEqual({ writes: [], records: [] });
});

test("each written cell's origin is recorded", async () => {
  const found = await report(empty(), { "a.xlsx": await filled("市民政局", { YL07: 48 }) });
  expect(decided(found, {}, TIME, PERIOD).records).toEqual<MergeRecord[]>([
    {
      time: TIME,
      period: PERIOD,
      table: "form",
      key: "YL07",
      column: "actual",
      was: "",
      value: 48,
      file: "a.xlsx",
      bureau: "市民政局",
      done: "written",
    },
  ]);
});

test("two files of one bureau name each other, and differing values are a conflict", async () => {
  const found = await report(empty(), {
    "a.xlsx": await filled("市民政局", { YL07: 48 }),
    "b.xlsx": await filled("市民政局", { YL07: 49 }),
  });
  expect(found.files.map((f) => f.issues[0])).toMatchObject([{ other: "b.xlsx" }, { other: "a.xlsx" }]);
  expect(states(found)).toEqual({ "YL07 actual": "conflict" });
});

test("what is outstanding is listed by bureau; a joint indicator counts once any bureau reported it", async () => {
  const found = await report(empty(), { "a.xlsx": await filled(first, { [joint.code]: 1 }) });
  const of = (name: string) => found.outstanding.find((o) => o.bureau === name);
  expect(of(first)?.returned).toBe(true);
  expect(of(first)?.indicators.map((i) => i.key)).not.toContain(joint.code);
  expect(of(second)?.indicators.map((i) => i.key) ?? []).not.toContain(joint.code);
  expect(of("市民政局")).toMatchObject({ returned: false });
  expect(of("市民政局")!.indicators).toHaveLength(11);
});

test("what the workbook has no place for is named", async () => {
  const found = await report(
    { ...empty(), tasks: null },
    { "a.xlsx": await filled("市民政局", {}, { 3: "推进中" }) },
  );
  expect(found.items).toEqual([]);
  expect(found.unplaced).toEqual([{ sheet: "任务分工", keys: ["3"] }]);
});
