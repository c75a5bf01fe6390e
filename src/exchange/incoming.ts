import { hash } from "../text";
import { FORM_VERSION } from "../sheets";
import { canonicalName, isWhole, parsePeriod, type Plan, planMessage, samePeriod } from "../plan";
import { CALCULATION_SHEET } from "../tables";
import { alterations } from "./altered";
import type { FoundTable } from "./found-table";
import { calculationOf } from "./calculation";
import { givenIn } from "./given";
import { goneRecords, goneRows, typedRecords } from "./gone";
import { IDENTITY_SHEET } from "./identity";
import { type Entry, type EntryFinding, type Expectation, type ReadCell, readEntries } from "./entries";
import { type IncomingIssue, refuses, type Said } from "./incoming-issues";
import type { FileIssue } from "../xlsx";
import { isOtherTemplate, originOf, otherVersion, planIssues } from "./origin";
import { beyondIssues, noteIssues, otherSheets, outsideCells, signatures } from "./outside";
import { planOf, planSheetsIn } from "./plan-file";
import { type ReadWorkbook, readWorkbook } from "./read";
import { bureauSource, bureausOf, knownBureau, periodsOf, periodSource, type Source } from "./sources";
import { type ExchangeRecord, type ExchangeTable, exchangeTables } from "./tables";
import { meantOtherwise, versionChanges } from "./versions";

/** A way to merge a file that contradicts itself, or is of another period: under one of the bureaus or periods that it names. */
export interface Alternative {
  /** `按“指标填报” C3的“市民政局”并入`, `并入历史数据（2023年一季度）` */
  words: string;
  incoming: Incoming;
}

/** A returned file as understood. With `problem` it could not be read at all; when `refused` nothing of it is merged. */
export interface Incoming {
  file: string;
  problem: FileIssue | null;
  refused: boolean;
  /** how it can be merged all the same, if the user says so */
  alternatives: Alternative[];
  /** the user leaves it out */
  leftOut?: true;
  /** it goes into the ledger of its period, not into the workbook's tables */
  past?: true;
  /** the user left it out before, with the same entries in it */
  leftOutBefore?: true;
  /** canonical name, or the word for the whole place; empty when unknown */
  bureau: string;
  period: string;
  entries: Entry[];
  issues: IncomingIssue[];
  /** what the audit finds, with the file's addresses */
  findings: EntryFinding[];
  /** what was filled in above and below the tables, such as 填表人：张三 */
  signed: string[];
}

/** As whose file, of which period, a file is read. */
interface Owner {
  bureau: string;
  period: string;
}

/** The sheets on which a table stands, the one with its proper name first. */
function findTables(workbook: ReadWorkbook, table: ExchangeTable): FoundTable[] {
  const planSheets = planSheetsIn(workbook);
  const given = givenIn(workbook, IDENTITY_SHEET);
  const found = workbook.sheets.flatMap((sheet): FoundTable[] => {
    // its headers are much like the form's
    const reading = planSheets.has(sheet) ? null : table.read(sheet.grid);
    // all that stands on it may have left the plan since
    const isTable = reading && (reading.rows.size > 0 || goneRows({ table, sheet, reading }).length > 0);
    return isTable ? [{ table, sheet, reading, given }] : [];
  });
  return found.sort(
    (a, b) => Number(b.sheet.name === table.sheetName) - Number(a.sheet.name === table.sheetName),
  );
}

function periodIssues(source: Source, { plan, periodText: own }: Expectation): IncomingIssue[] {
  const { text: found, says } = source;
  const [{ means } = {}] = says;
  if (means) return [{ code: "period-ambiguous", found, means, says }];
  const read = parsePeriod(found, plan);
  if (!read.ok)
    return read.issue.code === "period-unreadable"
      ? [{ code: "period-unreadable", found, says }]
      : [{ code: "period-outside", words: planMessage(read.issue), says }];
  if (!samePeriod(found, own)) return [{ code: "other-period", found, own, says }];
  return source.agreed ? [] : [{ code: "periods-differ", says }];
}

function bureauIssues({ text: found, agreed, says }: Source, plan: Plan): IncomingIssue[] {
  if (agreed) return knownBureau(found, plan) === "" ? [{ code: "bureau-unknown", found }] : [];
  return says.every(({ text }) => text === "")
    ? [{ code: "bureau-unknown", found: "" }]
    : [{ code: "bureaus-differ", says }];
}

export const unread = (file: string, problem: FileIssue | null): Incoming => ({
  file,
  problem,
  refused: true,
  alternatives: [],
  bureau: "",
  period: "",
  entries: [],
  issues: [],
  findings: [],
  signed: [],
});

