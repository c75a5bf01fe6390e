import type { Cell } from "../../src/grid";
import { indicatorsOf } from "../../src/plan";
import {
  archivedPeriods,
  archiveOf,
  beforeOf,
  compareFigures,
  type Current,
  enteredFigures,
  followingPeriods,
  headersOf,
  LEDGERS,
  type LedgerRow,
  type Ledgers,
  readLedger,
  withArchive,
} from "../../src/ledger";
import { perTable } from "../../src/sheets";
import { manyPlan } from "../plans/many";

const plan = manyPlan(300);
const TIME = "2024-01-05 09:30";
const reported = (period: string, value: number): Current =>
  enteredFigures(
    indicatorsOf(plan).map(({ code }) => ({ table: "form", key: code, column: "actual", value, held: [] })),
    period,
    "本表填报",
    plan,
  );
const periodOf = (i: number): string => `${2001 + Math.floor(i / 4)}Q${(i % 4) + 1}`;

const EMPTY: Ledgers = perTable(({ id }) => readLedger(null, LEDGERS[id], plan));

/** The ledger's sheet after so many quarters, each of 300 figures and their revisions. */
function sheetOf(periods: number): Cell[][] {
  const all: LedgerRow[] = [];
  for (let i = 0; i < periods; i++) {
    let ledgers: Ledgers = { ...EMPTY, form: { ...EMPTY.form, last: all.length } };
    for (const value of [200 + i, 201 + i]) {
      const archive = archiveOf(
        reported(periodOf(i), value),
        ledgers,
        { time: TIME, reason: "补报数据" },
        plan,
      );
      ledgers = withArchive(ledgers, archive);
      all.push(...archive.rows.form);
    }
  }
  const { columns } = LEDGERS.form;
  expect(all).toHaveLength(periods * 600);
  return [
    headersOf(LEDGERS.form, all.length),
    ...all.map(({ cells }) => columns.map(({ id }) => cells[id] ?? "")),
  ];
}

/** All that a 结转 needs, from the sheet's cells on. */
function work(cells: Cell[][], periods: number): number {
  const start = performance.now();
  const form = readLedger({ row: 0, column: 0, values: cells, formulas: cells }, LEDGERS.form, plan);
  const ledgers: Ledgers = { ...EMPTY, form };
  const now = reported(periodOf(periods), 400);
  const { rows, obstacles } = archiveOf(now, ledgers, { time: TIME }, plan);
  compareFigures(now, withArchive(ledgers, { rows: { form: rows.form, tasks: [] } }));
  followingPeriods(now.period, archivedPeriods(ledgers), plan);
  const before = beforeOf(ledgers, now.period);
  for (const { code } of indicatorsOf(plan)) before(code);
  const taken = performance.now() - start;
  expect([form.issues, obstacles, rows.form.length]).toEqual([[], [], 300]);
  return taken;
}

test("300 indicators: reading and archiving grow with the ledger's rows, and no faster", () => {
  const [small, large] = [5, 20].map((periods) => {
    const cells = sheetOf(periods);
    return Math.min(...[1, 2, 3].map(() => work(cells, periods)));
  });
  expect(large! / small!).toBeLessThan(10);
});
