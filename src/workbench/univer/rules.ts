import type { IRange } from "@univerjs/core";
import type { Area, HighlightRule, ValidationRule } from "../engine/engine";

export const toRange = ({ row, column, rows, columns }: Area): IRange => ({
  startRow: row,
  startColumn: column,
  endRow: row + rows - 1,
  endColumn: column + columns - 1,
});

const OPERATORS: Record<string, string> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

/** Univer's error styles: 1 stop, 0 information. */
const errorStyle = (style: string | undefined): number => (style === "Stop" ? 1 : 0);

export const toValidation = (rule: ValidationRule, uid: string): Record<string, unknown> => ({
  uid,
  type: rule.type,
  ...(rule.operator && { operator: OPERATORS[rule.operator] }),
  formula1: rule.formula1,
  formula2: rule.formula2,
  ranges: rule.areas.map(toRange),
  allowBlank: true,
  errorStyle: rule.error?.show ? errorStyle(rule.error.style) : 0,
  showErrorMessage: rule.error?.show ?? false,
  error: rule.error?.message,
  errorTitle: rule.error?.title,
  showInputMessage: rule.prompt?.show ?? false,
  prompt: rule.prompt?.message,
  promptTitle: rule.prompt?.title,
});

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
