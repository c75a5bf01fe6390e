import {
  asDecided,
  decided,
  mergeReport,
  type MergeReport,
  optionId,
  remembered,
  type Target,
  tellFile,
  tellUnplaced,
  tellValue,
} from "../../src/exchange";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { area, type Grid } from "../../src/grid";
import { expandTable } from "../../src/tables";
import { formSheet, type MergeRecord, RECORDS, taskSheet } from "../../src/sheets";
import { asRead } from "../sheets/helpers";
import { filled, incoming, PERIOD, places, returned as returnedFile } from "./files";

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
  expect(decided(again, {}, TIME, PERIOD)).toMatchObject({ writes: [], records: [] });
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
  expect(of(first)?.open.form.map((i) => i.key)).not.toContain(joint.code);
  expect(of(second)?.open.form.map((i) => i.key) ?? []).not.toContain(joint.code);
  expect(of("市民政局")).toMatchObject({ returned: false });
  expect(of("市民政局")!.open.form).toHaveLength(11);
});

test("what the workbook has no place for is named", async () => {
  const found = await report(
    { ...empty(), tasks: null },
    { "a.xlsx": await filled("市民政局", {}, { 3: "推进中" }) },
  );
  expect(found.items).toEqual([]);
  expect(found.unplaced).toEqual([{ sheet: "任务分工", keys: ["3"] }]);
});

describe("what the audit holds back is written only as the user chooses", () => {
  const held = async () =>
    report(empty(), { "a.xlsx": await filled("市民政局", { YL07: "９５％", YL08: 60 }, { 3: "已完工" }) });
  const written = (of: MergeReport, decisions = {}) =>
    decided(of, decisions, TIME, PERIOD).writes.map(({ key, value }) => [key, value]);

  test("nothing unasked, the reading, or as it is", async () => {
    const found = await held();
    expect(states(found)).toEqual({ "YL07 actual": "held", "YL08 actual": "new", "3 state": "held" });
    const { id } = found.items.find(({ key }) => key === "YL07")!;
    expect(written(found)).toEqual([["YL08", 60]]);
    expect(written(found, { [id]: optionId(95) })).toEqual([
      ["YL07", 95],
      ["YL08", 60],
    ]);
    expect(written(found, { [id]: optionId("９５％") })).toContainEqual(["YL07", "９５％"]);
  });

  test("once its reading is written, the same file has nothing new", async () => {
    const file = { "a.xlsx": await filled("市民政局", { YL07: "９５％" }) };
    const before = empty();
    const found = await report(before, file);
    const after = merged(before, found, { [found.items[0]!.id]: optionId(95) });
    expect(states(await report(after, file))).toEqual({ "YL07 actual": "same" });
  });

  test("a held value does not count as reported", async () => {
    const { outstanding } = await held();
    const open = outstanding.find(({ bureau }) => bureau === "市民政局")!;
    expect(open.open.form.map(({ key }) => key)).toContain("YL07");
    expect(open.open.form.map(({ key }) => key)).not.toContain("YL08");
  });
});

