import fc from "fast-check";
import { sameValue } from "../../src/assessment";
import type { Scalar } from "../../src/grid";
import { indicatorsOf, parsePeriod, type Period, readPeriod } from "../../src/plan";
import { openPlan } from "../../src/plan/open";
import {
  type Archive,
  archivedPeriods,
  archiveOf,
  enteredFigures,
  followingPeriods,
  historyOf,
  type LedgerRow,
  yearBefore,
} from "../../src/ledger";
import environment from "../plans/environment-2020.json";
import { Workbook } from "./workbook";

const plan = openPlan(environment);
const CODES = indicatorsOf(plan)
  .slice(0, 3)
  .map(({ code }) => code);
const TASK = 1;
const READ = { form: "本期值", tasks: "进展状态" } as const;
const SAID = { form: "情况说明", tasks: "进展情况" } as const;

interface Kept {
  value: Scalar;
  words: string;
}
/** What was archived of each period and record, by a way of its own: period as `2017-6`. */
type Model = Map<string, Kept[]>;

const endOf = (text: string): Period => {
  const read = readPeriod(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const placeOf = (period: string, key: string | number): string => {
  const { year, month } = endOf(period);
  return `${year}-${month}/${key}`;
};

class World {
  book = new Workbook(plan, "2017年一季度");
  model: Model = new Map();
  rows: LedgerRow["cells"][] = [];
  before: [Workbook["tables"], Workbook["ledgers"], string, Model, LedgerRow["cells"][]][] = [];

  remember(): void {
    const { tables, ledgers, period } = this.book;
    this.before.push(structuredClone([tables, ledgers, period, this.model, this.rows]));
  }

  undo(): void {
    const last = this.before.pop();
    if (!last) return;
    const [tables, ledgers, period, model, rows] = last;
    Object.assign(this.book.tables, tables);
    Object.assign(this.book, { ledgers, period });
    Object.assign(this, { model, rows });
  }

  keep(period: string, key: string | number, kept: { value: Scalar; words: string | null }): void {
    const history = this.model.get(placeOf(period, key)) ?? [];
    const last = history.at(-1);
    const words = kept.words ?? last?.words ?? "";
    if (kept.value === "" && (words === "" || sameValue(words, last?.words ?? ""))) return;
    if (last && sameValue(last.value, kept.value) && sameValue(last.words, words)) return;
    this.model.set(placeOf(period, key), [...history, { value: kept.value, words }]);
  }

  /** What the sheets show is kept, but for what was left out. */
  keepShown({ obstacles, withheld, period }: Archive): void {
    if (obstacles.length > 0) return;
    const isOut = (key: string | number, of: string): boolean =>
      withheld.some((figure) => figure.key === String(key) && figure.period === of);
    for (const key of [...CODES, TASK]) {
      const table = typeof key === "number" ? "tasks" : "form";
      const [value, words] = [READ, SAID].map((header) => this.book.says(key, header[table]) as string);
      if (!isOut(key, period)) this.keep(period, key, { value: value!, words: words! });
      if (table === "tasks") continue;
      const [previous, ago] = [this.book.says(key, "上年同期") as Scalar, yearBefore(period)];
      if (previous !== "" && !isOut(key, ago)) this.keep(ago, key, { value: previous, words: null });
    }
  }

  /** Nothing that was there is other than it was, or in another order. */
  check(): void {
    const ledgers = this.book.read();
    const rows = [...ledgers.form.rows, ...ledgers.tasks.rows];
    expect(rows.every(({ state }) => state === "intact")).toBe(true);
    const lists = [ledgers.form.rows, ledgers.tasks.rows].map((some) => some.map(({ cells }) => cells));
    const told = new Set(lists.flat().map((cells) => JSON.stringify(cells)));
    for (const cells of this.rows) expect(told.has(JSON.stringify(cells))).toBe(true);
    this.rows = lists.flat();
    for (const [place, kept] of this.model) {
      const [end, key] = place.split("/") as [string, string];
      const [year, month] = end.split("-").map(Number) as [number, number];
      const ledger = CODES.includes(key) ? ledgers.form : ledgers.tasks;
      const history = historyOf(ledger, { year, month }, key);
      expect(history.map(({ cells: { value = "", words = "" } }) => ({ value, words }))).toEqual(kept);
    }
    const all = [ledgers.form, ledgers.tasks].flatMap(({ index }) => [...index.keys()]);
    expect(all.sort()).toEqual([...this.model.keys()].sort());
  }
}

type Step = (world: World) => void;
const REASON = "数据复核后更正";

const key = fc.constantFrom(...CODES);
const value = fc.constantFrom<Scalar>(70, 75, 80, 80, 85, "", "约80", 900);
const words = fc.constantFrom("", "监测口径调整", "设备停运检修");
const how = fc.constantFrom({ reason: REASON }, { reason: REASON, cleanOnly: true, confirmed: true }, {});
const type = (header: string, of: fc.Arbitrary<Scalar>): fc.Arbitrary<Step> =>
  fc.tuple(key, of).map(
    ([code, said]) =>
      ({ book }) =>
        void book.type(code, header, said),
  );

const typing: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: type("本期值", value) },
  { weight: 2, arbitrary: type("情况说明", words) },
  type("上年同期", value),
  fc.tuple(fc.constantFrom("", "推进中", "滞后", "已完成"), words).map(
    ([state, said]): Step =>
      ({ book }) =>
        void book.type(TASK, "进展状态", state).type(TASK, "进展情况", said),
  ),
);
const archiving = how.map(
  (with_): Step =>
    (world) =>
      world.keepShown(world.book.archive(with_)),
);
const rolling = fc.tuple(how, fc.nat(2)).map(([with_, which]): Step => (world) => {
  const following = followingPeriods(world.book.period, archivedPeriods(world.book.read()), plan);
  const next = following[which % following.length];
  if (next === undefined) return;
  const shown = structuredClone(world.book.tables);
  const { archive, showing } = world.book.roll(next, { ...with_, cleanOnly: false });
  if (showing === null) return expect(world.book.tables).toEqual(shown);
  // what was shown when it was archived
  const now = structuredClone(world.book.tables);
  Object.assign(world.book.tables, shown);
  world.keepShown(archive);
  Object.assign(world.book.tables, now);
});
const recalling = fc.tuple(fc.nat(9), fc.boolean()).map(([which, giveUp]): Step => ({ book }) => {
  const all = archivedPeriods(book.read());
  if (all.length > 0) book.recall(all[which % all.length]!.text, giveUp);
});
const merging = fc
  .tuple(key, value, words, fc.constantFrom("2016年四季度", "2017Q1", "2017年上半年"), how)
  .map(([code, said, explained, period, with_]): Step => (world) => {
    const entry = (column: string, of: Scalar) => ({
      ...({ table: "form", key: code, held: [] } as const),
      column,
      value: of,
    });
    const file = enteredFigures(
      [entry("actual", said), entry("explanation", explained)],
      period,
      "某局",
      plan,
    );
    const archive = archiveOf(file, world.book.read(), { time: "2018-01-01 08:00", ...with_ }, plan);
    world.book.append(archive);
    if (archive.obstacles.length === 0 && archive.withheld.length === 0)
      world.keep(period, code, { value: said, words: explained });
  });
