import {
  BooleanNumber,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleBase,
  RANGE_TYPE,
} from "@univerjs/core";
import type {
  IConditionFormattingRule,
  IFormulaHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import { type Area, type HighlightRule, MAX_COLUMNS, MAX_ROWS, type ValidationRule } from "../engine/engine";
import { OPERATORS, operatorOf } from "../../grid";

export const toRange = ({ row, column, rows, columns }: Area): IRange => ({
  startRow: row,
  startColumn: column,
  endRow: row + rows - 1,
  endColumn: column + columns - 1,
});

/** Whole rows or columns are so many cells that Univer must be told what they are. */
const rangeTypeOf = ({ rows, columns }: Area): RANGE_TYPE => {
  if (rows < MAX_ROWS) return columns < MAX_COLUMNS ? RANGE_TYPE.NORMAL : RANGE_TYPE.ROW;
  return columns < MAX_COLUMNS ? RANGE_TYPE.COLUMN : RANGE_TYPE.ALL;
};

/** @param size the sheet's rows and columns in Univer: whole rows and columns reach as far as it goes */
export const toWholeRange = (area: Area, [rowCount, columnCount]: [number, number]): IRange => {
  const rangeType = rangeTypeOf(area);
  return {
    ...toRange({
      ...area,
      rows: area.rows < MAX_ROWS ? area.rows : rowCount,
      columns: area.columns < MAX_COLUMNS ? area.columns : columnCount,
    }),
    ...(rangeType !== RANGE_TYPE.NORMAL && { rangeType }),
  };
};

export function fromRange({ startRow, startColumn, endRow, endColumn, rangeType }: IRange): Area {
  const wholeRows = rangeType === RANGE_TYPE.ROW || rangeType === RANGE_TYPE.ALL;
  const wholeColumns = rangeType === RANGE_TYPE.COLUMN || rangeType === RANGE_TYPE.ALL;
  return {
    row: wholeColumns ? 0 : startRow,
    rows: wholeColumns ? MAX_ROWS : endRow - startRow + 1,
    column: wholeRows ? 0 : startColumn,
    columns: wholeRows ? MAX_COLUMNS : endColumn - startColumn + 1,
  };
}

const ERROR_STYLES: Record<string, number> = { Information: 0, Stop: 1, Warning: 2 };

const keyOf = (table: Record<string, unknown>, value: unknown): string | undefined =>
  Object.keys(table).find((key) => table[key] === value);

/** Without an alert of its own a rule refuses what breaks it, as in Excel. */
export const toValidation = (rule: ValidationRule, uid: string): Record<string, unknown> => ({
  uid,
  type: rule.type,
  ...(rule.operator && { operator: OPERATORS[rule.operator] }),
  formula1: rule.formula1,
  formula2: rule.formula2,
  ranges: rule.areas.map(toRange),
  allowBlank: true,
  errorStyle: ERROR_STYLES[rule.error?.style ?? "Stop"],
  showErrorMessage: rule.error?.show ?? true,
  error: rule.error?.message,
  errorTitle: rule.error?.title,
  showInputMessage: rule.prompt?.show ?? false,
  prompt: rule.prompt?.message,
  promptTitle: rule.prompt?.title,
});

const isKnown = (type: string): type is ValidationRule["type"] =>
  ["decimal", "whole", "date", "list"].includes(type);

/** Null for a kind of rule that this interface does not know. */
export function fromValidation(rule: ISheetDataValidationRule): ValidationRule | null {
  if (!isKnown(rule.type)) return null;
  const operator = operatorOf(rule.operator);
  return {
    areas: rule.ranges.map(fromRange),
    type: rule.type,
    ...(operator && { operator }),
    ...(rule.formula1 !== undefined && { formula1: rule.formula1 }),
    ...(rule.formula2 !== undefined && { formula2: rule.formula2 }),
    ...(rule.prompt !== undefined && {
      prompt: {
        show: rule.showInputMessage ?? false,
        title: rule.promptTitle ?? "",
        message: rule.prompt,
      },
    }),
    ...(rule.error !== undefined && {
      error: {
        show: rule.showErrorMessage ?? false,
        style: keyOf(ERROR_STYLES, rule.errorStyle) ?? "Stop",
        title: rule.errorTitle ?? "",
        message: rule.error,
      },
    }),
  };
}

export const toHighlight = (rule: HighlightRule): Record<string, unknown> => ({
  cfId: rule.id,
  ranges: rule.areas.map(toRange),
  stopIfTrue: false,
  rule: {
    type: "highlightCell",
    subType: "formula",
    value: rule.formula,
    style: {
      ...(rule.fill && { bg: { rgb: rule.fill } }),
      ...(rule.fontColor && { cl: { rgb: rule.fontColor } }),
      ...(rule.bold !== undefined && { bl: rule.bold ? 1 : 0 }),
    },
  },
});

/** Null for a kind of rule that this interface does not know. */
export function fromHighlight({ cfId, ranges, rule }: IConditionFormattingRule): HighlightRule | null {
  const cell = rule as IFormulaHighlightCell;
  if (String(cell.type) !== "highlightCell" || String(cell.subType) !== "formula") return null;
  const { bg, cl, bl }: IStyleBase = cell.style;
  return {
    id: cfId,
    areas: ranges.map(fromRange),
    formula: cell.value,
    ...(bg?.rgb && { fill: bg.rgb }),
    ...(cl?.rgb && { fontColor: cl.rgb }),
    ...(bl !== undefined && { bold: bl === BooleanNumber.TRUE }),
  };
}
