import { ICommandService, type Injector } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";
import { toRange } from "./rules";
import type { Execute } from "./sheet-states";

interface Params {
  subUnitId: string;
  cellValue?: Record<number, unknown>;
}

const SET_VALUES = "sheet.mutation.set-range-values";
/** Changes of sizes that alter how the text of any row breaks. */
const SIZES = new Set([
  "sheet.mutation.set-worksheet-col-width",
  "sheet.mutation.set-worksheet-row-is-auto-height",
]);
/** More rows than any of our sheets has; beyond them a sheet is data, and measuring its text takes long. */
const MOST_ROWS = 1000;

/**
 * Has rows without a height of their own follow their text after changes that no person made: what is written through
 * the interface, and results. Univer does so itself for what a person types, and measures text only where it draws.
 */
export class RowFit {
  /** sheet → the last row that may have changed */
  private readonly changed = new Map<string, number>();
  private over: Promise<void> | null = null;

  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    private readonly execute: Execute,
  ) {
    injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
      const { subUnitId, cellValue } = (params ?? {}) as Params;
      if (id === SET_VALUES) this.note(subUnitId, Math.max(...Object.keys(cellValue ?? {}).map(Number), 0));
      else if (SIZES.has(id)) this.note(subUnitId, MOST_ROWS);
    });
  }

  /** Resolves when rows have their heights. */
  async settled(): Promise<void> {
    await this.over;
  }

  private note(sheet: string, row: number): void {
    this.changed.set(sheet, Math.min(MOST_ROWS, Math.max(row, this.changed.get(sheet) ?? 0)));
    this.over ??= new Promise((resolve) => setTimeout(resolve, 0)).then(() => this.fit());
  }

  private fit(): void {
    this.over = null;
    const sheets = [...this.changed];
    this.changed.clear();
    const interceptors = this.injector.get(SheetInterceptorService);
    for (const [subUnitId, row] of sheets) {
      const ranges = [toRange({ row: 0, column: 0, rows: row + 1, columns: 1 })];
      const { redos } = interceptors.generateMutationsOfAutoHeight({
        unitId: this.unitId,
        subUnitId,
        ranges,
      });
      for (const { id, params } of redos) this.execute(id, params);
    }
  }
}
