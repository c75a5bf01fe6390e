import { BooleanNumber, type Injector, type Workbook, type Worksheet } from "@univerjs/core";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import {
  type Area,
  type EngineEvent,
  type HighlightRule,
  MAX_COLUMNS,
  type SheetState,
} from "../engine/engine";
import { movePage, type Shift } from "../engine/shift";
import { Charts } from "./charts";
import {
  fromHighlight,
  fromRange,
  fromValidation,
  toHighlight,
  toRange,
  toValidation,
  toWholeRange,
} from "./rules";
import { forgetOnlyKnown } from "./wide-validations";

/** Runs one of Univer's commands or mutations on the workbook. */
export type Execute = (id: string, params: object) => void;

/** What Univer has no place for. */
interface Kept extends Pick<SheetState, "protection" | "page" | "veryHidden" | "zoom"> {
  /** highlights that have no formula yet */
  drafts: HighlightRule[];
}

/**
 * What belongs to sheets as a whole. Univer holds it and moves it when a person inserts or deletes cells, so it is
 * read from there each time.
 */
export class SheetStates {
  private readonly kept = new Map<string, Kept>();
  private readonly charts: Charts;

  constructor(
    private readonly injector: Injector,
    private readonly book: () => Workbook,
    private readonly execute: Execute,
    tell: (event: EngineEvent) => void,
  ) {
    this.charts = new Charts(injector, book, execute, tell);
    forgetOnlyKnown();
  }

  private keptOf(sheet: string): Kept {
    return this.kept.get(sheet) ?? { protection: null, page: {}, drafts: [] };
  }

