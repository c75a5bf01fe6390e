import type {
  ConditionalFormattingOptions,
  DataValidation,
  DataValidationWithFormulae,
  ExpressionRuleType,
  Worksheet,
} from "@cj-tech-master/excelts";
import type { Area, HighlightRule, ValidationRule } from "../engine/engine";
import { OPERATORS, operatorOf } from "../engine/operators";
import { formatArea, parseArea } from "../host/address";
import { fromColor, given, toColor } from "./styles";

const areasOf = (reference: string): Area[] => reference.split(/[ ,]+/).map(parseArea);

const KINDS: ReadonlySet<string> = new Set<ValidationRule["type"]>(["decimal", "whole", "date", "list"]);

export const isKnownValidation = ({ type }: DataValidation): boolean => KINDS.has(type);

type HighlightInFile = ConditionalFormattingOptions["rules"][number];
/** By formula; other kinds have no place here. */
export const isKnownHighlight = (rule: HighlightInFile): rule is ExpressionRuleType =>
  rule.type === "expression" && rule.formulae?.[0] !== undefined;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A list's items stand in quotation marks in the file, a formula without its "=". */
const toFormula = (type: ValidationRule["type"], formula: string): string =>
  formula.startsWith("=") ? formula.slice(1) : type === "list" ? `"${formula.replace(/"/g, '""')}"` : formula;

function fromFormula(type: string, formula: unknown): string {
  if (formula instanceof Date) return formula.toISOString().slice(0, 10);
  const text = String(formula);
  if (type === "list" && text.startsWith('"')) return text.slice(1, -1).replace(/""/g, '"');
  return Number.isFinite(Number(text)) ? text : `=${text}`;
}

const toValidation = ({
  type,
  operator,
  formula1,
  formula2,
  prompt,
  error,
}: ValidationRule): DataValidation =>
  given({
    type,
    operator: operator && OPERATORS[operator],
    formulae: [formula1, formula2].flatMap((f) => (f === undefined ? [] : [toFormula(type, f)])),
    allowBlank: true,
    showInputMessage: prompt?.show,
    promptTitle: prompt?.title,
    prompt: prompt?.message,
    // a rule without an alert of its own refuses what breaks it
    showErrorMessage: error?.show ?? true,
    errorStyle: error?.style.toLowerCase(),
    errorTitle: error?.title,
    error: error?.message,
  }) as DataValidation;

/** Each area is written by itself: the library's own joining of cells writes ranges that overlap. */
export function writeValidations(sheet: Worksheet, rules: ValidationRule[]): void {
  for (const rule of rules)
    for (const area of rule.areas)
      sheet.dataValidations.add(`range:${formatArea({ ...area })}`, toValidation(rule));
}

function fromValidation(rule: DataValidationWithFormulae): Omit<ValidationRule, "areas"> {
  const [formula1, formula2] = rule.formulae.map((formula) => fromFormula(rule.type, formula));
  return given({
    type: rule.type as ValidationRule["type"],
    operator: rule.type === "list" ? undefined : (operatorOf(rule.operator) ?? "Between"),
    formula1,
    formula2,
    prompt:
      rule.prompt === undefined
        ? undefined
        : { show: rule.showInputMessage ?? false, title: rule.promptTitle ?? "", message: rule.prompt },
    error: {
      show: rule.showErrorMessage ?? false,
      style: capital(rule.errorStyle ?? "stop"),
      title: rule.errorTitle ?? "",
      message: rule.error ?? "",
    },
  });
}

/** Rules that are alike are one, over all their areas. */
export function readValidations(sheet: Worksheet): ValidationRule[] {
  const rules = new Map<string, ValidationRule>();
  const model: Record<string, DataValidation> = sheet.dataValidations.model;
  for (const [place, rule] of Object.entries(model)) {
    if (!isKnownValidation(rule)) continue;
    const read = fromValidation(rule as DataValidationWithFormulae);
    const key = JSON.stringify(read);
    const areas = areasOf(place.replace(/^range:/, ""));
    const known = rules.get(key);
    if (known) known.areas.push(...areas);
    else rules.set(key, { areas, ...read });
  }
  return [...rules.values()];
}

export function writeHighlights(sheet: Worksheet, rules: HighlightRule[]): void {
  rules.forEach(({ areas, formula, fill, fontColor, bold }, i) => {
    const style = {
      ...(fill && {
        fill: { type: "pattern" as const, pattern: "solid" as const, bgColor: toColor(fill) },
      }),
      font: given({ bold, color: fontColor && toColor(fontColor) }),
    };
    const rule = { type: "expression", formulae: [formula.slice(1)], priority: i + 1, style };
    sheet.addConditionalFormatting({
      ref: areas.map(formatArea).join(" "),
      rules: [rule],
    } as ConditionalFormattingOptions);
  });
}

/** Highlights by formula; other kinds are not known here. The first wins, as in the file. */
export function readHighlights(sheet: Worksheet): HighlightRule[] {
  return sheet.conditionalFormattings
    .flatMap(({ ref, rules }) => rules.map((rule) => ({ ref, rule })))
    .sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0))
    .flatMap(({ ref, rule }, i) => {
      if (!isKnownHighlight(rule)) return [];
      const { fill, font } = rule.style ?? {};
      const highlight = {
        id: `rule-${i}`,
        areas: areasOf(ref),
        formula: `=${String(rule.formulae?.[0])}`,
        fill: fill?.type === "pattern" ? (fromColor(fill.bgColor) ?? fromColor(fill.fgColor)) : undefined,
        fontColor: fromColor(font?.color),
        bold: font?.bold,
      };
      return [given(highlight)];
    });
}