describe("decisions are remembered in the records", () => {
  const id = "form/YL07/actual";
  const typed47 = () => typed(empty(), "YL07", 47);

  test.each<[string, number, unknown, string | undefined]>([
    ["the same file again does not ask again", 48, 47, "decided"],
    ["a changed value asks again", 49, 47, "conflict"],
    ["a value changed here does not make it anew", 48, 46, "decided"],
    ["a value cleared here does not make it anew", 48, "", "decided"],
  ])("kept ours: %s", async (_, offered, standing, state) => {
    const found = await report(typed47(), { "a.xlsx": await filled("市民政局", { YL07: 48 }) });
    const { writes, records } = decided(found, { [id]: null }, TIME, PERIOD);
    expect(writes).toEqual([]);
    expect(records).toMatchObject([
      { done: "refused", was: 47, value: 48, bureau: "市民政局", file: "a.xlsx" },
    ]);
    const again = { ...typed(empty(), "YL07", standing), records };
    const next = await report(again, { "a.xlsx": await filled("市民政局", { YL07: offered }) });
    expect(states(next)).toEqual({ "YL07 actual": state });
    if (state === "decided")
      expect(decided(next, {}, TIME, PERIOD)).toMatchObject({ writes: [], records: [] });
  });

  test("a decided conflict is not undone by the older file, whatever was taken since", async () => {
    const send = async (name: string, value: number) => ({
      [name]: await filled("市民政局", { YL07: value }),
    });
    let target = typed(empty(), "YL07", 40);
    target = merged(target, await report(target, await send("c.xlsx", 41)), { [id]: null });
    target = merged(target, await report(target, await send("d.xlsx", 42)), { [id]: optionId(42) });
    const again = await report(target, await send("c.xlsx", 41));
    expect(again.items).toMatchObject([{ state: "decided", old: 42 }]);
    expect(decided(again, {}, TIME, PERIOD).writes).toEqual([]);
    expect(decided(again, { [id]: optionId(41) }, TIME, PERIOD).writes).toMatchObject([{ value: 41 }]);
  });

  test("what was refused and taken later is refused no more", async () => {
    const files = { "c.xlsx": await filled("市民政局", { YL07: 41 }) };
    let target = typed(empty(), "YL07", 40);
    target = merged(target, await report(target, files), { [id]: null });
    target = merged(target, await report(target, files), { [id]: optionId(41) });
    expect(states(await report(typed(target, "YL07", 40), files))).toEqual({ "YL07 actual": "conflict" });
  });

  test("a refusal is of its bureau and its period only", async () => {
    const files = { "a.xlsx": await filled(first, { [joint.code]: 1 }) };
    const target = typed(empty(), joint.code, 3);
    const state = `${joint.code} actual`;
    const { records } = decided(
      await report(target, files),
      { [`form/${joint.code}/actual`]: null },
      TIME,
      PERIOD,
    );
    const after = { ...target, records };
    expect(states(await report(after, files))).toEqual({ [state]: "decided" });
    expect(states(await report(after, { "b.xlsx": await filled(second, { [joint.code]: 1 }) }))).toEqual({
      [state]: "conflict",
    });
    const earlier = { ...target, records: records.map((line) => ({ ...line, period: "2022年" })) };
    expect(states(await report(earlier, files))).toEqual({ [state]: "conflict" });
  });

  test("a value that the same bureau has replaced since is asked for, not written back unasked", async () => {
    const [a, b] = [await filled("市民政局", { YL07: 48 }), await filled("市民政局", { YL07: 49 })];
    let target = empty();
    for (const file of [a, b]) target = merged(target, await report(target, { "a.xlsx": file }));
    const again = await report(target, { "a.xlsx": a });
    expect(again.items).toMatchObject([{ state: "conflict", old: 49 }]);
    expect(decided(again, {}, TIME, PERIOD).writes).toEqual([]);
  });

  test("no decision is no decision: it is asked again, and can be taken back later", async () => {
    const files = { "a.xlsx": await filled("市民政局", { YL07: 48 }) };
    const found = await report(typed47(), files);
    const { records } = decided(found, {}, TIME, PERIOD);
    expect(records).toMatchObject([{ done: "received" }]);
    expect(states(await report({ ...typed47(), records }, files))).toEqual({ "YL07 actual": "conflict" });
    const kept = decided(found, { [id]: null }, TIME, PERIOD).records;
    const later = await report({ ...typed47(), records: kept }, files);
    expect(decided(later, { [id]: optionId(48) }, TIME, PERIOD).writes).toMatchObject([{ value: 48 }]);
  });

  test("of two that differ, the loser does not ask again when its file comes again", async () => {
    const files = {
      "a.xlsx": await filled(first, { [joint.code]: 1 }),
      "b.xlsx": await filled(second, { [joint.code]: 2 }),
    };
    const target = empty();
    const found = await report(target, files);
    const after = merged(target, found, { [found.items[0]!.id]: optionId(1) });
    expect(after.records).toMatchObject([
      { done: "written", value: 1, bureau: first },
      { done: "refused", was: 1, value: 2 },
    ]);
    expect(states(await report(after, files))).toEqual({ [`${joint.code} actual`]: "decided" });
    expect(states(await report(after, { "b.xlsx": files["b.xlsx"] }))).toEqual({
      [`${joint.code} actual`]: "decided",
    });
  });

  test("a value left out stays left out", async () => {
    const files = { "a.xlsx": await filled("市民政局", { YL07: 48 }) };
    const { writes, records } = decided(await report(empty(), files), { [id]: null }, TIME, PERIOD);
    expect(writes).toEqual([]);
    expect(states(await report({ ...empty(), records }, files))).toEqual({ "YL07 actual": "decided" });
  });
});

