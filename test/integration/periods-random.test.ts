import "./no-reading-by-itself";
import fc from "fast-check";
import {
  adoptPlan,
  archivePeriod,
  periods,
  readPeriods,
  recallPeriod,
  rollPeriod,
  state,
} from "../../src/commands";
import { forgetBefore } from "../../src/commands/periods-state";
import { onPlan } from "../../src/commands/workbook-plan";
import { insertTable } from "../../src/excel";
import { readMergeTarget, writeMerge } from "../../src/excel/merge";
import type { Scalar } from "../../src/grid";
import { indicatorsOf } from "../../src/plan";
import { planInUse } from "../../src/plan/in-use";
import { FORM, FORM_SHEET, formSheet, readForm, RECORDS } from "../../src/sheets";
import { isSame, restore } from "../../src/workbench/engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../../src/workbench/engine/snapshot";
import type { Host } from "../../src/workbench/host/host";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import environment from "../plans/environment-2020.json";
import { placesOf } from "../places";
import { openAddIn } from "./office";

/* Whatever is done to a workbook in whatever order, by hand, by commands and by undoing: what was archived stays. */

let host: Host;
let engine: UniverEngine;
let first: WorkbookSnapshot;
const REASON = { reason: "数据复核后更正" };
const HISTORY = "历史数据";

const places = () => placesOf(formSheet(planInUse()));
const codes = (): string[] =>
  indicatorsOf(planInUse())
    .slice(0, 3)
    .map(({ code }) => code);

const act = (change: (workbook: Excel.Workbook) => void): Promise<void> =>
  Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
const write = (address: string, value: Scalar): Promise<void> =>
  act(({ worksheets }) => void (worksheets.getItem(FORM_SHEET).getRange(address).values = [[value]]));

/** The ledger's lines as they stand, without the header. */
async function lines(): Promise<Scalar[][]> {
  await host.settled();
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(HISTORY);
    await context.sync();
    if (sheet.isNullObject) return [];
    const used = sheet.getUsedRange(true).load("values");
    await context.sync();
    return (used.values as Scalar[][]).slice(1);
  });
}
const form = () =>
  onPlan(async () => readForm((await readMergeTarget(planInUse(), RECORDS)).form!, planInUse())!);

type Step = () => Promise<unknown>;
const which = fc.nat(2);
const value = fc.constantFrom<Scalar>(70, 75, 80, 85, "", "约80");
const typing = fc.tuple(which, value, fc.constantFrom("本期值", "情况说明")).map(
  ([i, said, header]): Step =>
    () =>
      write(places().cell(codes()[i]!, header), said),
);
const merging = fc.tuple(which, fc.constantFrom(60, 65)).map(([i, said]): Step => async () => {
  const [now, key] = [await form(), codes()[i]!];
  const row = now.rows.find(({ code }) => code === key)!;
  const cell = { table: "form", key, column: "actual", was: row.actual as Scalar, value: said } as const;
  const record = { ...cell, time: "2018-01-01 08:00", period: String(now.period) };
  await writeMerge(
    planInUse(),
    [cell],
    [{ ...record, done: "written", file: "某.xlsx", bureau: "某局" }],
    RECORDS,
  );
});
const archiving = fc.constantFrom(REASON, { ...REASON, cleanOnly: true, confirmed: true }, {}).map(
  (how): Step =>
    () =>
      archivePeriod(how),
);
const rolling = fc.constantFrom(REASON, {}).map(
  (how): Step =>
    () =>
      rollPeriod(undefined, how),
);
const recalling = fc.tuple(fc.nat(9), fc.boolean()).map(([i, giveUp]): Step => async () => {
  await readPeriods();
  const { archived } = periods.get().read!;
  if (archived.length > 0) await recallPeriod(archived[i % archived.length]!.text, giveUp);
});
const renaming = fc.constantFrom("2017年二季度", "2018Q1", "下一期").map(
  (text): Step =>
    () =>
      write(places().slot("报告期"), text),
);
const replanning = fc.constantFrom("2", "3").map(
  (version): Step =>
    () =>
      adoptPlan({ ...environment, version }),
);

