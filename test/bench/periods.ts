import { archive, look, recall, roll } from "../../src/commands/periods-part";
import type { Job } from "../../src/commands/job";
import { forgetKept, insertTable, readHoldings } from "../../src/excel";
import { area, areaAddress } from "../../src/grid";
import { enteredFigures, headersOf, LEDGERS, type LedgerRow, type Ledgers } from "../../src/ledger";
import { archiveOf, readLedger, withArchive } from "../../src/ledger";
import { indicatorsOf, type Plan } from "../../src/plan";
import { planInUse, usePlan } from "../../src/plan/in-use";
import { FORM, FORM_SHEET, formSheet, perTable } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import { placesOf } from "../places";
import { manyPlan } from "../plans/many";
import { type Cost, costOf, emptied } from "./insertion";
import { ms, ratio, type Section } from "./section";

const COUNT = 300;
const SIZES = [1, 20, 60] as const;
const REASON = "监测数据复核后更正";
const HISTORY = LEDGERS.form.name;
const job = (): Job => ({ signal: new AbortController().signal, step: () => undefined });

const periodOf = (i: number): string => `${2001 + Math.floor(i / 4)}年${["一", "二", "三", "四"][i % 4]}季度`;

/** The ledger's lines after so many quarters. */
function linesOf(periods: number, plan: Plan): (string | number | boolean)[][] {
  const empty: Ledgers = perTable(({ id }) => readLedger(null, LEDGERS[id], plan));
  const all: LedgerRow[] = [];
  for (let i = 0; i < periods; i++) {
    const from: Ledgers = { ...empty, form: { ...empty.form, last: all.length } };
    const entries = indicatorsOf(plan).flatMap(({ code }) => [
      { table: "form" as const, key: code, column: "actual", value: 200 + i, held: [] },
      { table: "form" as const, key: code, column: "explanation", value: "按季度调度数据填报", held: [] },
    ]);
    const current = enteredFigures(entries, periodOf(i), "某局（某局_填报.xlsx）", plan);
    const done = archiveOf(current, from, { time: "2024-01-05 09:30" }, plan);
    all.push(...withArchive(from, done).form.rows);
  }
  const { columns } = LEDGERS.form;
  return [
    headersOf(LEDGERS.form, all.length),
    ...all.map(({ cells }) => columns.map(({ id }) => cells[id] ?? "")),
  ];
}

/** A workbook with a form filled in, and a ledger of the quarters before. */
async function prepared(host: Host, periods: number, plan: Plan): Promise<void> {
  await emptied(host, FORM_SHEET);
  await emptied(host, HISTORY);
  forgetKept();
  await insertTable(FORM, plan, undefined, periodOf(periods));
  const lines = linesOf(periods, plan);
  const places = placesOf(formSheet(plan));
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const ledger = worksheets.add(HISTORY);
    ledger.getRange(areaAddress(area(0, 0, lines.length, lines[0]!.length))).values = lines;
    const [first, last] = [places.cell("A001", "本期值"), places.cell("A300", "本期值")];
    worksheets.getItem(FORM_SHEET).getRange(`${first}:${last}`).values = Array.from(
      { length: COUNT },
      (_, i) => [300 + i],
    );
    await context.sync();
  });
  await host.settled();
}

interface Measured extends Cost {
  /** bytes of the largest answer */
  answer: number;
}

interface Bridge {
  onMessageFromHost: (text: string) => void;
}

/** What Excel on the web would have to send at once: it has a limit of 5 MB. */
async function measured(host: Host, work: () => Promise<unknown>): Promise<Measured> {
  const bridge = (globalThis as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const { onMessageFromHost } = bridge;
  let answer = 0;
  bridge.onMessageFromHost = (text) => {
    answer = Math.max(answer, Buffer.byteLength(text));
    onMessageFromHost(text);
  };
  const cost = await costOf(host, work);
  bridge.onMessageFromHost = onMessageFromHost;
  return { ...cost, answer };
}

const ACTS: [name: string, act: (periods: number) => Promise<unknown>][] = [
  ["归档", () => archive({}, job())],
  ["归档 again, nothing new", () => archive({}, job())],
  ["结转", (periods) => roll(periodOf(periods + 1), { reason: REASON }, job())],
  ["调阅", (periods) => recall(periodOf(periods), false, job())],
  ["reading after a cell was typed", () => readHoldings(planInUse(), undefined, false)],
  [
    "the same with the tab 往期",
    async () => look(await readHoldings(planInUse(), undefined, false), null, planInUse(), true),
  ],
];

const KIB = 1024;
const row = (name: string, periods: number, cost: Measured, first: Measured): string[] => [
  ...[name, String(periods), String(cost.requests), String(cost.actions)],
  ...[(cost.bytes / KIB).toFixed(0), (cost.answer / KIB).toFixed(0), ms(cost.client)],
  ratio(cost.client, first.client),
];

/** What archiving, rolling and recalling cost where many periods are kept. */
export const periods = (host: Host): Section => ({
  title: `Periods: ${COUNT} indicators, a ledger of so many quarters before`,
  run: async () => {
    const former = planInUse();
    usePlan(manyPlan(COUNT));
    const all = new Map(ACTS.map(([name]) => [name, [] as Measured[]]));
    for (const size of SIZES) {
      await prepared(host, size, planInUse());
      await readHoldings(planInUse());
      for (const [name, act] of ACTS) all.get(name)!.push(await measured(host, () => act(size)));
    }
    await emptied(host, FORM_SHEET);
    await emptied(host, HISTORY);
    usePlan(former);
    return [
      ["", "periods", "requests", "actions", "KiB sent", "largest answer, KiB", "client", "growth"],
      ...[...all].flatMap(([name, costs]) => costs.map((cost, i) => row(name, SIZES[i]!, cost, costs[0]!))),
    ];
  },
});
