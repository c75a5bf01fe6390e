import type { Cell, Grid } from "../../src/grid";
import type { Plan } from "../../src/plan";
import { expandTable } from "../../src/tables";
import {
  formSheet,
  type MergeRecord,
  perTable,
  type PerTable,
  readForm,
  readTasks,
  taskSheet,
} from "../../src/sheets";
import { type Held, reportOf } from "../../src/report";
import {
  type Archive,
  type ArchiveHow,
  archiveOf,
  type Current,
  currentOf,
  type LedgerIssue,
  LEDGERS,
  type Ledgers,
  ledgerMessage,
  ledgerWrite,
  readLedger,
  recall,
  type Roll,
  rollForward,
  type Showing,
} from "../../src/ledger";
import { asRead, columnOf, fill, fillSlot, rowOf, type } from "../sheets/helpers";

const TIME = "2024-01-05 09:30";

/** A workbook with form, tasks and ledgers as grids, on which the ledgers' writes are carried out as a host would. */
export class Workbook {
  readonly tables: PerTable<Grid>;
  ledgers: PerTable<Grid | null> = { form: null, tasks: null };
  records: MergeRecord[] = [];
  period: string;

  constructor(
    readonly plan: Plan,
    period: string,
  ) {
    this.period = period;
    this.tables = {
      form: asRead(expandTable(formSheet(plan, { period }))),
      tasks: asRead(expandTable(taskSheet(plan))),
    };
  }

  held(): Held {
    const { form, tasks } = this.tables;
    return {
      form: { ...readForm(form, this.plan)!, sheet: { id: "1", name: "指标填报" } },
      tasks: {
        ...readTasks(tasks, this.plan)!,
        period: this.period,
        sheet: { id: "2", name: "任务分工" },
      },
    };
  }

  current = (held = this.held()): Current => currentOf(held, reportOf(held, this.plan).report!, this.records);

  read = (): Ledgers => perTable(({ id }) => readLedger(this.ledgers[id], LEDGERS[id], this.plan));

  issues = (): string[] =>
    Object.values(this.read()).flatMap(({ issues }) =>
      issues.map((issue) => ledgerMessage(issue, this.plan)),
    );
  codes = (): LedgerIssue["code"][] =>
    Object.values(this.read()).flatMap(({ issues }) => issues.map(({ code }) => code));

  type(key: string | number, header: string, value: unknown): this {
    fill(this.tables[typeof key === "number" ? "tasks" : "form"], key, header, value);
    return this;
  }

  says = (key: string | number, header: string): unknown => {
    const { values } = this.tables[typeof key === "number" ? "tasks" : "form"];
    return values[rowOf(values, key)]![columnOf(values, header)];
  };

  setPeriod(text: string): this {
    this.period = text;
    fillSlot(this.tables.form, "报告期", text);
    return this;
  }

  /** Carries out what is to be appended. */
  append(archive: Pick<Archive, "rows">): void {
    const ledgers = this.read();
    this.ledgers = perTable(({ id }): Grid | null => {
      const [old, write] = [this.ledgers[id], ledgerWrite(ledgers[id], archive.rows[id])];
      if (!write) return old;
      const cells: unknown[][] = (old?.values ?? write.layout!.cells).map((row) => [...row]);
      const { area, count } = write;
      expect(area.row).toBe(cells.length);
      if (old) expect(cells[count.row]![count.column]).toBe(count.was);
      cells[count.row]![count.column] = count.text;
      const width = Math.max(cells[0]!.length, area.column + area.columns);
      for (const line of write.cells) {
        const row: unknown[] = Array<Cell>(width).fill("");
        line.forEach((cell, i) => cell !== null && (row[area.column + i] = cell));
        cells.push(row);
      }
      return { row: 0, column: 0, values: cells, formulas: cells };
    });
  }

  /** Carries out what is to be shown: nothing may have changed meanwhile. */
  show({ heads, cells }: Showing): void {
    for (const { table, key, column, was, value } of cells) {
      const grid = this.tables[table];
      const sheet = table === "form" ? formSheet(this.plan) : taskSheet(this.plan);
      const { header } = sheet.columns.find(({ id }) => id === column)!;
      const [row, at] = [
        rowOf(grid.values, table === "tasks" ? Number(key) : key),
        columnOf(grid.values, header),
      ];
      expect(grid.values[row]![at]).toBe(was);
      type(grid, row, at, value);
    }
    for (const { value, unlessFormula } of heads) if (!unlessFormula) this.setPeriod(String(value));
  }

  archive(how: Partial<ArchiveHow> = {}): Archive {
    const archive = archiveOf(this.current(), this.read(), { time: TIME, ...how }, this.plan);
    this.append(archive);
    return archive;
  }

  roll(next: string, how: Partial<ArchiveHow> = {}): Roll {
    const held = this.held();
    const roll = rollForward(this.current(held), held, this.read(), next, { time: TIME, ...how }, this.plan);
    this.append(roll.archive);
    if (roll.showing) this.show(roll.showing);
    return roll;
  }

  recall(period: string, giveUp = false): ReturnType<typeof recall> {
    const held = this.held();
    const seen = recall(this.current(held), held, this.read(), period, this.plan, giveUp);
    if (seen.showing) this.show(seen.showing);
    return seen;
  }

  /** A ledger's rows as text under some of its headers. */
  lines(headers: readonly string[], table: "form" | "tasks" = "form"): string[] {
    const cells = this.ledgers[table]?.values ?? [];
    const at = headers.map((header) => cells[0]!.findIndex((cell) => String(cell).startsWith(header)));
    return cells.slice(1).map((row) => at.map((column) => String(row[column])).join(" "));
  }

  /** Changes a ledger by hand. */
  edit(change: (cells: unknown[][]) => unknown[][] | void, table: "form" | "tasks" = "form"): void {
    const cells = this.ledgers[table]!.values.map((row) => [...row]);
    const changed = change(cells) ?? cells;
    this.ledgers[table] = { row: 0, column: 0, values: changed, formulas: changed };
  }
}
