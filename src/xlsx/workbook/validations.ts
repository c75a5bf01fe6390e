import { elements, unescapeXml } from "..";
import { type Area, operatorOf, type ValidationRule } from "../../grid";
import type { FileSheet } from "./file";
import { fromFileFormula } from "./formulas";
import { areasOf } from "./areas";
import { given } from "../write/looks";
import { capital } from "./styles";

type Element = ReturnType<typeof elements>[number];

const KINDS: ReadonlySet<string> = new Set<ValidationRule["type"]>(["decimal", "whole", "date", "list"]);

const DAY = 86_400_000;
/** Day 25569 is 1970-01-01. */
const LAST_DAY = 2_958_465;
const dateOf = (serial: number): string =>
  new Date(Math.round((serial - 25569) * DAY)).toISOString().slice(0, 10);

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
