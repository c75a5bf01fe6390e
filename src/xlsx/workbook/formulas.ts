import { stringifyTokens, type Token, tokenize, tokenTypes } from "@borgar/fx";
import { withoutSingles, withSingles } from "./arrays";
import { markFunction, markName, unmark } from "./functions-since";
import { givenNames } from "./given-names";
import { areaOfStructure, type TableInFile } from "./tables";

/**
 * In a file Excel writes a function of an add-in with this mark and underscores for its dots, and takes it for the
 * add-in's again when that is there: https://github.com/OfficeDev/office-js/issues/5611
 */
const MARK = "_xldudf_";

/** The formula with the text of its parts changed. */
const mapTokens = (formula: string, change: (token: Token, index: number) => string): string =>
  stringifyTokens(tokenize(formula).map((token, i) => ({ ...token, value: change(token, i) })));

const NAMES: ReadonlySet<string> = new Set([tokenTypes.REF_NAMED, tokenTypes.FUNCTION]);

/** Without its "=", as the file has it. */
export function toFileFormula(formula: string, namespace: string): string {
  const text = withoutSingles(formula.replace(/^=/, ""));
  const given = givenNames(tokenize(text));
  return mapTokens(text, ({ type, value }) => {
    if (type === tokenTypes.FUNCTION && value.toUpperCase().startsWith(`${namespace}.`))
      return MARK + value.replace(/\./g, "_");
    if (NAMES.has(type) && given.has(value.toUpperCase())) return markName(value);
    return type === tokenTypes.FUNCTION ? markFunction(value) : value;
  });
}

function functionFromFile(name: string, namespace: string): string {
  const ours = `${MARK}${namespace}_`;
  return name.startsWith(ours) ? `${namespace}.${name.slice(ours.length).replace(/_/g, ".")}` : unmark(name);
}

/** The functions that a formula calls, in capitals; not those that it defines itself. */
export function functionsIn(formula: string): string[] {
  const tokens = tokenize(formula);
  const given = givenNames(tokens);
  return tokens
    .filter(({ type, value }) => type === tokenTypes.FUNCTION && !given.has(value.toUpperCase()))
    .map(({ value }) => value.toUpperCase());
}

/** Where a formula of a file stands: its row counts from 0. */
export interface Standing {
  row: number;
  column: number;
  sheet: string;
  tables: readonly TableInFile[];
  /** names in capitals that stand for more than a cell, where the formula takes one cell of a range: its own row's or column's */
  singles?: ReadonlySet<string>;
}

/** With its "="; what it says of tables is said by cells, for the workbench has no tables. */
export function fromFileFormula(formula: string, namespace: string, at?: Standing): string {
  const text = mapTokens(formula, ({ type, value }) => {
    if (type === tokenTypes.REF_STRUCT) return (at && areaOfStructure(value, at)) ?? value;
    return NAMES.has(type) ? functionFromFile(value, namespace) : value;
  }).replace(/\bSINGLE\(([^()"']*)\)/g, "@$1");
  return `=${at?.singles ? withSingles(text, at.singles) : text}`;
}

/**
 * LibreOffice calculates a formula anew that brings an empty text, and knows no function of an add-in; so such a
 * formula brings a no-break space.
 */
const EMPTY_RESULT = "\u00A0";
const callsAddIn = (fileFormula: string): boolean => fileFormula.includes(MARK);

export const toFileResult = <T>(fileFormula: string, result: T): T | string =>
  result === "" && callsAddIn(fileFormula) ? EMPTY_RESULT : result;

export const fromFileResult = <T>(fileFormula: string, result: T): T | string =>
  result === EMPTY_RESULT && callsAddIn(fileFormula) ? "" : result;
