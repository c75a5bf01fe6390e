import { readActual } from "../assessment";
import { canonicalName, findBureau, fold, parsePeriod, type Period, type Plan, shownPeriod } from "../plan";
import {
  type AuditItem,
  cellAddress,
  entryItems,
  folded,
  FORM_VERSION,
  formulaAt,
  isFormula,
  readForm,
  type TableId,
  valueAt,
  WHOLE_CITY,
} from "../sheets";
import { alterations, type FoundTable } from "./altered";
import { fingerprint, IDENTITY_LABELS, IDENTITY_SHEET, type Identity } from "./identity";
import { type IncomingIssue, refuses } from "./incoming-issues";
import type { FileIssue } from "./issues";
import { placeOf, type ReadWorkbook, readWorkbook } from "./read";
import { type ExchangeRecord, type ExchangeTable, exchangeTables } from "./tables";

/** One filled cell of a returned file. */
export interface Entry {
  table: TableId;
  key: string;
  column: string;
  value: string | number | boolean;
  /** on the file's sheet, such as H12 */
  address: string;
}

/** A returned file as understood. With `problem` it could not be read at all; when `refused` nothing of it is merged. */
export interface Incoming {
  file: string;
  problem: FileIssue | null;
  refused: boolean;
  /** canonical name, or 全市; empty when unknown */
  bureau: string;
  period: string;
  entries: Entry[];
  issues: IncomingIssue[];
  /** what the audit finds, with the file's addresses */
  findings: AuditItem[];
}

/** What returned files are held against. */
export interface Expectation {
  plan: Plan;
  period: Period;
  /** as it stands in the workbook */
  periodText: string;
}

/** By its names; by its labels where a program has dropped the names. */
function identityIn({ sheets, names }: ReadWorkbook): Identity | null {
  const rows = sheets.find(({ name }) => name === IDENTITY_SHEET)?.grid.values ?? [];
  const labelled = (label: string): unknown => rows.find(([first]) => folded(first) === folded(label))?.[1];
  const read = Object.fromEntries(
    Object.entries(IDENTITY_LABELS).map(([part, { name, label }]) => [
      part,
      names.get(name) ?? String(labelled(label) ?? ""),
    ]),
  ) as unknown as Identity;
  return read.planId === "" ? null : read;
}

/** The sheets on which a table stands, the one with its proper name first. */
function findTables(workbook: ReadWorkbook, table: ExchangeTable): FoundTable[] {
  const found = workbook.sheets.flatMap((sheet): FoundTable[] => {
    const reading = table.read(sheet.grid);
    return reading && reading.rows.size > 0 ? [{ table, sheet, reading }] : [];
  });
  return found.sort(
    (a, b) => Number(b.sheet.name === table.sheetName) - Number(a.sheet.name === table.sheetName),
  );
}

const slotText = ({ sheet, reading }: FoundTable, id: string): string => {
  const place = reading.slots.get(id);
  return place ? String(valueAt(sheet.grid, place.row, place.column)) : "";
};

const titled = ({ table, sheet, reading }: FoundTable): boolean =>
  sheet.grid.values
    .slice(0, reading.header)
    .some((row) => row.some((v) => folded(v) === folded(table.title)));

/** Which plan the file is of: by its identity, else by the tables' titles. */
function planIssues(identity: Identity | null, tables: FoundTable[], plan: Plan): IncomingIssue[] {
  if (!identity) {
    if (tables.some(titled)) return [{ code: "identity-missing" }];
    const title = String(tables[0]!.sheet.grid.values[0]?.find((v) => v !== "") ?? "");
    return [{ code: "other-plan", found: title || "别的规划", own: plan.name }];
  }
  if (identity.planId !== plan.id || identity.city !== plan.city)
    return [{ code: "other-plan", found: identity.planName || identity.planId, own: plan.name }];
  if (identity.planVersion !== plan.version)
    return [{ code: "other-version", found: identity.planVersion, own: plan.version }];
  return [];
}

function periodIssues(found: string, { plan, period, periodText }: Expectation): IncomingIssue[] {
  const read = parsePeriod(found, plan);
  if (!read.ok) return [{ code: "period-unreadable", found }];
  const same = read.value.year === period.year && read.value.month === period.month;
  return same ? [] : [{ code: "other-period", found, own: periodText }];
}

/** A number that is only written as text; anything with words or signs around it stays as typed. */
function numberInText(value: string): number | undefined {
  const reading = readActual(value);
  if (reading.kind !== "text" || reading.reading === undefined) return undefined;
  return /^[-+\d.,]+$/.test(fold(value)) ? reading.reading : undefined;
}