const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ step: typing, undone: fc.constant(false) }) },
    { weight: 5, arbitrary: fc.record({ step: archiving, undone: fc.constant(false) }) },
    { weight: 3, arbitrary: fc.record({ step: rolling, undone: fc.constant(false) }) },
    { weight: 2, arbitrary: fc.record({ step: recalling, undone: fc.constant(false) }) },
    { weight: 2, arbitrary: fc.record({ step: merging, undone: fc.constant(false) }) },
    { weight: 1, arbitrary: fc.record({ step: renaming, undone: fc.constant(false) }) },
    { weight: 1, arbitrary: fc.record({ step: replanning, undone: fc.constant(false) }) },
    {
      weight: 2,
      arbitrary: fc.record({ step: fc.constant<Step>(() => engine.api.undo()), undone: fc.constant(true) }),
    },
  ),
  { minLength: 8, maxLength: 16 },
);

beforeAll(async () => {
  ({ host, engine } = await openAddIn(({ history }) => ({ change: (work) => history.change(work) })));
  await adoptPlan(environment);
  await insertTable(FORM, planInUse(), undefined, "2017年一季度");
  await host.settled();
  first = takeSnapshot(engine);
});
beforeEach(() => {
  forgetBefore();
  state.set({ notice: null });
});

/** The latest line of each figure of a period, by code. */
function latest(all: readonly Scalar[][], period: Scalar): Map<Scalar, Scalar> {
  return new Map(all.filter((line) => line[0] === period).map((line) => [line[1]!, line[4]!]));
}

test("random work on the running host: no line is lost or rewritten, and each period shows its latest figures", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      restore(engine, takeSnapshot(engine), first);
      await host.settled();
      forgetBefore();
      periods.set({ ask: null });
      let known: Scalar[][] = [];
      // what was done before is no step of this run
      let done = 0;
      for (const { step, undone } of all) {
        if (undone && done === 0) continue;
        await host.settled();
        const before = takeSnapshot(engine);
        await step();
        await host.settled();
        if (undone) done--;
        else if (!isSame(takeSnapshot(engine), before)) done++;
        const now = await lines();
        const [shorter, longer] = undone && now.length < known.length ? [now, known] : [known, now];
        expect(longer.slice(0, shorter.length)).toEqual(shorter);
        known = now;
      }
      await readPeriods();
      const read = periods.get().read!;
      expect(read.issues).toEqual([]);
      for (const { text } of read.archived) {
        await recallPeriod(text, true);
        const { period, rows } = await form();
        expect(period).toBe(text);
        const wanted = latest(known, text);
        for (const { code, actual } of rows) expect([code, actual]).toEqual([code, wanted.get(code) ?? ""]);
      }
      expect(await lines()).toEqual(known);
    }),
    { numRuns: 6 },
  );
});

test.each<[string, Step]>([
  ["归档本期", () => archivePeriod()],
  ["结转下期", () => rollPeriod("2017年二季度")],
])("%s is undone and redone as one step: form and ledger alike", async (_, command) => {
  restore(engine, takeSnapshot(engine), first);
  await host.settled();
  await write(places().cell(codes()[0]!, "本期值"), 81);
  await host.settled();
  const before = takeSnapshot(engine);
  await command();
  expect(state.get().notice?.text).toMatch(/已归档/);
  await host.settled();
  const after = takeSnapshot(engine);
  expect(isSame(after, before)).toBe(false);
  await engine.api.undo();
  await host.settled();
  expect(isSame(takeSnapshot(engine), before)).toBe(true);
  await engine.api.redo();
  await host.settled();
  expect(isSame(takeSnapshot(engine), after)).toBe(true);
});
