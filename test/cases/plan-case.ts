import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Pasted } from "../../src/draft";

/*
 * A table as somebody pastes it, and how a person reads it. A folder of test/cases/plans holds
 *
 * - input.txt, .tsv (text), .html (the clipboard's HTML) or .json (a range: rows of cells)
 * - expected.tsv: an indicator a line, see `Line`; none where the table must be refused
 * - questions.tsv: what must and what may be asked; nothing else may
 * - case.json: what the case is about, its years (null: not printed, so to be asked), whether it may or must be refused
 */

/** One indicator as a person reads it. */
export interface Line {
  readonly section: string;
  /** here as in all texts, `*` stands for anything */
  readonly name: string;
  readonly unit: string;
  /** as printed, and after ⇒ how it is understood where that is not the printed number: `10.5① ⇒ 10.5`, `(2021年) ⇒ -` */
  readonly baseline: string;
  readonly target: string;
  /**
   * ways to understand the target, any of which is right, apart by ` / `: `level >80`, `level 5 ↓` (less is better),
   * `level ≥20000 stretch 22000`, `range 2–3`, `cumulative 18`, `average >7`, `change -30 percent`, `words`, `undisclosed`,
   * `none`, `split 3.7, 5.1` (an indicator each), `refused` (left out, with the reason). `?` before it: only if it was
   * asked. `about 15`: asked, and then 15 at least, at most, or 15 ± n %.
   */
  readonly meaning: string;
  /** `2022: ≥22 = 22; 2023: 25` */
  readonly milestones: string;
  readonly attribute: string;
  readonly responsible: string;
  /** name of the indicator of which it is a part */
  readonly partOf: string;
}

/** A question that is expected. */
export interface Asked {
  /** of the indicator */
  readonly name: string;
  /** blank: anything */
  readonly printed: string;
  readonly asked: "must" | "may";
}

export interface PlanCase {
  readonly name: string;
  readonly about: string;
  readonly years: readonly [baseline: number | null, target: number | null];
  readonly refusal?: "may" | "must";
  /** what was pasted, as text */
  readonly printed: string;
  readonly pasted: Pasted;
  readonly lines: readonly Line[];
  readonly questions: readonly Asked[];
}

const FOLDER = join(__dirname, "plans");

const table = <T>(file: string): T[] => {
  if (!existsSync(file)) return [];
  const [head, ...rows] = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  return rows.map((row) => Object.fromEntries(head!.map((key, c) => [key, row[c] ?? ""])) as T);
};

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  amp: "&",
  ge: "≥",
  le: "≤",
  quot: '"',
};
const character = (all: string, name: string): string =>
  /^#\d+$/.test(name) ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? all);

/** What is seen of HTML: cells and lines apart by line breaks. */
const seen = (html: string): string =>
  html
    .replace(/<!--.*?-->|<(style|script|xml|head)\b.*?<\/\1>/gis, "")
    .replace(/<tr\b[^>]*display:\s*none.*?<\/tr>/gis, "")
    .replace(/\s+/g, " ")
    .replace(/<(?:\/?(?:td|th|tr|p|table|div|li|h\d|br|caption))\b[^>]*>/gi, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&(#?\w+);/g, character);

const PASTED: Readonly<Record<string, (content: string) => Pick<PlanCase, "pasted" | "printed">>> = {
  ".txt": (text) => ({ pasted: { text }, printed: text }),
  ".tsv": (text) => ({ pasted: { text }, printed: text }),
  ".html": (html) => ({ pasted: { html, text: seen(html) }, printed: seen(html) }),
  ".json": (json) => {
    const cells = JSON.parse(json) as string[][];
    return { pasted: { cells }, printed: cells.map((row) => row.join("\t")).join("\n") };
  },
};

function caseOf(name: string): PlanCase {
  const at = (file: string): string => join(FOLDER, name, file);
  const input = readdirSync(join(FOLDER, name)).find((file) => file.startsWith("input."))!;
  return {
    name,
    ...(JSON.parse(readFileSync(at("case.json"), "utf8")) as Pick<PlanCase, "about" | "years" | "refusal">),
    ...PASTED[extname(input)]!(readFileSync(at(input), "utf8")),
    lines: table<Line>(at("expected.tsv")),
    questions: table<Asked>(at("questions.tsv")),
  };
}

export const PLAN_CASES: readonly PlanCase[] = readdirSync(FOLDER).map(caseOf);
