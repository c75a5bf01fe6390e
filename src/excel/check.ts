import type { Plan } from "../plan";
import {
  type DataOf,
  FORM,
  type FormData,
  type PerTable,
  perTable,
  type TableId,
  type TableKind,
  TABLES,
} from "../sheets";
import type { Grid } from "../grid";
import { type FormReport, type Held, type Report, reportOf } from "../report";
import { type Found, formulasOf, View } from "./find";
import type { Kept } from "./kept";
import { CommandError } from "./issues";
import { run, sync } from "./run";

/** The form that is meant, as read. */
export type FoundForm = Found<FormData>;

/** @throws CommandError when there is none. */
export async function findForm(view: View, plan: Plan): Promise<FoundForm> {
  const form = await view.table(FORM, (grid) => FORM.read(grid, plan), true);
  if (!form) throw new CommandError({ code: "no-form", sheet: FORM.name });
  return form;
}

/** The tables that are meant, as read; null where there is none. */
export type Tables = { [Id in TableId]: Found<DataOf<Id>> | null };

export const isEmptyOf = (tables: Tables): boolean => Object.values(tables).every((found) => found === null);

/** Every table that is meant, as far as `reader` knows it. */
export async function findTables<T>(
  view: View,
  reader: (kind: TableKind) => (grid: Grid) => T | null,
  everywhere = false,
): Promise<PerTable<Found<T> | null>> {
  const found: [TableId, Found<T> | null][] = [];
  for (const kind of TABLES) found.push([kind.id, await view.table(kind, reader(kind), everywhere)]);
  return Object.fromEntries(found) as PerTable<Found<T> | null>;
}

/** The tables that a view of all kinds shows. */
export async function tablesIn(view: View, plan: Plan): Promise<Tables> {
  const find = (everywhere: boolean): Promise<Tables> =>
    findTables(view, (kind) => (grid) => kind.read(grid, plan), everywhere) as Promise<Tables>;
  const found = await find(false);
  return isEmptyOf(found) ? find(true) : found;
}

/** Reads all tables in one request, and what `also` queues for each sheet that may hold one. */
export const readTables = async (
  context: Excel.RequestContext,
  plan: Plan,
  signal?: AbortSignal,
  also?: (sheet: Excel.Worksheet) => void,
): Promise<Tables> => tablesIn(await View.of(context, { kinds: TABLES, also }, signal), plan);

/** What the workbook holds of ours. */
export interface Holdings {
  /** everything there is to say about it; null when it holds neither form nor tasks */
  report: Report | null;
  /** the same, where it holds a form */
  form: FormReport | null;
  /** 填报单位 of each table; null where it is not there */
  bureaus: PerTable<string | null>;
  /** what was read */
  held: Held;
  /** what is kept of other periods, and of files */
  kept: Kept;
  /** the workbook's names with their formulas, and its sheets' names */
  names: ReadonlyMap<string, string>;
  sheets: readonly string[];
}

/** What was read, with the sheet on which it stands. */
export const heldOf = (tables: Tables): Held =>
  Object.fromEntries(
    Object.entries(tables).map(([id, found]) => [
      id,
      found && { ...found.table, sheet: { id: found.sheet.id, name: found.sheet.name } },
    ]),
  ) as unknown as Held;

/** Reads what the workbook holds. @param asked false where nobody waits for it */
export const readHoldings = (plan: Plan, signal?: AbortSignal, asked = true): Promise<Holdings> =>
  run(async (context) => {
    const view = await View.of(context, { kinds: TABLES, kept: { remembered: !asked } }, signal);
    const tables = await tablesIn(view, plan);
    const held = heldOf(tables);
    return {
      ...reportOf(held, plan),
      held,
      kept: await view.kept(),
      names: formulasOf(view.names),
      sheets: view.sheets.items.map(({ name }) => name),
      bureaus: perTable(({ id }) => tables[id]?.table.bureau ?? null),
    };
  }, asked);

/** Audits form and tasks: every finding with its cell, strictest level first. Changes nothing. @throws CommandError when there is neither */
export async function auditForm(plan: Plan, signal?: AbortSignal): Promise<Holdings & { report: Report }> {
  const { report, ...rest } = await readHoldings(plan, signal);
  if (!report) throw new CommandError({ code: "no-form", sheet: FORM.name });
  return { ...rest, report };
}

/** Selects a cell, such as `H12`, of a sheet. @param sheet its id */
export const selectAddress = (sheet: string, address: string): Promise<void> =>
  run(async (context) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(address).select();
    await sync(context);
  });