  private sheet(id: string): Worksheet {
    const sheet = this.book().getSheetBySheetId(id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }

  private validations(sheet: string) {
    const rules = this.injector.get(SheetDataValidationModel).getRules(this.book().getUnitId(), sheet);
    return rules.flatMap((rule) => {
      const validation = fromValidation(rule);
      return validation ? [{ uid: rule.uid, validation }] : [];
    });
  }

  private highlights(sheet: string): HighlightRule[] {
    const model = this.injector.get(ConditionalFormattingRuleModel);
    const rules = model.getSubunitRules(this.book().getUnitId(), sheet) ?? [];
    return rules.map(fromHighlight).filter((rule) => rule !== null);
  }

  of(id: string): SheetState {
    const sheet = this.sheet(id);
    const { drafts, ...kept } = this.keptOf(id);
    const { xSplit, ySplit } = sheet.getFreeze();
    return {
      ...kept,
      validations: this.validations(id).map(({ validation }) => validation),
      highlights: [...drafts, ...this.highlights(id)],
      charts: this.charts.of(id),
      merges: sheet.getMergeData().map(fromRange),
      hidden: [...sheet.getHiddenRows(), ...sheet.getHiddenCols()].map(fromRange),
      frozenRows: ySplit,
      frozenColumns: xSplit,
      gridlines: !sheet.hasHiddenGridlines(),
      tabColor: sheet.getTabColor() ?? "",
      visible: sheet.isSheetHidden() !== BooleanNumber.TRUE,
    };
  }

  update(sheet: string, change: Partial<SheetState>): void {
    const before = this.of(sheet);
    const { protection, page, veryHidden, zoom } = { ...before, ...change };
    const drafts = (change.highlights ?? before.highlights).filter(({ formula }) => formula === "");
    this.kept.set(sheet, {
      protection,
      page,
      drafts,
      ...(veryHidden && !change.visible && { veryHidden }),
      ...(zoom !== undefined && { zoom }),
    });
    if (change.merges) this.setMerges(sheet, before.merges, change.merges);
    if (change.hidden) this.setHidden(sheet, before.hidden, change.hidden);
    if (change.validations) this.setValidations(sheet, change.validations);
    if (change.highlights) this.setHighlights(sheet, change.highlights);
    if (change.charts) this.charts.set(sheet, change.charts);
    if (change.frozenRows !== undefined || change.frozenColumns !== undefined)
      this.setFrozen(sheet, { ...before, ...change });
    if (change.gridlines !== undefined)
      this.execute("sheet.mutation.toggle-gridlines", {
        subUnitId: sheet,
        showGridlines: change.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      });
    if (change.visible !== undefined)
      this.execute("sheet.mutation.set-worksheet-hidden", {
        subUnitId: sheet,
        hidden: change.visible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      });
    if (change.tabColor !== undefined)
      this.execute("sheet.mutation.set-tab-color", { subUnitId: sheet, color: change.tabColor });
  }

  /** After a person inserted or deleted cells: of the page Univer knows nothing. */
  movePage(sheet: string, shift: Shift): void {
    const kept = this.keptOf(sheet);
    this.kept.set(sheet, { ...kept, page: movePage(kept.page, shift) });
  }

  delete(sheet: string): void {
    this.kept.delete(sheet);
    this.charts.delete(sheet);
  }

  private setMerges(id: string, before: SheetState["merges"], after: SheetState["merges"]): void {
    const sheet = this.sheet(id);
    const size: [number, number] = [sheet.getRowCount(), sheet.getColumnCount()];
    const ranges = (areas: Area[]) => areas.map((area) => toWholeRange(area, size));
    if (before.length > 0)
      this.execute("sheet.mutation.remove-worksheet-merge", {
        subUnitId: id,
        ranges: ranges(before),
      });
    if (after.length > 0)
      this.execute("sheet.mutation.add-worksheet-merge", { subUnitId: id, ranges: ranges(after) });
  }

  /** Of rows and columns beyond those that Univer has, nothing is to be seen anyway. */
  private setHidden(id: string, before: Area[], after: Area[]): void {
    const sheet = this.sheet(id);
    const [lastRow, lastColumn] = [sheet.getRowCount() - 1, sheet.getColumnCount() - 1];
    const set = (areas: Area[], visibility: "visible" | "hidden"): void => {
      for (const area of areas) {
        const range = toRange(area);
        const endRow = Math.min(range.endRow, lastRow);
        const endColumn = Math.min(range.endColumn, lastColumn);
        if (endRow < range.startRow || endColumn < range.startColumn) continue;
        const line = area.columns === MAX_COLUMNS ? "row" : "col";
        this.execute(`sheet.mutation.set-${line}-${visibility}`, {
          subUnitId: id,
          ranges: [{ ...range, endRow, endColumn }],
        });
      }
    };
    set(before, "visible");
    set(after, "hidden");
  }

  private setValidations(sheet: string, after: SheetState["validations"]): void {
    for (const { uid } of this.validations(sheet))
      this.execute("data-validation.mutation.removeRule", {
        subUnitId: sheet,
        ruleId: uid,
        source: "command",
      });
    after.forEach((rule, i) =>
      this.execute("data-validation.mutation.addRule", {
        subUnitId: sheet,
        rule: toValidation(rule, `${sheet}-v${i}`),
        source: "command",
      }),
    );
  }

  /** Univer puts each new rule on top, so the weakest goes first. */
  private setHighlights(sheet: string, after: HighlightRule[]): void {
    for (const { id } of this.highlights(sheet))
      this.execute("sheet.mutation.delete-conditional-rule", { subUnitId: sheet, cfId: id });
    for (const rule of after.filter((r) => r.formula !== "").reverse())
      this.execute("sheet.mutation.add-conditional-rule", { subUnitId: sheet, rule: toHighlight(rule) });
  }

  private setFrozen(sheet: string, { frozenRows, frozenColumns }: SheetState): void {
    this.execute("sheet.mutation.set-frozen", {
      subUnitId: sheet,
      startRow: frozenRows || -1,
      startColumn: frozenColumns || -1,
      xSplit: frozenColumns,
      ySplit: frozenRows,
    });
  }
}
