import { insertTable } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM, formSheet, TASKS, taskSheet } from "../../src/sheets";
import type { SheetLayout } from "../../src/grid";
import type { Host, RequestRecord } from "../../src/workbench/host/host";
import { ms, ratio, type Section, timed } from "./section";
import { writeCellByCell } from "./cell-by-cell";

const sum = (requests: readonly RequestRecord[], part: "actions" | "bytes"): number =>
  requests.reduce((total, request) => total + request[part], 0);

/** Office.js sends one request with a single action when a batch ends; it carries no work. */
const working = (requests: readonly RequestRecord[]): RequestRecord[] =>
  requests.filter((r) => r.actions > 2);

/** What an insertion costs. */
export interface Cost {
  requests: number;
  actions: number;
  bytes: number;
  /** milliseconds outside the host: Office.js and our code */
  client: number;
}

interface Bridge {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost: (text: string) => void;
}

/** Adds up the time between a request and its answer, which is the host's and not the client's. */
function watchHost(): { spent: () => number; stop: () => void } {
  const bridge = (globalThis as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const { sendMessageToHost, onMessageFromHost } = bridge;
  let [spent, sent] = [0, 0];
  bridge.sendMessageToHost = (text) => {
    sent = performance.now();
    sendMessageToHost(text);
  };
  bridge.onMessageFromHost = (text) => {
    spent += performance.now() - sent;
    onMessageFromHost(text);
  };
  return {
    spent: () => spent,
    stop: () => void Object.assign(bridge, { sendMessageToHost, onMessageFromHost }),
  };
}

export async function costOf(host: Host, write: () => Promise<unknown>): Promise<Cost> {
  host.requests.length = 0;
  const away = watchHost();
  const { ms: all } = await timed(write);
  away.stop();
  const requests = [...host.requests];
  await host.settled();
  return {
    requests: working(requests).length,
    actions: sum(requests, "actions"),
    bytes: sum(requests, "bytes"),
    client: all - away.spent(),
  };
}

export async function emptied(host: Host, name: string): Promise<void> {
  const sheet = host.engine.sheets().find((s) => s.name === name);
  if (sheet) host.engine.removeSheet(sheet.id);
  for (const known of [...host.engine.names().keys()]) host.engine.removeName(known);
  await host.settled();
}

const SHEETS: { title: string; layout: SheetLayout; insert: () => Promise<unknown> }[] = [
  { title: "指标填报", layout: expandTable(formSheet(plan)), insert: () => insertTable(FORM, plan) },
  { title: "任务分工", layout: expandTable(taskSheet(plan)), insert: () => insertTable(TASKS, plan) },
];

const HEADER = ["sheet", "writer", "requests", "actions", "KiB", "client", "ours / theirs"];

const printed = (title: string, writer: string, c: Cost, compared: string): string[] => [
  title,
  writer,
  String(c.requests),
  String(c.actions),
  (c.bytes / 1024).toFixed(1),
  ms(c.client),
  compared,
];

/** Requests, actions, bytes and client time of an insertion into an empty workbook, beside a cell-by-cell writer. */
export const insertion = (host: Host): Section => ({
  title: "Insertion into an empty workbook",
  run: async () => {
    const rows = [HEADER];
    for (const { title, layout, insert } of SHEETS) {
      await emptied(host, title);
      await insert(); // warm
      await emptied(host, title);
      const ours = await costOf(host, insert);
      await emptied(host, title);
      const theirs = await costOf(host, () => writeCellByCell(layout));
      rows.push(printed(title, "ours", ours, ratio(ours.client, theirs.client)));
      rows.push(printed(title, "cell by cell", theirs, ""));
    }
    return rows;
  },
});