interface Opened {
  file: string;
  workbook: ReadWorkbook;
  expectation: Expectation;
  /** every sheet on which a table stands, by table */
  all: FoundTable[][];
  /** the ones that are read */
  tables: FoundTable[];
  sameTemplate: boolean;
  /** of the plan, where it is another than today's; and that plan, where the file carries it */
  version: string | null;
  carried: Plan | null;
  /** made by a later version than this one */
  isNewer: boolean;
  /** handed out with the sheet 计算过程 as it is made today, and that was changed since */
  calculationChanged: boolean;
}

const secondSheets = (all: readonly FoundTable[][]): IncomingIssue[] =>
  all.flatMap(([first, ...rest]) =>
    rest.map(({ sheet }): IncomingIssue => ({
      code: "second-sheet",
      sheet: sheet.name,
      taken: first!.sheet.name,
    })),
  );

/** Tables that the bureau should fill and that are not there. */
const missingSheets = (
  { tables, expectation: { plan } }: Opened,
  owns: (record: ExchangeRecord) => boolean,
): IncomingIssue[] =>
  exchangeTables(plan).flatMap((table): IncomingIssue[] => {
    const records = table.records.filter(owns).length;
    return records === 0 || tables.some((found) => found.table === table)
      ? []
      : [{ code: "sheet-missing", sheet: table.sheetName, records }];
  });

/** An entry held back where the file's version of the plan says something else of its record. */
function held({ entry, ...rest }: ReadCell, otherwise: ReadonlyMap<string, string>): ReadCell {
  const was = entry && otherwise.get(entry.key);
  return was
    ? { ...rest, entry: { ...entry, held: [...entry.held, `${was}，请核对填的是哪一项`] } }
    : { ...rest, entry };
}

/** What was typed for records that have left the plan since the file was made. */
function goneIssues(tables: readonly FoundTable[]): IncomingIssue[] {
  const rows = tables.flatMap(goneRecords);
  return rows.length > 0 ? [{ code: "rows-gone", rows }] : [];
}

/** A bureau that today's plan does not know may have been in the version that the file was made from. */
const ofVersion = (
  issues: readonly IncomingIssue[],
  tables: readonly FoundTable[],
  version: string | null,
): IncomingIssue[] =>
  issues.map((issue) =>
    version !== null && issue.code === "bureau-unknown" && issue.found !== ""
      ? { code: "bureau-gone", found: issue.found, rows: tables.flatMap(typedRecords) }
      : issue,
  );

/** A file of another period is judged by its own. */
function ofPeriod(expectation: Expectation, periodText: string): Expectation {
  const read = parsePeriod(periodText, expectation.plan);
  return read.ok && !samePeriod(periodText, expectation.periodText)
    ? { ...expectation, period: read.value, periodText }
    : expectation;
}

/** Everything a file says, read as the file of one bureau. `whole` is what is odd about it as a whole. */
function contents(asOpened: Opened, { bureau, period }: Owner, whole: IncomingIssue[]): Incoming {
  const expectation = ofPeriod(asOpened.expectation, period);
  const opened = { ...asOpened, expectation };
  const { file, workbook, all, tables, sameTemplate, version, isNewer, calculationChanged } = opened;
  const made = { sameTemplate: sameTemplate && version === null, sameVersion: version === null };
  const { plan } = expectation;
  const owns = ({ bureaus }: ExchangeRecord): boolean =>
    isWhole(bureau, plan) || bureaus.some((name) => canonicalName(name, plan) === bureau);
  const cells = tables.flatMap((found) => {
    const otherwise = version === null ? new Map<string, string>() : meantOtherwise(found);
    const expectation = {
      ...opened.expectation,
      ...(opened.carried && { madeFrom: opened.carried }),
    };
    return readEntries(found, owns, expectation).map((cell) => held(cell, otherwise));
  });
  const taken = new Set(all.flat().map(({ sheet }) => sheet));
  return {
    ...unread(file, null),
    refused: false,
    bureau,
    period,
    entries: cells.flatMap(({ entry }) => entry ?? []),
    issues: [
      ...whole,
      ...(version === null
        ? []
        : [
            {
              code: "other-version",
              found: version,
              own: plan.version,
              changes: versionChanges(tables, owns, opened.carried, plan),
            } as const,
          ]),
      ...(sameTemplate ? [] : [{ code: "other-template", newer: isNewer } as const]),
      ...missingSheets(opened, owns),
      ...secondSheets(all),
      ...otherSheets(workbook, taken),
      ...tables.flatMap((found) => alterations(found, owns, made)),
      ...tables.flatMap((found): IncomingIssue[] => {
        const outside = outsideCells(found, version === null ? [] : goneRows(found));
        return outside.length > 0 ? [{ code: "outside", sheet: found.sheet.name, cells: outside }] : [];
      }),
      ...(version === null ? [] : goneIssues(tables)),
      ...(calculationChanged ? [{ code: "calculation-changed", sheet: CALCULATION_SHEET } as const] : []),
      ...beyondIssues(tables),
      ...noteIssues(workbook),
      ...cells.flatMap((cell) => cell.issues),
    ],
    findings: cells.flatMap((cell) => cell.findings),
    signed: tables.flatMap(signatures),
    ...(expectation !== asOpened.expectation && { past: true }),
  };
}

