import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import type { Plan } from "../../src/plan";
import { type Change, changesOf } from "../../src/ledger";
import type { Held } from "../../src/report";
import { type Briefing, briefingOf, type BriefingTable, sourceTable, textOf } from "../../src/briefing";
import { type Summary, summaryOf } from "../../src/summary";
import { Workbook } from "../ledger/workbook";
import { heldWith, type Typed } from "../summary/held";

/*
 * Bulletins of several states of a workbook: adding a folder with a case.json adds a test. Where there is no briefing.txt,
 * the first run writes it and fails, so that somebody reads it and reckons its figures.
 */

interface Case extends Typed {
  about: string;
  /** a file of test/plans without its ending; absent: the folder's plan.json, or the built-in plan */
  plan?: string;
  vocabulary?: "schedule" | "midterm";
  /** archived before, oldest first */
  before?: Typed[];
}

const FOLDER = join(__dirname, "briefings");
const CASES = readdirSync(FOLDER);

function planOf(name: string, { plan }: Case): Plan {
  const file =
    plan === undefined ? join(FOLDER, name, "plan.json") : join(__dirname, "../plans", `${plan}.json`);
  return existsSync(file) ? openPlan(JSON.parse(readFileSync(file, "utf8"))) : builtInPlan;
}

function typeAll(workbook: Workbook, { period, form, tasks }: Typed): void {
  workbook.setPeriod(period);
  for (const [key, cells] of Object.entries(form ?? {}))
    for (const [header, value] of Object.entries(
      typeof cells === "object" && cells !== null ? cells : { 本期值: cells },
    ))
      workbook.type(key, header, value);
  for (const [number, cells] of Object.entries(tasks ?? {}))
    for (const [header, value] of Object.entries(cells)) workbook.type(Number(number), header, value);
}

/** The workbook as read, with what its ledger says has changed. */
function workbookOf(one: Case, plan: Plan): { held: Held; changes: Change[] } {
  if (!one.before) return { held: heldWith(one, plan), changes: [] };
  const workbook = new Workbook(plan, one.period);
  for (const before of one.before) {
    typeAll(workbook, before);
    expect(workbook.archive().obstacles).toEqual([]);
  }
  typeAll(workbook, one);
  const held = workbook.held();
  const { parameters } = summary(held, plan);
  return { held, changes: changesOf(workbook.current(held), workbook.read(), parameters, plan) };
}

function summary(held: Held, plan: Plan): Summary {
  const read = summaryOf(held, plan);
  if (!read.ok) throw new Error(read.issue);
  return read.value;
}

const cellText = (text: string, slot?: true): string => (slot ? "＿＿" : text);
const tableLines = ({ title, columns, rows }: BriefingTable): string[] => [
  ...(title === "" ? [] : [`【${title}】`]),
  columns.map(({ header }) => header).join(" | "),
  ...rows.map((row) => row.map(({ text, slot }) => cellText(text, slot)).join(" | ")),
];
const line = (pieces: Parameters<typeof textOf>[0]): string =>
  pieces.map(({ text, slot }) => cellText(text, slot)).join("");

function asText(briefing: Briefing): string {
  const { title, period, sections, notes, closing, annex } = briefing;
  return [
    line(title),
    line(period),
    ...sections.flatMap(({ heading, paragraphs, table }) => [
      "",
      heading,
      ...paragraphs.map(line),
      ...(table ? tableLines(table) : []),
    ]),
    "",
    ...notes.map((note) => `注：${line(note)}`),
    ...closing.map(line),
    "",
    ...(annex ? [...tableLines(annex), ""] : []),
    ...tableLines(sourceTable(briefing)),
    "",
  ].join("\n");
}

test("there are cases", () => expect(CASES.length).toBeGreaterThanOrEqual(11));

test.each(CASES)("%s", (name) => {
  const one = JSON.parse(readFileSync(join(FOLDER, name, "case.json"), "utf8")) as Case;
  const plan = planOf(name, one);
  const { held, changes } = workbookOf(one, plan);
  const briefing = briefingOf(summary(held, plan), { vocabulary: one.vocabulary ?? "schedule", changes });
  const golden = join(FOLDER, name, "briefing.txt");
  if (!existsSync(golden)) {
    writeFileSync(golden, asText(briefing));
    throw new Error(`${golden} was not there: read what was written`);
  }
  expect(asText(briefing)).toBe(readFileSync(golden, "utf8"));
  // no figure without where it comes from
  const untraced = briefing.sections
    .flatMap(({ paragraphs, table }) => [...paragraphs.flat(), ...(table?.rows.flat() ?? [])])
    .filter(({ text, trace }) => trace === undefined && /\d/.test(text));
  expect(untraced).toEqual([]);
});
