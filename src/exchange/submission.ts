import { readParameters } from "../assessment";
import { fail, isBlank, ok, type Result } from "../text";
import { isWhole, parsePeriod, type Plan } from "../plan";
import { asCell, type Cell, type Grid, type SheetLayout, valueAt } from "../grid";
import { type CalculatedResults, calculatedNow, type Held, type Report, reportOf, valuesIn } from "../report";
import {
  bureauOnForm,
  FORM,
  type FormData,
  isAwaited,
  type PerTable,
  perTable,
  type TableData,
  type TableKind,
  tableOf,
  TABLES,
} from "../sheets";
import { expandTable, type Kept, keyOf, type TableReading, type TableSheet } from "../tables";
import { PLAIN_FORMULAS } from "../plain";
import { writeWorkbook } from "../xlsx";
import { auditLayout } from "./audit-sheet";
import { type OutgoingFile, propertiesOf, sheetsBeside } from "./distribute";
import { fileName } from "./file-name";
import { type Identity, identityOf } from "./identity";
import { type ExchangeTable, exchangeTables } from "./tables";

/** What of a workbook is to be sent: its tables as read; absent ones are null. */
type Tables = PerTable<Grid | null>;

export interface SubmissionOptions {
  /** when it is checked, `2023-07-05 14:30` */
  time: string;
  created: Date;
  /** the plan is the workbook's own: the file carries it, out of sight */
  carriesPlan?: boolean;
}

const heldIn = (tables: Tables, plan: Plan): Held =>
  perTable(({ id, name }) => {
    const grid = tables[id];
    const data = grid && tableOf(id).read(grid, plan);
    return data && { ...data, sheet: { id: name, name } };
  }) as unknown as Held;

/** A layout as it is read once it has been written. */
function gridOf({ cells, numberFormats, names }: SheetLayout): Grid {
  const shown = (cell: Cell | null): unknown =>
    typeof cell === "object" && cell !== null ? (cell.result ?? "") : (cell ?? "");
  const typed = (cell: Cell | null): unknown =>
    typeof cell === "object" && cell !== null ? cell.formula : (cell ?? "");
  return {
    row: 0,
    column: 0,
    values: cells.map((row) => row.map(shown)),
    formulas: cells.map((row) => row.map(typed)),
    formats: numberFormats.map((row) => row.map((format) => format ?? "General")),
    names: new Map(
      Object.entries(names).map(([name, at]) => [
        name,
        typeof at === "string" ? at : { row: at.row, column: at.column },
      ]),
    ),
  };
}

/** What is typed on a table: values, for what formulas of its user refer to stays behind. */
function keptOf(grid: Grid, { slots, rows, columns }: TableReading): Kept {
  const at = (row: number | undefined, column: number | undefined): Cell | undefined =>
    row === undefined || column === undefined ? undefined : asCell(valueAt(grid, row, column));
  // 报告期 is given, and 依据 is the plan's
  const given = new Set(["period", "basis"]);
  return {
    entry: (key, id) => at(rows.get(key), columns.get(id)),
    slot: (id) => (given.has(id) ? undefined : at(slots.get(id)?.row, slots.get(id)?.column)),
    strays: [],
  };
}

const isTyped = (grid: Grid, { rows, columns }: TableReading, { entries }: ExchangeTable, key: string) =>
  entries.some(({ id }) => !isBlank(valueAt(grid, rows.get(key)!, columns.get(id) ?? -1)));

interface Built {
  layout: SheetLayout;
  sheet: TableSheet<unknown>;
  /** rows that are not the bureau's to fill, with something in them */
  hasMore: boolean;
}

function built(table: ExchangeTable, grid: Grid, report: Report, plan: Plan): Built {
  const kind: TableKind = tableOf(table.id);
  const reading = table.read(grid)!;
  const typed = [...reading.rows.keys()].filter((key) => isTyped(grid, reading, table, key));
  const bureau = bureauOnForm(report.bureau, plan);
  const options = { ...(bureau && { bureau }), period: report.period, formulas: PLAIN_FORMULAS };
  const own = kind.build(plan, options);
  const ownKeys = new Set(own.groups.flatMap(({ records }) => records.map((record) => keyOf(own, record))));
  const more = typed.filter((key) => !ownKeys.has(key));
  const sheet = more.length > 0 ? kind.build(plan, { ...options, keep: new Set(more) }) : own;
  return { layout: expandTable(sheet, keptOf(grid, reading)), sheet, hasMore: more.length > 0 };
}

/** The form with what its formulas give, so that a viewer that does not calculate shows it. */
function withResults(layout: SheetLayout, table: ExchangeTable, plan: Plan): SheetLayout {
  const grid = gridOf(layout);
  const [data, reading] = [FORM.read(grid, plan), table.read(grid)];
  const period = parsePeriod(data?.period, plan);
  const parameters = readParameters(data?.tolerance, data?.redline);
  if (!data || !reading || !period.ok || !parameters.ok) return layout;
  const cells = layout.cells.map((row) => [...row]);
  const values = valuesIn(data.rows);
  for (const row of data.rows) {
    const results: CalculatedResults = calculatedNow(row, period.value, plan, parameters.value, values);
    for (const [id, result] of Object.entries(results)) {
      const [at, column] = [reading.rows.get(row.code)!, reading.columns.get(id)!];
      const cell = cells[at]![column];
      if (typeof cell === "object" && cell !== null) cells[at]![column] = { ...cell, result };
    }
  }
  return { ...layout, cells };
}

