import { audit, LEVELS, readParameters, STATUSES, TRIAL_MARK } from "../../assessment";
import { isBlank } from "../../text";
import { shownPeriod } from "../../plan";
import { planInUse } from "../../plan/in-use";
import { FORM_SHEET, type FormData, type FormRow, formSheet, readForm } from "../../sheets";
import { readTable } from "../../tables";
import type { CellContent, Scalar, SpreadsheetEngine } from "../engine/engine";
import { formatArea, parseArea } from "../host/address";
import { gridOn, isPlanSheet } from "./workbook-plan";
import { type Trial, type TrialEntry, trialEntries } from "./trial";

/** A form of ours in the workbook. */
export interface FoundForm {
  /** the sheet's id */
  sheet: string;
  name: string;
  data: FormData;
  /** the places of the slots in which the sheet as a whole says what it is */
  marks: string[];
}

/** 表号 stands at the top of what is shown and printed, 填表人 with the signatures. */
const MARKED = ["formNumber", "填表人"];

function readOn(engine: SpreadsheetEngine, sheet: string, name: string): FoundForm | null {
  const grid = gridOn(engine, sheet);
  if (!grid) return null;
  const data = readForm(grid, planInUse());
  const slots = readTable(grid, formSheet(planInUse()))?.slots;
  if (!data || !slots) return null;
  const marks = MARKED.flatMap((id) => {
    const place = slots.get(id);
    return place ? [formatArea({ ...place, rows: 1, columns: 1 })] : [];
  });
  return { sheet, name, data, marks };
}

/** The form that stands in the workbook under whatever name, ours before others. Null when there is none. */
export function findForm(engine: SpreadsheetEngine): FoundForm | null {
  const ours = ({ name }: { name: string }): number => (name === FORM_SHEET ? 0 : 1);
  const sheets = [...engine.sheets()].filter(({ name }) => !isPlanSheet(name));
  sheets.sort((a, b) => ours(a) - ours(b));
  for (const { id, name } of sheets) {
    const found = readOn(engine, id, name);
    if (found) return found;
  }
  return null;
}

/** Which part of the form 试填 fills. */
export type Extent = "blanks" | "all";

export function trialFor({ data }: FoundForm, extent: Extent): Trial {
  const parameters = readParameters(data.tolerance, data.redline);
  return trialEntries(
    planInUse(),
    data.rows.map(({ indicator }) => indicator),
    extent === "blanks" ? shownPeriod(data.period) : "",
    parameters.ok ? parameters.value : undefined,
  );
}

const isEmptyRow = ({ actual, previous, explanation }: FormRow): boolean =>
  [actual, previous, explanation].every(isBlank);

/** What stands in the row is what 试填 puts there. */
const isTrial = (row: FormRow, entry: TrialEntry | undefined): boolean =>
  entry !== undefined &&
  row.explanation === TRIAL_MARK &&
  row.actual === entry.actual &&
  row.previous === (entry.previous ?? "");

/** What a person typed on the form, and 试填 would overwrite: 报告期 and addresses of 本期值. */
export function typedOn(form: FoundForm): { period: string; rows: string[] } {
  const { period, entries } = trialFor(form, "all");
  const own = shownPeriod(form.data.period);
  const rows = form.data.rows.filter(
    (row) => !isEmptyRow(row) && !isTrial(row, entries.get(row.indicator.code)),
  );
  return { period: own === period ? "" : own, rows: rows.map(({ cells }) => cells.actual.address) };
}

/** Types the trial into the form; what is typed stays where only blanks are filled. @returns codes of the rows filled */
export function writeTrial(
  engine: SpreadsheetEngine,
  form: FoundForm,
  extent: Extent,
  trial: Trial,
): string[] {
  const { data, sheet, marks } = form;
  const write = (address: string, value: Scalar | undefined): void => {
    const cell: CellContent = { value: value ?? null };
    engine.writeCells(sheet, parseArea(address), [[cell]]);
  };
  const rows = data.rows.filter((row) => extent === "all" || isEmptyRow(row));
  for (const { indicator, cells } of rows) {
    const entry = trial.entries.get(indicator.code);
    write(cells.actual.address, entry?.actual);
    write(cells.previous.address, entry?.previous);
    write(cells.explanation.address, entry?.explanation);
  }
  write(data.periodAddress, trial.period);
  for (const address of marks) {
    const [[cell]] = engine.readCells(sheet, parseArea(address)) as [[CellContent]];
    if (isBlank(cell.value)) write(address, TRIAL_MARK);
  }
  return rows.flatMap(({ indicator: { code } }) => (trial.entries.has(code) ? [code] : []));
}

const counted = <T extends string>(words: readonly T[], order: readonly T[]): string =>
  order
    .map((word) => [word, words.filter((one) => one === word).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join("、");

/** What the form now shows, in a sentence: how many of each status, findings by level, and that it is a trial. */
export function trialSummary({ data }: FoundForm): string {
  const rows = data.rows;
  const order = Object.values(STATUSES).map(({ word }) => word);
  // the status cell has a mark before its word, and nothing where its formula fails; 严重滞后 ends as 滞后 does
  const words = rows.flatMap(
    ({ calculated }) => order.filter((word) => String(calculated.status.value).endsWith(word)).at(-1) ?? [],
  );
  const levels = rows.flatMap((r) => audit(r.indicator, r.actual, r.previous).map(({ level }) => level));
  return (
    `${TRIAL_MARK}（报告期 ${shownPeriod(data.period)}）：${counted(words, order)}；` +
    `审核 ${counted(levels, LEVELS)}。Ctrl+Z 撤销`
  );
}
