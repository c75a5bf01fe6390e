import { isExplained } from "../assessment";
import { inWords, isBlank } from "../text";
import type { Period, Plan } from "../plan";
import { type AuditItem, taskRowItems } from "../report";
import { cellAddress, formatAt, formulaAt, isFormula, valueAt } from "../grid";
import { type TableId, taskRows } from "../sheets";
import { where } from "./altered";
import type { FoundTable } from "./found-table";
import { givenEntry } from "./given";
import type { IncomingIssue } from "./incoming-issues";
import { placeOf } from "./read";
import { type EntryColumn, type ExchangeRecord, exchangeTables, isGivenTo } from "./tables";
import { type FilledCell, readValue, sameValue, type Value } from "./values";

/** One filled cell of a returned file. */
export interface Entry {
  table: TableId;
  key: string;
  column: string;
  value: Value;
  /** on the file's sheet, such as H12 */
  address: string;
  /** why it is not to be written unasked; empty where it may be */
  held: string[];
  /** what a held value most likely means */
  reading?: Value;
}

/** What the audit finds in a file beside what it holds back. */
export interface EntryFinding {
  level: string;
  address: string;
  /** indicator, what is wrong, what to do */
  words: string;
}

/** What returned files are held against. */
export interface Expectation {
  plan: Plan;
  period: Period;
  /** as it stands in the workbook */
  periodText: string;
  /** the version of the plan that the file was made from, where it is another */
  madeFrom?: Plan;
}

/** What one cell says. */
export interface ReadCell {
  entry: Entry | null;
  issues: IncomingIssue[];
  findings: EntryFinding[];
}
const NOTHING: ReadCell = { entry: null, issues: [], findings: [] };

/** A cell that holds something readable; null for one that is blank, an error, or swallowed by a merge. */
function filledCell({ sheet, reading }: FoundTable, row: number, columnId: string): FilledCell | null {
  const column = reading.columns.get(columnId);
  if (column === undefined) return null;
  const place = placeOf(row, column);
  if (sheet.errors.has(place) || sheet.uncalculated.has(place)) return null;
  const value = valueAt(sheet.grid, row, column);
  return isBlank(value) ? null : { value: value as Value, format: formatAt(sheet.grid, row, column) };
}

/** What keeps a cell's content from being read. */
function unreadable({ sheet }: FoundTable, row: number, at: number, address: string): IncomingIssue[] {
  const place = placeOf(row, at);
  if (sheet.errors.has(place))
    return [{ code: "error-cell", address, error: String(valueAt(sheet.grid, row, at)) }];
  return sheet.uncalculated.has(place)
    ? [{ code: "formula-uncalculated", address, formula: String(formulaAt(sheet.grid, row, at)) }]
    : [];
}

/** Told where a cell is not as it was handed out. */
const changedFrom = (
  given: Value | undefined,
  now: string,
  address: string,
  { header }: EntryColumn,
): IncomingIssue[] =>
  given === undefined ? [] : [{ code: "given-changed", address, header, was: inWords(given), now }];

/** What the audit of tasks finds in one cell; nothing for a form, whose entries are audited as numbers. */
const taskItemsAt = (
  { sheet, reading }: FoundTable,
  { task }: ExchangeRecord,
  place: string,
  { period, plan }: Expectation,
): AuditItem[] =>
  (task ? taskRows(sheet.grid, reading, task) : [])
    .flatMap((row) => taskRowItems(row, period, plan))
    .filter(({ address }) => address === place);

function readEntry(
  found: FoundTable,
  row: number,
  record: ExchangeRecord,
  column: EntryColumn,
  expectation: Expectation,
): ReadCell {
  const { table, sheet, reading } = found;
  const at = reading.columns.get(column.id);
  if (at === undefined) return NOTHING;
  const address = cellAddress(row, at);
  const told = where(found, address);
  const cell = filledCell(found, row, column.id);
  const given = givenEntry(found, record.key, column.id);
  if (!cell) {
    const issues = unreadable(found, row, at, told);
    return { ...NOTHING, issues: issues.length > 0 ? issues : changedFrom(given, "", told, column) };
  }
  // nobody at the bureau has said it
  if (given !== undefined && sameValue(given, cell.value)) return NOTHING;
  const before = expectation.madeFrom
    ? exchangeTables(expectation.madeFrom).filter(({ id }) => id === table.id)
    : [];
  if ([table, ...before].some((of) => isGivenTo(of, record.key, column.id, cell.value))) return NOTHING;
  const previous = column.id === table.required ? filledCell(found, row, "previous") : undefined;
  const {
    value,
    held,
    reading: meant,
    converted,
    findings,
  } = readValue(
    table.kindOf(record.key, column.id),
    record,
    cell,
    previous,
    taskItemsAt(found, record, address, expectation),
  );
  const formula = formulaAt(sheet.grid, row, at);
  const issues: IncomingIssue[] = changedFrom(given, inWords(cell.value), told, column);
  if (isFormula(cell.value, formula))
    issues.push({
      code: "formula-value",
      address: told,
      formula,
      value: inWords(value),
    });
  if (converted)
    issues.push({ code: "number-text", address: told, text: String(cell.value), value: Number(value) });
  const explained = isExplained(filledCell(found, row, table.explains.id)?.value);
  const name = record.task ? record.code : record.name;
  return {
    entry: {
      table: table.id,
      key: record.key,
      column: column.id,
      value,
      address,
      held,
      ...(meant !== undefined && { reading: meant }),
    },
    issues,
    findings: findings.map(({ level, words }) => ({
      level,
      address: told,
      words: `${name}，${words}${explained && level === "核实" ? `（已有${table.explains.header}）` : ""}`,
    })),
  };
}

/** The filled cells of one table that a file's owner reports on. */
export function readEntries(
  found: FoundTable,
  owns: (record: ExchangeRecord) => boolean,
  expectation: Expectation,
): ReadCell[] {
  const { table, reading } = found;
  return table.records.filter(owns).flatMap((record) => {
    const row = reading.rows.get(record.key);
    if (row === undefined) return [];
    return table.entries.map((column) => readEntry(found, row, record, column, expectation));
  });
}