/** The ways in which a file that contradicts itself can be merged into this workbook. */
function alternativesOf(opened: Opened, bureaus: Source, periods: Source): Alternative[] {
  const { plan, periodText: own } = opened.expectation;
  const by = ({ where: place, text }: Said): string => `按${place}的“${text}”`;
  const says = [...(bureaus.agreed ? [] : bureaus.says), ...(periods.agreed ? [] : periods.says)];
  return periodsOf(periods, own, plan).flatMap((one) =>
    bureausOf(bureaus, plan).map(({ bureau, ...from }): Alternative => {
      const owner = { bureau, period: one.period };
      const parts = [...(bureaus.agreed ? [] : [by(from)]), ...(periods.agreed ? [] : [by(one)])];
      const isPast = !samePeriod(one.period, own);
      const means = one.means ? `（${one.period}）` : "";
      const whole: IncomingIssue[] = [
        ...(says.length > 0 ? [{ code: "merged-as", ...owner, says } as const] : []),
        ...(isPast ? [{ code: "to-ledger", period: one.period, own } as const] : []),
      ];
      return {
        words: `${parts.join("、")}${isPast ? `并入历史数据（${one.period}）` : `${means}并入`}`,
        incoming: contents(opened, owner, whole),
      };
    }),
  );
}

/**
 * Reads what a workbook says as a returned form; everything by code and header, nothing by position.
 * @param carried the plan of another version that the file was made from, where it holds that
 */
export function understand(
  file: string,
  workbook: ReadWorkbook,
  expectation: Expectation,
  carried: Plan | null = null,
): Incoming {
  const { plan } = expectation;
  const all = exchangeTables(plan).map((table) => findTables(workbook, table));
  const tables = all.flatMap(([first]) => first ?? []);
  if (tables.length === 0) return unread(file, { code: "no-sheet" });
  const origin = originOf(workbook);
  const identity = origin?.identity ?? null;
  const [bureaus, periods] = [bureauSource(tables, identity, plan), periodSource(tables, identity)];
  const owner = { bureau: knownBureau(bureaus.text, plan), period: periods.text };
  const ofPlan = planIssues(origin, tables, plan);
  // as another version made it, nobody can tell whether it was changed
  const version = otherVersion(origin, plan);
  const ofBureau = ofVersion(bureauIssues(bureaus, plan), tables, version);
  const issues = [...ofPlan, ...ofBureau, ...periodIssues(periods, expectation)];
  const sameTemplate = origin === null || !isOtherTemplate(origin, plan);
  const made = identity ? calculationOf(plan, knownBureau(identity.bureau, plan)).join("\n") : "";
  const isNewer = Number(origin?.template) > Number(FORM_VERSION);
  const isToday =
    identity !== null && sameTemplate && version === null && identity.calculation === hash(made);
  const calculationChanged =
    isToday && workbook.calculation !== null && workbook.calculation.join("\n") !== made;
  const opened = {
    ...{ file, workbook, expectation, all, tables },
    ...{ sameTemplate, version, carried, isNewer, calculationChanged },
  };
  if (!issues.some(refuses)) return contents(opened, owner, issues);
  const asked = !ofPlan.some(refuses);
  return {
    ...unread(file, null),
    ...owner,
    issues,
    alternatives: asked ? alternativesOf(opened, bureaus, periods) : [],
  };
}

/** Reads one returned file. Never throws for what a file holds. */
export async function readIncoming(
  file: string,
  bytes: Uint8Array,
  expectation: Expectation,
): Promise<Incoming> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return unread(file, workbook.issue);
  const other = otherVersion(originOf(workbook.value), expectation.plan);
  const carried = other === null ? null : await planOf(workbook.value, other);
  return understand(file, workbook.value, expectation, carried);
}

/** As the user decided for a file: `null` leaves it out, a number takes that alternative; without a word it stays as it is. */
export function asDecided(incoming: Incoming, choice: number | null | undefined): Incoming {
  if (choice === undefined) return incoming;
  if (choice === null) return incoming.refused ? incoming : { ...incoming, leftOut: true };
  return incoming.alternatives[choice]?.incoming ?? incoming;
}