const byHand = fc.constantFrom("2017年一季度", "2017年二季度", "2018Q1", "下一期").map(
  (period): Step =>
    ({ book }) =>
      void book.setPeriod(period),
);
const sorting: fc.Arbitrary<Step> = fc.nat(4).map((column) => ({ book }) => {
  if (book.ledgers.form)
    book.edit(([header, ...rows]) => [
      header!,
      ...rows.sort((a, b) => String(a[column]).localeCompare(String(b[column]))),
    ]);
});
const undoing = fc.constant<Step>((world) => world.undo());

const steps = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.record({ step: typing, undone: fc.constant(true) }) },
    { weight: 4, arbitrary: fc.record({ step: archiving, undone: fc.constant(true) }) },
    { weight: 3, arbitrary: fc.record({ step: rolling, undone: fc.constant(true) }) },
    { weight: 2, arbitrary: fc.record({ step: recalling, undone: fc.constant(true) }) },
    { weight: 2, arbitrary: fc.record({ step: merging, undone: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ step: byHand, undone: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ step: sorting, undone: fc.constant(true) }) },
    { weight: 2, arbitrary: fc.record({ step: undoing, undone: fc.constant(false) }) },
  ),
  { minLength: 8, maxLength: 30 },
);

test("whatever is typed, archived, rolled, revised, recalled, merged, sorted and undone: nothing archived is lost or rewritten", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const world = new World();
      for (const { step, undone } of all) {
        if (undone) world.remember();
        step(world);
        world.check();
      }
      const { book, model } = world;
      for (const { text } of archivedPeriods(book.read())) {
        const isShown = book.recall(text, true).showing !== null;
        // last year's figures may be of a period before the plan
        expect(isShown).toBe(parsePeriod(text, plan).ok);
        if (!isShown) continue;
        for (const code of [...CODES, TASK]) {
          const table = typeof code === "number" ? "tasks" : "form";
          const latest = model.get(placeOf(text, code))?.at(-1) ?? { value: "", words: "" };
          expect([book.says(code, READ[table]), book.says(code, SAID[table])]).toEqual([
            latest.value,
            latest.words,
          ]);
        }
        for (const code of CODES)
          expect(book.says(code, "上年同期")).toBe(
            model.get(placeOf(yearBefore(text), code))?.at(-1)?.value ?? "",
          );
      }
      world.check();
    }),
    { numRuns: 60 },
  );
});
