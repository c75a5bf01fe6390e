import type { Area, SheetState } from "../engine/engine";
import { toHighlight, toRange, toValidation } from "./rules";

/** Runs one of Univer's commands or mutations on the workbook. */
export type Execute = (id: string, params: object) => void;

const freshState = (): SheetState => ({
  validations: [],
  highlights: [],
  merges: [],
  protection: null,
  frozenRows: 0,
  frozenColumns: 0,
  gridlines: true,
  tabColor: "",
  visible: true,
  page: {},
});

/** What belongs to the sheets as a whole: kept here as the host gave it, and shown by Univer where it can. */
export class SheetStates {
  private readonly states = new Map<string, SheetState>();

  constructor(private readonly execute: Execute) {}

  of(sheet: string): Readonly<SheetState> {
    let state = this.states.get(sheet);
    if (!state) this.states.set(sheet, (state = freshState()));
    return state;
  }

  delete(sheet: string): void {
    this.states.delete(sheet);
  }

  update(sheet: string, change: Partial<SheetState>): void {
    const before = this.of(sheet);
    const after = { ...before, ...change };
    this.states.set(sheet, after);
    if (change.merges) this.showMerges(sheet, before.merges, after.merges);
    if (change.validations) this.showValidations(sheet, before, after);
    if (change.highlights) this.showHighlights(sheet, before, after);
    if (change.frozenRows !== undefined || change.frozenColumns !== undefined) this.showFreeze(sheet, after);
    if (change.gridlines !== undefined)
      this.execute("sheet.mutation.toggle-gridlines", {
        subUnitId: sheet,
        showGridlines: change.gridlines ? 1 : 0,
      });
    if (change.tabColor !== undefined)
      this.execute("sheet.mutation.set-tab-color", { subUnitId: sheet, color: change.tabColor });
  }

  private showMerges(sheet: string, before: Area[], after: Area[]): void {
    if (before.length > 0)
      this.execute("sheet.mutation.remove-worksheet-merge", {
        subUnitId: sheet,
        ranges: before.map(toRange),
      });
    if (after.length > 0)
      this.execute("sheet.mutation.add-worksheet-merge", { subUnitId: sheet, ranges: after.map(toRange) });
  }

  private showValidations(sheet: string, before: SheetState, after: SheetState): void {
    before.validations.forEach((_, i) =>
      this.execute("data-validation.mutation.removeRule", {
        subUnitId: sheet,
        ruleId: `${sheet}-v${i}`,
        source: "command",
      }),
    );
    after.validations.forEach((rule, i) =>
      this.execute("data-validation.mutation.addRule", {
        subUnitId: sheet,
        rule: toValidation(rule, `${sheet}-v${i}`),
        source: "command",
      }),
    );
  }

  /** Univer puts each new rule on top, so the weakest goes first. */
  private showHighlights(sheet: string, before: SheetState, after: SheetState): void {
    for (const { id } of before.highlights.filter((r) => r.formula !== ""))
      this.execute("sheet.mutation.delete-conditional-rule", { subUnitId: sheet, cfId: id });
    for (const rule of after.highlights.filter((r) => r.formula !== "").reverse())
      this.execute("sheet.mutation.add-conditional-rule", { subUnitId: sheet, rule: toHighlight(rule) });
  }

  private showFreeze(sheet: string, { frozenRows, frozenColumns }: SheetState): void {
    this.execute("sheet.mutation.set-frozen", {
      subUnitId: sheet,
      startRow: frozenRows || -1,
      startColumn: frozenColumns || -1,
      xSplit: frozenColumns,
      ySplit: frozenRows,
    });
  }
}
