import { findBureau, type Plan } from "../../src/plan";
import { formSheet, readForm, readTasks, taskSheet } from "../../src/sheets";
import { expandTable } from "../../src/tables";
import type { Held } from "../../src/report";
import { type Summary, summaryOf } from "../../src/summary";
import { asRead, fill } from "../sheets/helpers";

/** What is typed into a workbook: cells by record and header; a bare value is 本期值. */
export interface Typed {
  period: string;
  /** whose form it is; absent: the whole place's */
  bureau?: string;
  /** null: there is no form */
  form?: Readonly<Record<string, unknown>> | null;
  /** absent: there is no sheet of tasks */
  tasks?: Readonly<Record<number, Readonly<Record<string, unknown>>>>;
}

const isCells = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A workbook as read after all that was typed into it. */
export function heldWith({ period, bureau: name, form = {}, tasks }: Typed, plan: Plan): Held {
  const found = name === undefined ? null : findBureau(name, plan);
  if (found?.ok === false) throw new Error(name);
  const bureau = found ? { bureau: found.value } : {};
  const formGrid = asRead(expandTable(formSheet(plan, { period, ...bureau })));
  for (const [code, cells] of Object.entries(form ?? {}))
    for (const [header, value] of Object.entries(isCells(cells) ? cells : { 本期值: cells }))
      fill(formGrid, code, header, value);
  const taskGrid = asRead(expandTable(taskSheet(plan, bureau)));
  for (const [number, cells] of Object.entries(tasks ?? {}))
    for (const [header, value] of Object.entries(cells)) fill(taskGrid, Number(number), header, value);
  return {
    form: form && { ...readForm(formGrid, plan)!, sheet: { id: "1", name: "指标填报" } },
    tasks: tasks ? { ...readTasks(taskGrid, plan)!, period, sheet: { id: "2", name: "任务分工" } } : null,
  };
}

export function summaryWith(typed: Typed, plan: Plan): Summary {
  const read = summaryOf(heldWith(typed, plan), plan);
  if (!read.ok) throw new Error(read.issue);
  return read.value;
}