/** Cells of the workbook that show no result: whoever looked at them saw none. */
function uncalculated({ rows }: FormData): string[] {
  const shown = rows.flatMap(({ calculated }) => Object.values(calculated));
  const without = shown.filter(({ value }) => typeof value === "string" && value.startsWith("#"));
  const [first] = without;
  return first
    ? [
        `本工作簿“${FORM.name}”有 ${without.length} 格没有算出（如 ${first.address} 显示 ${String(first.value)}）；文件中的差距、进度、状态按填报内容另行算出`,
      ]
    : [];
}

/** What no rule can tell: sentences. */
function uncheckedIn({ form, ...rest }: Held, report: Report, plan: Plan): string[] {
  const bureau = bureauOnForm(report.bureau, plan);
  const held: Record<string, TableData | null> = { form, ...rest };
  const missing = TABLES.flatMap((kind) => {
    const { id, name, noun } = kind;
    const count = kind.records(plan, bureau).length;
    return held[id] || count === 0
      ? []
      : [`工作簿中没有“${name}”表，${noun} ${count} 项不在文件中，没有审核`];
  });
  const filled = (form?.rows ?? []).filter(({ actual }) => !isBlank(actual));
  const listed = (rows: typeof filled): string =>
    rows.map(({ code, indicator }) => `${code} ${indicator.name}`).join("、");
  const [stated, untargeted] = [
    filled.filter(({ indicator }) => indicator.type === "words"),
    filled.filter(({ indicator, words }) => indicator.type !== "words" && !isAwaited(words)),
  ];
  return [
    ...missing,
    ...(form ? uncalculated(form) : []),
    ...(stated.length > 0 ? [`目标为文字，由填报单位人工判断，是否达标没有核对：${listed(stated)}`] : []),
    ...(untargeted.length > 0 ? [`规划没有目标，只列数值，不评价：${listed(untargeted)}`] : []),
  ];
}

/** The tables of a workbook that are not of one bureau would be refused where they are sent. */
function disagreement({ form, tasks }: Held): string[] {
  if (!form || !tasks || form.bureau === tasks.bureau) return [];
  return [
    `“${FORM.name}”的填报单位是“${form.bureau}”，“${tasks.sheet.name}”的是“${tasks.bureau}”，须先改为同一单位`,
  ];
}

/** @param hasMore what is calculated for rows of others is not what the bureau was handed out */
function identityFor(report: Report, plan: Plan, hasMore: boolean): Identity {
  const identity = identityOf(plan, bureauOnForm(report.bureau, plan), report.period);
  return hasMore ? { ...identity, calculation: "" } : identity;
}

/**
 * 生成上报文件: the workbook's tables as one checked file. What is sent is what was checked: the audit is that of the file.
 * @returns the file, or sentences that say what stands in the way; null where there is neither form nor tasks
 */
export async function submissionOf(
  tables: Tables,
  plan: Plan,
  { time, created, carriesPlan = false }: SubmissionOptions,
): Promise<Result<OutgoingFile, string[]> | null> {
  const held = heldIn(tables, plan);
  const { report } = reportOf(held, plan);
  if (!report) return null;
  const obstacles = [...report.submission.obstacles, ...disagreement(held)];
  if (obstacles.length > 0) return fail(obstacles);
  const there = exchangeTables(plan).filter(({ id }) => held[id]);
  const all = there.map((table) => {
    const one = built(table, tables[table.id]!, report, plan);
    return {
      ...one,
      id: table.id,
      layout: table.calculates ? withResults(one.layout, table, plan) : one.layout,
    };
  });
  const layoutOf = (id: string): SheetLayout | undefined => all.find((one) => one.id === id)?.layout;
  const sent = heldIn(
    perTable(({ id }) => (layoutOf(id) ? gridOf(layoutOf(id)!) : null)),
    plan,
  );
  const checked = reportOf(sent, plan).report!;
  if (!checked.submission.ready) return fail(checked.submission.obstacles);
  const identity = identityFor(
    report,
    plan,
    all.some(({ hasMore }) => hasMore),
  );
  const audit = auditLayout({
    ...checked,
    planName: plan.name,
    time,
    unchecked: uncheckedIn(held, report, plan),
    open: checked.submission.open.map(({ what, names }) => `${what} ${names.length} 项：${names.join("、")}`),
  });
  // 全市 tells nobody of which place
  const whose = isWhole(identity.bureau, plan) ? plan.place.name || identity.bureau : identity.bureau;
  const form = all.find(({ id }) => id === FORM.id)?.sheet ?? null;
  const beside = sheetsBeside(form as ReturnType<typeof FORM.build> | null, plan, { identity, carriesPlan });
  return ok({
    name: `${fileName(`${whose}_${report.period}`)}_上报.xlsx`,
    bureau: identity.bureau,
    rows: perTable(({ id }) => sent[id]?.rows.length ?? 0),
    bytes: await writeWorkbook({
      sheets: [...all.map(({ layout }) => layout), audit, ...beside],
      properties: propertiesOf(identity, "上报"),
      created,
    }),
  });
}
