import { isWhole, type Plan } from "../plan";
import { CALCULATION_SHEET } from "../tables";
import { calculationLayout, PLAIN_FORMULAS } from "../plain";
import { formSheet } from "../sheets";
import { type Parts, sheetParts, xmlOf, elements, unescapeXml } from "../xlsx";

/** A reference into the form moves with the form's columns, and each program writes it another way. */
const OTHER_SHEET =
  /(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}(?:\$?\d+)?(?::\$?[A-Z]{1,3}(?:\$?\d+)?)?/gu;
/** What programs add without changing a formula: blanks, prefixes of newer functions, `FALSE()` for `FALSE`. */
const SPELLING = /\s+|_xl\w+\.|(?<=\b(?:TRUE|FALSE))\(\)/g;
const bare = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(OTHER_SHEET, "!").replace(SPELLING, "")))
    .join("");

/** The largest that is handed out has some 200,000. */
const MOST_BYTES = 4_000_000;

/** The formulas and numbers of the sheet 计算过程 in reading order; null where it cannot be compared, or is not there. */
export function calculationIn(parts: Parts): string[] | null {
  const part = sheetParts(parts).find(({ name }) => name === CALCULATION_SHEET);
  if (!part || parts[part.path]!.length > MOST_BYTES) return null;
  const cells = elements(xmlOf(parts, part.path), "c");
  const formulas = cells.map(({ content }) => elements(content, "f")[0]);
  // copied formulas are written once; nobody's program does so to ours
  if (formulas.some((formula) => formula?.content === "")) return null;
  return cells.flatMap(({ attribute, content }, i) => {
    const formula = formulas[i];
    if (formula) return [bare(unescapeXml(formula.content))];
    const [value] = elements(content, "v");
    return value && (attribute("t") ?? "n") === "n" ? [String(Number(value.content))] : [];
  });
}

const made = new WeakMap<Plan, Map<string, string[]>>();

/** The same of the sheet as it is handed out to a bureau; made once per bureau. */
export function calculationOf(plan: Plan, bureauName: string): string[] {
  const ofPlan = made.get(plan) ?? new Map<string, string[]>();
  made.set(plan, ofPlan);
  const known = ofPlan.get(bureauName) ?? contents(plan, bureauName);
  ofPlan.set(bureauName, known);
  return known;
}

function contents(plan: Plan, bureauName: string): string[] {
  const bureau = plan.bureaus.find(({ name }) => name === bureauName);
  if (!bureau && !isWhole(bureauName, plan)) return [];
  const form = formSheet(plan, { ...(bureau && { bureau }), formulas: PLAIN_FORMULAS });
  return calculationLayout(form, plan)
    .cells.flat()
    .flatMap((cell) => {
      if (typeof cell === "object" && cell !== null) return [bare(cell.formula.slice(1))];
      return typeof cell === "number" ? [String(cell)] : [];
    });
}
