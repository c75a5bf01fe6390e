import { type Plan, readPeriod } from "../plan";
import type { Scalar } from "../grid";
import {
  type Archive,
  archiveOf,
  enteredFigures,
  type Figure,
  figureName,
  goneOf,
  latestOf,
  ledgerMessage,
  LEDGERS,
  type Ledgers,
  ledgerWrite,
  type LedgerWrite,
  obstacleMessage,
  withArchive,
} from "../ledger";
import { type CellRecord, type MergeRecord, type TableId, tableOf } from "../sheets";
import { type Decisions, fileRecords, outcomesOf } from "./decide";
import { cellId, LISTED } from "./offers";
import type { MergeItem, MergeReport, PastReport } from "./report";

/** What the decisions about files of other periods come to. */
export interface PastDecided {
  /** what goes onto the ledgers' sheets */
  archive: LedgerWrite[];
  records: MergeRecord[];
  /** figures that are archived */
  count: number;
  /** why nothing may be written, a sentence each */
  obstacles: string[];
  /** what the audit does not let pass, in words */
  withheld: string[];
  open: number;
}

/** Cells that were taken of one record, and whose they are. */
interface Taken {
  table: TableId;
  key: string;
  lines: CellRecord[];
}

const sourceOf = ({ bureau, file }: CellRecord): string => {
  const [bureaus, files] = [bureau.split(LISTED), file.split(LISTED)];
  return bureaus.map((one, i) => `${one}（${files[i] ?? files[0]!}）`).join(LISTED);
};

/** What is archived of a record with what was taken instead. */
function figuresOf(
  { table, key, lines }: Taken,
  { period }: PastReport,
  ledgers: Ledgers,
  plan: Plan,
): readonly Figure[] {
  const { required, explains } = tableOf(table);
  const read = readPeriod(period);
  const was = read.ok ? latestOf(ledgers[table], read.value, key)?.cells : undefined;
  const cells = new Map<string, Scalar | undefined>([
    [required, was?.value],
    [explains.id, was?.words],
    ["deadline", was?.deadline],
    ...lines.map(({ column, value }) => [column, value as Scalar] as const),
  ]);
  const entries = [...cells].flatMap(([column, value]) =>
    value === undefined || value === "" ? [] : [{ table, key, column, value, held: [] }],
  );
  const source = sourceOf(lines.find(({ column }) => column === required) ?? lines[0]!);
  return enteredFigures(entries, period, source, plan).figures;
}

const byRecord = (lines: readonly CellRecord[]): Taken[] => {
  const records = new Map<string, Taken>();
  for (const line of lines) {
    const { table, key } = line;
    const known = records.get(cellId(table, key, "")) ?? { table, key, lines: [] };
    known.lines.push(line);
    records.set(cellId(table, key, ""), known);
  }
  return [...records.values()];
};

/** The tables of which periods are kept. */
const KEPT = Object.values(LEDGERS).map(({ table }) => table);

interface How {
  time: string;
  /** 修订原因, once for all */
  reason: string;
  /** a ledger whose sheet is gone is begun anew */
  anew?: boolean;
}

function archiveFor(
  one: PastReport,
  lines: readonly CellRecord[],
  ledgers: Ledgers,
  how: How,
  parameters: MergeReport["parameters"],
  plan: Plan,
): Archive {
  const figures = byRecord(lines).flatMap((taken) => figuresOf(taken, one, ledgers, plan));
  const current = { period: one.period, figures, others: [], parameters };
  return archiveOf(current, ledgers, { ...how, cleanOnly: true, confirmed: true }, plan);
}

const isHeld = (withheld: readonly Figure[], { table, key }: CellRecord): boolean =>
  withheld.some((figure) => figure.table === table && figure.key === key);

const goneWords = ({ ledgers }: MergeReport, isMeant: (id: TableId) => boolean, plan: Plan): string[] =>
  KEPT.filter(isMeant)
    .flatMap((id) => goneOf(ledgers[id]))
    .map((issue) => ledgerMessage(issue, plan));

/** Ledgers whose sheet is gone, and into which something of the files would go: a sentence each. */
export const goneBefore = (report: MergeReport, plan: Plan): string[] => {
  const items = report.past.flatMap((one) => one.items);
  return goneWords(report, (id) => items.some(({ table }) => table === id), plan);
};

/** What the user's decisions about files of other periods come to: rows for the ledgers, and the lines that tell of them. */
export function decidedPast(report: MergeReport, decisions: Decisions, how: How, plan: Plan): PastDecided {
  const rows: { [Id in TableId]: Archive["rows"][Id] } = { form: [], tasks: [] };
  const result: PastDecided = { archive: [], records: [], count: 0, obstacles: [], withheld: [], open: 0 };
  let { ledgers } = report;
  for (const one of report.past) {
    const { cells, open } = outcomesOf(one.items, decisions, how.time, one.period);
    const taken = cells.filter(({ done }) => done === "written");
    result.open += open;
    const archive = taken.length > 0 ? archiveFor(one, taken, ledgers, how, report.parameters, plan) : null;
    if (archive) {
      const stops = archive.obstacles.filter(({ code }) => code !== "nothing");
      result.obstacles.push(...stops.map((obstacle) => obstacleMessage(obstacle, plan)));
      result.withheld.push(
        ...archive.withheld.map((figure) => `${figureName(figure, plan)}（${figure.against.join("；")}）`),
      );
      result.count += archive.rows.form.length + archive.rows.tasks.length;
      for (const id of KEPT) rows[id].push(...archive.rows[id]);
      ledgers = withArchive(ledgers, archive);
    }
    const lines = cells
      .filter((line) => line.done !== "written" || !isHeld(archive?.withheld ?? [], line))
      .map((line): CellRecord => (line.done === "written" ? { ...line, done: "archived" } : line));
    result.records.push(
      ...lines,
      ...fileRecords({ files: one.files, records: report.records }, lines, how.time, one.period),
    );
  }
  if (!how.anew) result.obstacles.push(...goneWords(report, (id) => rows[id].length > 0, plan));
  result.archive = KEPT.flatMap((id) => ledgerWrite(report.ledgers[id], rows[id]) ?? []);
  return result;
}

/** A value that is archived and would be another: it wants a reason. */
export const isRevision = ({ period, old, state }: MergeItem): boolean =>
  period !== undefined && old !== "" && state !== "same";