describe("who has returned a file", () => {
  const returned = (of: MergeReport): boolean =>
    of.outstanding.find(({ bureau }) => bureau === "市民政局")!.returned;

  test.each([[PERIOD], ["2023年度"], ["2023-12"]])(
    "one with nothing new counts, whatever way %s is written",
    async (period) => {
      const found = await report(typed(empty(), "YL07", 48), {
        "a.xlsx": await filled("市民政局", { YL07: 48 }),
      });
      const { records } = decided(found, {}, TIME, PERIOD);
      expect(records).toEqual([
        { time: TIME, period: PERIOD, file: "a.xlsx", bureau: "市民政局", done: "received" },
      ]);
      expect(returned(mergeReport(plan, { ...empty(), records }, [], period))).toBe(true);
      expect(returned(mergeReport(plan, { ...empty(), records }, [], "2022年"))).toBe(false);
    },
  );

  test("one that is left out is remembered, and nothing of it is offered", async () => {
    const read = asDecided(await incoming("a.xlsx", await filled("市民政局", { YL07: 48 })), null);
    const found = mergeReport(plan, empty(), [read], PERIOD);
    expect(found.items).toEqual([]);
    expect(decided(found, {}, TIME, PERIOD).records).toMatchObject([{ done: "left-out" }]);
  });

  describe("one that was left out", () => {
    const read = async (value: number, file = "a.xlsx") =>
      incoming(file, await filled("市民政局", { YL07: value }));
    const records = async (target = empty()) =>
      decided(mergeReport(plan, target, [asDecided(await read(48), null)], PERIOD), {}, TIME, PERIOD).records;
    const grid = (lines: MergeRecord[]): Grid => {
      const values = [...RECORDS.layout.cells, ...RECORDS.lines(lines, plan)];
      return { row: 0, column: 0, values, formulas: values };
    };

    test("stays left out, under whatever name, until something in it changes", async () => {
      const known = RECORDS.read(grid(await records()), plan);
      const again = remembered(await read(48, "b.xlsx"), known, PERIOD);
      expect(again.leftOutBefore).toBe(true);
      expect(tellFile(asDecided(again, null)).remarks[0]).toMatch(/此前选定不并入.*勾选“并入”/);
      expect(remembered(await read(49), known, PERIOD).leftOutBefore).toBeUndefined();
      expect(remembered(await read(48), known, "2022年").leftOutBefore).toBeUndefined();
    });
    test("is remembered once", async () => {
      const known = await records();
      expect(await records({ ...empty(), records: known })).toEqual([]);
    });
    test("is taken in again once the user took it", async () => {
      const known = await records();
      const target = { ...typed(empty(), "YL07", 48), records: known };
      const taken = decided(mergeReport(plan, target, [await read(48)], PERIOD), {}, TIME, PERIOD).records;
      expect(taken).toMatchObject([{ done: "received" }]);
      expect(remembered(await read(48), [...known, ...taken], PERIOD).leftOutBefore).toBeUndefined();
    });
    test("after it was merged before is remembered too", async () => {
      const before = empty();
      const after = merged(
        before,
        await report(before, { "a.xlsx": await filled("市民政局", { YL07: 47 }) }),
      );
      const known = await records(after);
      expect(known).toMatchObject([{ done: "left-out" }]);
      expect(remembered(await read(48), [...after.records, ...known], PERIOD).leftOutBefore).toBe(true);
    });
  });

  test("one that was refused does not", async () => {
    const read = await incoming("a.xlsx", await filled("市民政局", { YL07: 48 }, {}, "2022年"));
    const found = mergeReport(plan, empty(), [read], PERIOD);
    expect(returned(found)).toBe(false);
    expect(decided(found, {}, TIME, PERIOD)).toMatchObject({ writes: [], records: [] });
  });
});

