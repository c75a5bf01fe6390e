import type { DataValidation, Worksheet } from "@cj-tech-master/excelts";
import { OPERATORS, type ValidationRule } from "../../grid";
import { fileAddress } from "./areas";
import { given } from "./looks";

/** A formula with its leading "=" as the file has it, without. */
export type InFile = (formula: string) => string;

const DAY = 86_400_000;

/** The library writes a date's limit as a number, whatever it is; so a limit that is a formula stands under another kind. */
const DATE_BY_FORMULA = "date-by-formula";
export const withDateFormulas = (xml: string): string =>
  xml.replace(new RegExp(DATE_BY_FORMULA, "g"), "date");
const isDateByFormula = ({ type, formula1, formula2 }: ValidationRule): boolean =>
  type === "date" && [formula1, formula2].some((limit) => limit?.startsWith("="));
export const hasDateFormulas = (rules: readonly ValidationRule[]): boolean => rules.some(isDateByFormula);

const serialOf = (date: string): string => String(Date.parse(date) / DAY + 25569);

/** A list's items stand in quotation marks in the file, a formula without its "=". */
function toLimit(rule: ValidationRule, limit: string, inFile: InFile): string {
  if (limit.startsWith("=")) return inFile(limit);
  if (rule.type === "list") return `"${limit.replace(/"/g, '""')}"`;
  return isDateByFormula(rule) ? serialOf(limit) : limit;
}

const toValidation = (rule: ValidationRule, inFile: InFile): DataValidation => {
  const { type, operator, formula1, formula2, prompt, error } = rule;
  return given({
    type: isDateByFormula(rule) ? DATE_BY_FORMULA : type,
    operator: operator && OPERATORS[operator],
    formulae: [formula1, formula2].flatMap((limit) =>
      limit === undefined ? [] : [toLimit(rule, limit, inFile)],
    ),
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
};

/** Each area is written by itself: the library's own joining of cells writes ranges that overlap. */
export function writeValidations(sheet: Worksheet, rules: ValidationRule[], inFile: InFile): void {
  for (const rule of rules)
    for (const area of rule.areas)
      sheet.dataValidations.add(`range:${fileAddress(area)}`, toValidation(rule, inFile));
}