interface ReadCell {
  entry: Entry | null;
  issues: IncomingIssue[];
}

function readEntry(
  found: FoundTable,
  row: number,
  key: string,
  column: ExchangeTable["entries"][number],
): ReadCell {
  const { table, sheet, reading } = found;
  const at = reading.columns.get(column.id);
  if (at === undefined) return { entry: null, issues: [] };
  const value = valueAt(sheet.grid, row, at) as string | number | boolean;
  const formula = formulaAt(sheet.grid, row, at);
  const address = cellAddress(row, at);
  const place = placeOf(row, at);
  if (sheet.errors.has(place))
    return { entry: null, issues: [{ code: "error-cell", address, error: String(value) }] };
  if (sheet.uncalculated.has(place))
    return { entry: null, issues: [{ code: "formula-uncalculated", address, formula: String(formula) }] };
  if (value === "" || (typeof value === "string" && fold(value) === "")) return { entry: null, issues: [] };
  const issues: IncomingIssue[] = isFormula(value, formula)
    ? [{ code: "formula-value", address, formula, value: String(value) }]
    : [];
  const number = column.numeric && typeof value === "string" ? numberInText(value) : undefined;
  if (number !== undefined) issues.push({ code: "number-text", address, text: String(value), value: number });
  return { entry: { table: table.id, key, column: column.id, value: number ?? value, address }, issues };
}

function readEntries(found: FoundTable, owns: (record: ExchangeRecord) => boolean): ReadCell[] {
  const { table, reading } = found;
  return table.records.filter(owns).flatMap((record) => {
    const row = reading.rows.get(record.key);
    if (row === undefined) return [];
    return table.entries.map((column) => readEntry(found, row, record.key, column));
  });
}

const nothing = (file: string): Incoming => ({
  file,
  problem: null,
  refused: true,
  bureau: "",
  period: "",
  entries: [],
  issues: [],
  findings: [],
});

/** Reads what a workbook says as a returned form; everything by code and header, nothing by position. */
export function understand(file: string, workbook: ReadWorkbook, expectation: Expectation): Incoming {
  const { plan } = expectation;
  const all = exchangeTables(plan).map((table) => findTables(workbook, table));
  const tables = all.flatMap(([first]) => first ?? []);
  if (tables.length === 0) return { ...nothing(file), problem: { code: "no-sheet" } };
  const identity = identityIn(workbook);
  const form = tables.find(({ table }) => table.id === "form");
  const named =
    identity?.bureau || tables.map((t) => slotText(t, "bureau")).find((text) => text !== "") || "";
  const known = findBureau(named, plan);
  const bureau = known.ok ? known.value.name : named === WHOLE_CITY ? WHOLE_CITY : "";
  const period = shownPeriod((form && slotText(form, "period")) || identity?.period);
  const owns = ({ bureaus }: ExchangeRecord): boolean =>
    bureau === WHOLE_CITY || bureaus.some((name) => canonicalName(name, plan) === bureau);
  const whole = [
    ...planIssues(identity, tables, plan),
    ...(bureau === "" ? [{ code: "bureau-unknown", found: named } as const] : []),
    ...periodIssues(period, expectation),
  ];
  const refused = whole.some(refuses);
  if (refused) return { ...nothing(file), bureau, period, issues: whole };
  const stale =
    identity && known.ok && identity.fingerprint !== fingerprint(plan, known.value)
      ? [{ code: "other-template" } as const]
      : identity && identity.template !== FORM_VERSION
        ? [{ code: "other-template" } as const]
        : [];
  const cells = tables.flatMap((found) => readEntries(found, owns));
  const data = form && readForm(form.sheet.grid, plan);
  const issues: IncomingIssue[] = [
    ...whole,
    ...stale,
    ...all.flatMap(([first, ...rest]) =>
      rest.map(({ sheet }): IncomingIssue => ({
        code: "second-sheet",
        sheet: sheet.name,
        taken: first!.sheet.name,
      })),
    ),
    ...tables.flatMap((found) => alterations(found, owns)),
    ...cells.flatMap((cell) => cell.issues),
  ];
  const entries = cells.flatMap(({ entry }) => entry ?? []);
  const findings = data ? entryItems(data).filter(({ code }) => entries.some((e) => e.key === code)) : [];
  return { file, problem: null, refused: false, bureau, period, entries, issues, findings };
}

/** Reads one returned file. Never throws for what a file holds. */
export async function readIncoming(
  file: string,
  bytes: Uint8Array,
  expectation: Expectation,
): Promise<Incoming> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return { ...nothing(file), problem: workbook.issue };
  return understand(file, workbook.value, expectation);
}