test.each([[" "], ["\u200b"], [""]])(
  "%j in the workbook's cell is blank: new, and outstanding until then",
  async (blank) => {
    const target = typed(empty(), "YL07", blank);
    expect(
      mergeReport(plan, target, [], PERIOD).outstanding.find(({ bureau }) => bureau === "市民政局")!.open
        .form,
    ).toHaveLength(11);
    const found = await report(target, { "a.xlsx": await filled("市民政局", { YL07: 48 }) });
    expect(found.items).toMatchObject([{ state: "new", old: "", was: blank }]);
    expect(decided(found, {}, TIME, PERIOD).writes).toMatchObject([{ was: blank, value: 48 }]);
  },
);

test("a value under a merged cell of the city's form is told and not written", async () => {
  const target = empty();
  const row = target.form!.values.findIndex((cells) => cells[0] === "YL07");
  target.form!.merges = [area(row - 1, 7, 2, 1)];
  const found = await report(target, { "a.xlsx": await filled("市民政局", { YL07: 48 }) });
  expect(found.items).toEqual([]);
  expect(tellUnplaced(found, plan)).toEqual([
    `本工作簿“指标填报”的 H${row + 1} 被合并进 H${row}，YL07 的内容没有并入；请取消合并，再重新汇总`,
  ]);
});

test("a date is a date in the sheet, and said as a date in the records", async () => {
  const bytes = await returnedFile("市民政局", (workbook) => {
    const cell = workbook.getWorksheet("任务分工")!.getCell(places("市民政局").task(3, "deadline"));
    cell.value = new Date(Date.UTC(2023, 11, 31));
  });
  const found = await report(empty(), { "a.xlsx": bytes });
  const { writes, records } = decided(found, {}, TIME, PERIOD);
  expect(writes).toMatchObject([{ column: "deadline", value: 45291, format: "yyyy-mm-dd" }]);
  expect(records).toMatchObject([{ value: "2023-12-31" }]);
  expect(tellValue(found.items[0]!, 45291)).toBe("2023-12-31");
});

describe("the sheet 汇总记录", () => {
  const records: MergeRecord[] = [
    {
      ...{ time: TIME, period: PERIOD, table: "tasks", key: "3", column: "state", was: "", value: "推进中" },
      ...{ file: "a.xlsx", bureau: "市民政局", done: "written" },
    },
    {
      ...{ time: TIME, period: PERIOD, table: "form", key: "YL07", column: "actual", was: 47, value: 48 },
      ...{ file: "a.xlsx", bureau: "市民政局", done: "refused" },
    },
    { time: TIME, period: PERIOD, file: "b.xlsx", bureau: "市卫健委", done: "received" },
    { time: TIME, period: PERIOD, file: "c.xlsx", bureau: "市卫健委", done: "left-out" },
  ];
  const sheet = (columns: number): Grid => {
    const values = [...RECORDS.layout.cells, ...RECORDS.lines(records, plan)].map((row) =>
      row.slice(0, columns),
    );
    return { row: 0, column: 0, values, formulas: values };
  };
  test("gives back what was written into it", () => expect(RECORDS.read(sheet(10), plan)).toEqual(records));
  test("is read in its first form too, in which everything was written", () => {
    expect(RECORDS.recognizes(sheet(9))).toBe(true);
    expect(RECORDS.read(sheet(9), plan)).toEqual(
      records.slice(0, 2).map((record) => ({ ...record, done: "written" })),
    );
  });
});
