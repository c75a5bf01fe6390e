import type { DataValidation, Worksheet } from "@cj-tech-master/excelts";
import { elements, unescapeXml } from "..";
import { type Area, operatorOf, OPERATORS, type ValidationRule } from "../../grid";
import type { FileSheet } from "./file";
import { fromFileFormula, toFileFormula } from "./formulas";
import { areasOf, fileAddress } from "./areas";
import { capital, given } from "./styles";

type Element = ReturnType<typeof elements>[number];

const KINDS: ReadonlySet<string> = new Set<ValidationRule["type"]>(["decimal", "whole", "date", "list"]);

const DAY = 86_400_000;
/** Day 25569 is 1970-01-01. */
const LAST_DAY = 2_958_465;
const dateOf = (serial: number): string =>
  new Date(Math.round((serial - 25569) * DAY)).toISOString().slice(0, 10);

/** The library writes a date's limit as a number, whatever it is; so a limit that is a formula stands under another kind. */
const DATE_BY_FORMULA = "date-by-formula";
export const withDateFormulas = (xml: string): string =>
  xml.replace(new RegExp(DATE_BY_FORMULA, "g"), "date");
const isDateByFormula = ({ type, formula1, formula2 }: ValidationRule): boolean =>
  type === "date" && [formula1, formula2].some((limit) => limit?.startsWith("="));
export const hasDateFormulas = (rules: readonly ValidationRule[]): boolean => rules.some(isDateByFormula);

const serialOf = (date: string): string => String(Date.parse(date) / DAY + 25569);

/** A list's items stand in quotation marks in the file, a formula without its "=". */
function toLimit(rule: ValidationRule, limit: string, namespace: string): string {
  if (limit.startsWith("=")) return toFileFormula(limit, namespace);
  if (rule.type === "list") return `"${limit.replace(/"/g, '""')}"`;
  return isDateByFormula(rule) ? serialOf(limit) : limit;
}

const toValidation = (rule: ValidationRule, namespace: string): DataValidation => {
  const { type, operator, formula1, formula2, prompt, error } = rule;
  return given({
    type: isDateByFormula(rule) ? DATE_BY_FORMULA : type,
    operator: operator && OPERATORS[operator],
    formulae: [formula1, formula2].flatMap((limit) =>
      limit === undefined ? [] : [toLimit(rule, limit, namespace)],
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
export function writeValidations(sheet: Worksheet, rules: ValidationRule[], namespace: string): void {
  for (const rule of rules)
    for (const area of rule.areas)
      sheet.dataValidations.add(`range:${fileAddress(area)}`, toValidation(rule, namespace));
}

function fromLimit(type: string, element: Element, namespace: string): string {
  const [inner] = elements(element.content, "xm:f");
  const text = unescapeXml((inner ?? element).content).trim();
  if (type === "list" && /^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replace(/""/g, '"');
  if (text === "" || !Number.isFinite(Number(text))) return fromFileFormula(text, namespace);
  const day = type === "date" && Math.abs(Number(text)) <= LAST_DAY;
  return day ? dateOf(Number(text)) : text;
}

function fromElement({ attribute, content }: Element, namespace: string): Omit<ValidationRule, "areas"> {
  const type = attribute("type") ?? "";
  const isOn = (name: string): boolean => ["1", "true"].includes(attribute(name) ?? "");
  const limit = (name: string): string | undefined => {
    const [element] = [...elements(content, name), ...elements(content, `x14:${name}`)];
    return element && fromLimit(type, element, namespace);
  };
  const prompt = attribute("prompt");
  return given({
    type: type as ValidationRule["type"],
    operator: type === "list" ? undefined : (operatorOf(attribute("operator")) ?? "Between"),
    formula1: limit("formula1"),
    formula2: limit("formula2"),
    prompt:
      prompt === undefined
        ? undefined
        : { show: isOn("showInputMessage"), title: attribute("promptTitle") ?? "", message: prompt },
    error: {
      show: isOn("showErrorMessage"),
      style: capital(attribute("errorStyle") ?? "stop"),
      title: attribute("errorTitle") ?? "",
      message: attribute("error") ?? "",
    },
  });
}

/** All rules of a sheet; those that look at another sheet may stand among the extensions. */
export const validationsIn = ({ xml, extensions }: FileSheet): Element[] => [
  ...elements(xml, "dataValidation"),
  ...elements(extensions, "x14:dataValidation"),
];

export const isKnownValidation = ({ attribute }: Element): boolean => KINDS.has(attribute("type") ?? "");

export const placeOf = ({ attribute, content }: Element): string =>
  attribute("sqref") ?? elements(content, "xm:sqref")[0]?.content ?? "";

/** So many columns of a rule are enough for any table; the workbench looks at each cell of more for minutes. */
const MOST_COLUMNS = 100;
const cut = (area: Area): Area => ({ ...area, columns: Math.min(area.columns, MOST_COLUMNS) });

/** Areas of rules that go on to the right of where the workbench knows them. */
export const cutAreas = (sheet: FileSheet): number =>
  validationsIn(sheet)
    .filter(isKnownValidation)
    .flatMap((rule) => areasOf(placeOf(rule)))
    .filter(({ columns }) => columns > MOST_COLUMNS).length;

/** Rules that are alike are one, over all their areas. */
export function readValidations(sheet: FileSheet, namespace: string): ValidationRule[] {
  const rules = new Map<string, ValidationRule>();
  for (const element of validationsIn(sheet)) {
    const areas = areasOf(placeOf(element)).map(cut);
    if (!isKnownValidation(element) || areas.length === 0) continue;
    const read = fromElement(element, namespace);
    const key = JSON.stringify(read);
    const known = rules.get(key);
    if (known) known.areas.push(...areas);
    else rules.set(key, { areas, ...read });
  }
  return [...rules.values()];
}
