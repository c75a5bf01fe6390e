/**
 * In a file Excel writes a function of an add-in with this mark and underscores for its dots, and takes it for the
 * add-in's again when that is there: https://github.com/OfficeDev/office-js/issues/5611
 */
const MARK = "_xldudf_";

/** A quoted text, a quoted sheet name, or a name of a function before its bracket. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()/g;

const eachFunction = (formula: string, change: (name: string) => string): string =>
  formula.replace(PARTS, (part) => (/^["']/.test(part) ? part : change(part)));

/** Without its "=", as the file has it. */
export const toFileFormula = (formula: string, namespace: string): string =>
  eachFunction(formula.replace(/^=/, ""), (name) =>
    name.toUpperCase().startsWith(`${namespace}.`) ? MARK + name.replace(/\./g, "_") : name,
  );

/** With its "=". */
export const fromFileFormula = (formula: string, namespace: string): string =>
  `=${eachFunction(formula, (name) =>
    name.startsWith(`${MARK}${namespace}_`)
      ? `${namespace}.${name.slice(MARK.length + namespace.length + 1).replace(/_/g, ".")}`
      : name,
  )}`;

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
