import { makeBriefing, makeDashboard, makeDocument, updateBook } from "../../src/commands/results-part";
import type { Job } from "../../src/commands/job";
import { forgetKept, insertTable } from "../../src/excel";
import { indicatorsOf, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { planInUse, usePlan } from "../../src/plan/in-use";
import { FORM, FORM_SHEET, formSheet } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import { placesOf } from "../places";
import { manyPlan } from "../plans/many";
import { type Cost, costOf, emptied } from "./insertion";
import { ms, ratio, type Section } from "./section";

const PLANS: readonly Plan[] = [builtInPlan, manyPlan(100), manyPlan(300)];
const SHEETS = [FORM_SHEET, "看板", "进展通报", "通报附表", "通报数据来源", "督办台账"];
const job = (): Job => ({ signal: new AbortController().signal, step: () => undefined });

const ACTS: [name: string, act: () => Promise<unknown>][] = [
  ["看板", () => makeDashboard(job())],
  ["看板 again", () => makeDashboard(job())],
  ["通报", () => makeBriefing(job())],
  ["通报 again", () => makeBriefing(job())],
  ["督办台账", () => updateBook(job())],
  [".docx", () => makeDocument(job())],
];

async function empty(host: Host): Promise<void> {
  for (const name of SHEETS) await emptied(host, name);
  forgetKept();
}

/** A form of which every other indicator is filled in, most of them far behind. */
async function prepared(host: Host, plan: Plan): Promise<void> {
  await empty(host);
  await insertTable(FORM, plan, undefined, `${plan.baselineYear + 2}年`);
  const places = placesOf(formSheet(plan));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    for (const [i, { code }] of indicatorsOf(plan).entries())
      if (i % 2 === 0) sheet.getRange(places.cell(code, "本期值")).values = [[i % 5]];
    await context.sync();
  });
  await host.settled();
}

const KIB = 1024;
const row = (name: string, plan: Plan, cost: Cost, first: Cost): string[] => [
  ...[name, String(indicatorsOf(plan).length), String(cost.requests), String(cost.actions)],
  ...[(cost.bytes / KIB).toFixed(1), ms(cost.client), ratio(cost.client, first.client)],
];

/** What is made of the figures, for plans of so many indicators. */
export const results = (host: Host): Section => ({
  title: "Results",
  run: async () => {
    const former = planInUse();
    const all = new Map(ACTS.map(([name]) => [name, [] as Cost[]]));
    for (const plan of PLANS) {
      usePlan(plan);
      await prepared(host, plan);
      for (const [name, act] of ACTS) all.get(name)!.push(await costOf(host, act));
    }
    await empty(host);
    usePlan(former);
    return [
      ["", "indicators", "requests", "actions", "KiB sent", "client", "growth"],
      ...[...all].flatMap(([name, costs]) => costs.map((cost, i) => row(name, PLANS[i]!, cost, costs[0]!))),
    ];
  },
});
