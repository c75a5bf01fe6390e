import { tokenize, tokenTypes } from "@borgar/fx";

const REFERENCES: ReadonlySet<string> = new Set([tokenTypes.REF_RANGE, tokenTypes.REF_BEAM]);
const BETWEEN = /^[\s,()]*$/;

/** `'甲''乙'!$A$1:$B$2,'甲''乙'!$D:$D` → `A1:B2`, `D:D`; null for what is no list of addresses, such as a formula. */
export function addressesOf(formula: string): string[] | null {
  const tokens = tokenize(formula);
  const references = tokens.filter(({ type }) => REFERENCES.has(type));
  const others = tokens.filter(({ type }) => !REFERENCES.has(type));
  if (references.length === 0 || !others.every(({ value }) => BETWEEN.test(value))) return null;
  return references.map(({ value }) => value.slice(value.lastIndexOf("!") + 1).replace(/\$/g, ""));
}
